import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import type { RecordedKind } from '../../web/src/desk/case/model/next-step.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { krAnswer } from '#test/domain/fixtures/kr-lines.ts';
import { button, heading } from './form.ts';
import { eventually } from './stage.ts';

/** What a member does in the story, by the words they read. */
export const part = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
export const box = (page: Page, label: string) => page.getByRole('textbox', { name: label });
/** Types over what stands in a box. */
export const useWords = (page: Page, label: string, text: string) => box(page, label).fill(text);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

/** Comes back to the window, which looks for news then. */
export const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

/** Down the queue by `j` to a company's case. */
export async function walkTo(page: Page, company: string): Promise<void> {
  await page.getByRole('link', { name: company, exact: true }).waitFor();
  for (let presses = 0; presses < 30; presses += 1) {
    if ((await focused(page)) === company) return;
    await page.keyboard.press('j');
  }
  throw new Error(`j never comes to ${company}`);
}

/** Takes a case and opens it, by keyboard alone. */
export async function takeAndOpen(page: Page, company: string): Promise<void> {
  await page.goto('/desk/');
  await walkTo(page, company);
  await page.keyboard.press('e');
  await page.getByText(queue['taken.one'].replace('{n}', '1')).waitFor();
  await walkTo(page, company);
  await page.keyboard.press('Enter');
  await heading(page, company).waitFor();
  await page.getByText(say('head.yours'), { exact: true }).waitFor();
}

const passed = {
  'call-back': { person: 'Rosa Alvarez', source: say('check.call-back.file') },
  'power-of-attorney': { person: 'Rosa Alvarez', source: say('check.power-of-attorney.file'), on: '2026-01-15' },
  certifier: { person: 'Rosa Alvarez', source: say('check.certifier.spoken') },
  'second-person': { person: 'Omar Diaz', source: say('check.second-person.file'), why: 'Tom has left the company.' },
  'letter-on-file': {
    ...{ person: 'Acme Imports', source: say('check.letter-on-file.file') },
    ...{ on: '2026-11-16', why: 'Nobody in the file works there any more.' },
  },
  receiver: { person: 'Rosa Alvarez', source: say('check.receiver.contact') },
} as const satisfies Record<RecordedKind, Passed>;
type Passed = { readonly person: string; readonly source: string; readonly on?: string; readonly why?: string };

/** Records the check whose form is open as passed. */
export async function pass(page: Page, kind: RecordedKind): Promise<void> {
  const form = page.getByRole('form', { name: say(`check.${kind}.name`) });
  const check: Passed = passed[kind];
  await form.getByRole('textbox', { name: say(`check.${kind}.person`) }).fill(check.person);
  await form.getByRole('combobox', { name: say(`check.${kind}.source`) }).selectOption(check.source);
  const signedOn = say(kind === 'letter-on-file' ? 'check.letter-on-file.on' : 'check.on');
  if (check.on !== undefined) await form.getByLabel(signedOn).fill(check.on);
  if (check.why !== undefined) await form.getByRole('textbox', { name: say('check.why') }).fill(check.why);
  await form.getByRole('radio', { name: say(`check.${kind}.passed`) }).check();
  await form.getByRole('button', { name: say('check.save') }).click();
  await form.waitFor({ state: 'detached' });
}

/** Tells an earlier contact by mail, by the key of the next step. */
export async function tell(page: Page, mailbox: string): Promise<void> {
  await atNext(page);
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: say('tell.title') });
  await form.getByRole('textbox', { name: say('tell.mailbox') }).fill(mailbox);
  await form.getByRole('textbox', { name: say('tell.source') }).fill('Contact card of 2019');
  await form.getByRole('button', { name: say('tell.send') }).click();
  await form.waitFor({ state: 'detached' });
}

/** The second look, by the key of the next step. */
export async function lookAgain(page: Page): Promise<void> {
  await atNext(page);
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: say('check.second-look.name') });
  await form.getByRole('radio', { name: say('look.passed') }).check();
  await form.getByRole('button', { name: say('look.send') }).click();
  await form.waitFor({ state: 'detached' });
}

/** A form of one box, as somebody fills and sends it. */
export async function write(page: Page, label: string, text: string, send: string): Promise<void> {
  await box(page, label).fill(text);
  const form = page.getByRole('form').filter({ has: box(page, label) });
  await form.getByRole('button', { name: send, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

/** Nobody can be told by mail: a licensed member calls a second person whom the client file knows. */
export async function callSecond(page: Page): Promise<void> {
  await button(page, say('ways.second-person')).click();
  await pass(page, 'second-person');
}

/** The page has heard that an earlier contact counts as told. */
export const isTold = (page: Page): Promise<void> =>
  page
    .locator('.check')
    .filter({ hasText: say('check.earlier-contact.name') })
    .getByText(say('check.passed'), { exact: true })
    .waitFor();

/** Each check by the key of the next step. */
export async function record(page: Page, kinds: readonly RecordedKind[]): Promise<void> {
  for (const kind of kinds) {
    await atNext(page);
    await page.keyboard.press('c');
    await pass(page, kind);
  }
}

/** Every check by its key, then *cleared to file*. */
export async function clear(page: Page, kinds: readonly RecordedKind[]): Promise<void> {
  await record(page, kinds);
  await clearNow(page);
}

/** *Cleared to file*, by the key of the next step. */
export async function clearNow(page: Page): Promise<void> {
  await atNext(page);
  await page.keyboard.press('c');
  await page.getByText(say('head.cleared'), { exact: true }).waitFor();
  expect(await page.getByText(say('file.locked')).count()).toBe(0);
}

/** Away from every box, so that keys work: the form has closed. */
const atNext = (page: Page) =>
  eventually(() => page.evaluate(() => document.activeElement?.matches('input, select, textarea'))).toBe(false);

export const paste = (page: Page, text: string) => box(page, say('kr.paste')).fill(text);

/** Pastes what CBP answers about a number and keeps the reading. */
export async function keepAnswer(page: Page, number: string, onFile: OnFile): Promise<void> {
  await paste(page, krAnswer(number, onFile).join('\n'));
  await button(page, say('kr.keep')).click();
  await heading(page, say('kr.kept')).waitFor();
}

/** What is in the clipboard after a copy button. */
export async function copied(page: Page, copy: () => Promise<void>): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.bringToFront();
  await copy();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens the answer by its key: filled in from what CBP answered. */
export async function openAnswer(page: Page): Promise<Locator> {
  const form = page.getByRole('form', { name: say('answer.title') });
  if (!(await form.isVisible())) {
    await page.locator('#next').focus();
    await page.keyboard.press('o');
  }
  await form.waitFor();
  return form;
}

export async function sendAnswer(form: Locator): Promise<void> {
  await form.getByRole('button', { name: say('answer.send') }).click();
  await form.waitFor({ state: 'detached' });
}

/** CBP's answer to an update, by the places of facts 2.4: disposition 3, severity 4, narrative 11 to 50. */
export const e1 = (disposition: 'A' | 'R', narrative: string): string =>
  `E1${disposition}${' '.repeat(7)}${narrative}`.padEnd(80);

/** Pastes CBP's answer to the update: it fills in the outcome, and the time. */
export async function answerFromE1(page: Page): Promise<void> {
  await box(page, say('e1.paste')).fill(e1('A', 'TRANSACTION ACCEPTED'));
  await page.getByText(say('e1.accepted')).waitFor();
  await button(page, say('e1.use')).click();
  await sendAnswer(await openAnswer(page));
}
