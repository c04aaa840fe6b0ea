import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import signIn from '../../web/src/desk/sign-in/text/en.json' with { type: 'json' };
import timeline from '../../web/src/desk/case/text/timeline.en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import commonOutcomes from '#domain/requests/common/text/outcomes.en.json' with { type: 'json' };
import nameOutcomes from '#domain/requests/name-query/text/outcomes.en.json' with { type: 'json' };
import { krAnswer } from '#test/domain/fixtures/kr-lines.ts';
import { casePath, filed, filedAndConfirmed } from './desk-cases.ts';
import type { Filed } from './desk-cases.ts';
import { ada, askForSignIn, luis, passkeysIn, pressLink, useDeskStage, usePasskey } from './desk-stage.ts';
import type { Desk } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { box, clear, paste, takeAndOpen } from './story-broker.ts';

const stage = useDeskStage();
const onFile = { result: '1', abbreviatedName: 'JUN PARK', legalName: 'JUN PARK' } as const;

/** A window behind another one does not look for news, so that its reader learns of them only when they send. */
const behind = (page: Page) =>
  page.evaluate(() => Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true }));

async function open(page: Page, of: Filed): Promise<void> {
  await page.goto(casePath(of));
  await heading(page, of.company).waitFor();
}

async function typeNote(page: Page, text: string): Promise<void> {
  await page.keyboard.press('n');
  await box(page, say('note.label')).fill(text);
}

async function close(page: Page, { reference }: Filed): Promise<void> {
  await page.getByText(say('head.more')).click();
  await button(page, say('move.close')).click();
  await page.getByRole('radio', { name: commonOutcomes['closed.solved.name'] }).check();
  await button(page, say('close.send', { reference })).click();
  await page.getByText(say('next.over')).waitFor();
}

const moved = /status of 409/;

describe('two brokers on one case', () => {
  it('the second is told who changed what, and sends the same words again', async () => {
    const of = await filedAndConfirmed(stage, 'Dogwood Two LLC');
    const [first, second] = [await stage.as(ada), await stage.as(luis)];
    second.expectComplaint(moved);
    await open(second.page, of);
    await typeNote(second.page, 'They answer the phone after four.');
    await behind(second.page);

    await open(first.page, of);
    await first.page.keyboard.press('t');
    await first.page.getByText(say('head.yours'), { exact: true }).waitFor();
    await typeNote(first.page, 'Rosa is back on Monday.');
    await button(first.page, say('note.send')).click();
    await first.page.getByText('Rosa is back on Monday.').waitFor();

    await button(second.page, say('note.send')).click();
    const told = second.page.getByRole('status').filter({ hasText: say('late.title') });
    await told.getByText('Rosa is back on Monday.').waitFor();
    expect(await told.innerText()).toContain('Ada Osei');
    expect(await told.innerText()).toContain(timeline['event.taken']);
    expect(await box(second.page, say('note.label')).inputValue()).toBe('They answer the phone after four.');
    await button(second.page, say('late.send')).click();
    await box(second.page, say('note.label')).waitFor({ state: 'detached' });
    await second.page.getByText('They answer the phone after four.').waitFor();
  });

  it('a case that the other one closed meanwhile takes no question, and the words can be copied', async () => {
    const of = await filedAndConfirmed(stage, 'Dogwood Closed LLC');
    const [first, second] = [await stage.as(ada), await stage.as(luis)];
    second.expectComplaint(moved);
    await open(second.page, of);
    await second.page.keyboard.press('a');
    await box(second.page, say('ask.text')).fill('Which port was it?');
    await behind(second.page);
    await open(first.page, of);
    await close(first.page, of);

    await button(second.page, say('ask.send')).click();
    await second.page.getByText(say('late.refused')).waitFor();
    expect(await box(second.page, say('ask.text')).inputValue()).toBe('Which port was it?');
    expect(await button(second.page, say('late.send')).isDisabled()).toBe(true);
  });

  it('an answer in the middle of writing is not lost with the case', async () => {
    const of = await filedAndConfirmed(stage, 'Dogwood Answer LLC');
    const [first, second] = [await stage.as(ada), await stage.as(luis)];
    second.expectComplaint(moved);
    await open(second.page, of);
    await second.page.keyboard.press('o');
    await second.page.getByRole('radio', { name: nameOutcomes['needs-power-of-attorney.name'] }).check();
    await box(second.page, say('answer.words')).fill('Please sign before Friday.');
    await behind(second.page);
    await open(first.page, of);
    await close(first.page, of);

    await button(second.page, say('answer.send')).click();
    await second.page.getByText(say('late.refused')).waitFor();
    expect(await box(second.page, say('answer.words')).inputValue()).toBe('Please sign before Friday.');
  });
});

/** A cleared name query, its paste box open. */
async function cleared(company: string, change: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const of = await filedAndConfirmed(stage, company, change);
  const desk = await stage.as(luis);
  await desk.page.goto(casePath(of));
  await heading(desk.page, company).waitFor();
  await clear(desk.page, ['power-of-attorney', 'receiver']);
  return desk;
}

const keep = (page: Page) => button(page, say('kr.keep'));

describe('what CBP answered, pasted', () => {
  it('broken: each place is named by line and column, and another importer’s answer is refused', async () => {
    const { page, posts } = await cleared('Fern Paste LLC');
    const before = posts.length;
    await paste(page, krAnswer('95-765432100', onFile).join('\n'));
    await page.getByText(say('kr.another', { numbers: '…4321', importer: '' }).slice(0, 40)).waitFor();
    expect(await keep(page).count()).toBe(0);

    const [k1 = '', ...others] = krAnswer('95-123456700', onFile);
    await paste(page, [`${k1.slice(0, 14)}9${k1.slice(15)}`, ...others].join('\n'));
    await page.getByText('Line 1, column 15:').waitFor();
    await paste(page, ['K2 too short', k1].join('\n'));
    await page
      .getByText(/^Line 1/)
      .first()
      .waitFor();
    await paste(page, 'Good morning');
    await page.getByText(say('kr.unread')).waitFor();
    expect(await keep(page).count()).toBe(0);
    expect(posts.length, 'reading a paste sends nothing').toBe(before);
  });

  it('with a Social Security number: it never leaves the browser, and is not shown', async () => {
    const { page, requests } = await cleared('Jun Park', { importerNumberKind: 'ssn', importerNumber: '5678' });
    await page.getByText(say('ki.none')).waitFor();
    const lines = krAnswer('123-45-5678', onFile);
    expect(lines[0], 'the paste held it').toContain('123-45-5678');
    await paste(page, lines.join('\n'));
    await page.getByText(say('kr.masked')).waitFor();
    expect(await box(page, say('kr.paste')).inputValue()).not.toMatch(/123-?45/);
    expect(await page.getByRole('main').innerText()).not.toMatch(/123-?45-?5678/);
    await keep(page).click();
    await heading(page, say('kr.kept')).waitFor();
    const sent = requests.map((request) => `${request.url()} ${request.postData() ?? ''}`).join('\n');
    expect(sent).toContain('JUN PARK');
    expect(sent).not.toMatch(/123-?45-?5678/);
    const kept = await page.evaluate(() => [sessionStorage, localStorage].flatMap(Object.values).join('&'));
    expect(kept).not.toMatch(/123-?45/);
  });
});

describe('a session that ends in the middle of typing', () => {
  it('keeps the words, and goes on with them after signing in', async () => {
    const of = await filed(stage, 'Elder Session LLC');
    const desk = await stage.as(luis);
    const { page, context } = desk;
    await takeAndOpen(page, of.company);
    await typeNote(page, 'Half a sentence that must not');
    await behind(page);

    const other = await context.newPage();
    const device = await passkeysIn(other);
    await device.give(await desk.passkeys.list());
    await other.goto('/desk/');
    await other.getByText('Luis Marin', { exact: true }).first().click();
    await button(other, shell['sign-out.everywhere']).click();
    await other.waitForURL('**/desk/sign-in/');

    await button(page, say('note.send')).click();
    await page.getByText(shell['over.text']).waitFor();
    expect(await box(page, say('note.label')).inputValue()).toBe('Half a sentence that must not');
    await page.getByRole('link', { name: shell['over.sign-in'], exact: true }).click();
    await page.getByText(signIn['ask.over']).waitFor();
    const link = await askForSignIn(stage, page, luis);
    await pressLink(other, link);
    await heading(other, signIn['passkey.title']).waitFor();
    await usePasskey(other);
    await heading(other, signIn['done.title']).waitFor();

    await heading(page, of.company).waitFor();
    await page.keyboard.press('n');
    await page.getByText(say('restored')).waitFor();
    const note = box(page, say('note.label'));
    await note.fill(`${await note.inputValue()} get lost.`);
    await button(page, say('note.send')).click();
    await page.getByText('Half a sentence that must not get lost.').waitFor();
  });
});
