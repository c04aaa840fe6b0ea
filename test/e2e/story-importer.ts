import type { Page } from 'playwright-core';
import type { Mail } from '../../infra/local/ses/mail.ts';
import { importerWords } from '../../functions/http/pages/importer/words.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { textsIn } from '#letters/words.ts';
import type { LetterTexts } from '#letters/words.ts';
import { button, fillIn, goToCheck, heading, pageOf, sentReference, words } from './form.ts';
import type { Answers } from './form.ts';
import { messages } from './mails.ts';
import { eventually } from './stage.ts';
import type { Stage } from './stage.ts';

/** What an importer does in the story, by the words they read. */
export const own = importerWords('en');
export const letterWords = textsIn('en');

/**
 * The importer's side must do without script; the desk needs it. Each is another importer: a second new mailbox for the same
 * number would be a reason to look twice.
 */
export const plays = [
  { how: 'with script', javaScriptEnabled: true, ein: '95-1234567', assigned: '252704-12345' },
  { how: 'without script', javaScriptEnabled: false, ein: '95-1234568', assigned: '252704-12346' },
] as const;

/** With script the page reads the answers back first; without, the form is posted as it is. Gives the reference. */
export async function file(page: Page, type: RequestTypeName, answers: Answers, script: boolean): Promise<string> {
  await page.goto(pageOf(type));
  await fillIn(page, type, answers);
  if (script) {
    await goToCheck(page);
    await button(page, words['check.send']).click();
  } else await button(page, words['ask.send']).click();
  return sentReference(page);
}

type Subject = Extract<keyof LetterTexts, `${string}.subject`>;

/** The latest letter of a kind about a case to a mailbox, as soon as there are so many of it. */
export async function letterOf(stage: Stage, reference: string, to: string, kind: Subject, count = 1): Promise<Mail> {
  const [start = ''] = letterWords[kind].replace('{reference}', reference).split('{');
  const found = async () =>
    (await messages(stage)).filter((mail) => mail.to.includes(to) && mail.subject.startsWith(start));
  await eventually(async () => (await found()).length).toBe(count);
  const [mail] = await found();
  if (!mail) throw new Error(`no ${kind} to ${to}`);
  return mail;
}

/** Where a letter's button leads. Its reader finds it by its words, in the letter as a mail program shows it. */
export async function linkIn(stage: Stage, page: Page, mail: Mail, label: string): Promise<string> {
  await page.goto(`${stage.inbox()}/messages/${mail.id}/html`);
  const link = page.getByRole('link', { name: label, exact: true }).first();
  return (await link.getAttribute('href')) ?? '';
}

/** Opens a letter and goes where its button leads: a mail program opens a tab for that, here the page is the same. */
export async function follow(stage: Stage, page: Page, mail: Mail, label: string): Promise<void> {
  await page.goto(await linkIn(stage, page, mail, label));
}

/** Proves a mailbox by the button that its letter leads to. */
export async function confirm(stage: Stage, page: Page, mail: Mail, label: string): Promise<void> {
  await follow(stage, page, mail, label);
  await button(page, own['confirm.button']).click();
  await heading(page, own['confirmed.title']).waitFor();
}
