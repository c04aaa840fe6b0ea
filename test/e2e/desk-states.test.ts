import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import problems from '../../functions/http/desk/text/problems.en.json' with { type: 'json' };
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import type { Case } from '#domain/case/case.ts';
import { expectAccessible } from './axe.ts';
import { ada, luis, useDeskStage } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { casesOn } from './later-on.ts';
import { box, openAnswer } from './story-broker.ts';

/**
 * The demo's cases as they stand, and the forms of a case, under a screen reader's rules; none wider than its window. What
 * only comes up in the middle of the work is looked at in `desk-case-looks.test.ts`.
 */
const stage = useDeskStage({ demo: true });

async function expectGood(page: Page, state: string): Promise<void> {
  // From the top: what the frame's sticky head half covers is too small a target to axe.
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page, state);
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${state} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Opens the first case of the demo that is so. */
async function open(page: Page, is: (of: Case) => boolean): Promise<void> {
  const found = (await casesOn(stage)).find(is);
  if (!found) throw new Error('the demo has no such case');
  await page.goto(`/desk/case/?reference=${found.reference}`);
  await heading(page, say('work.title')).waitFor();
}

const isOpen = ({ state }: Case) => state === 'open' || state === 'new' || state === 'waiting';

it.each<[string, (of: Case) => boolean]>([
  ['new and unconfirmed', (of) => of.type === 'email-update' && of.confirmed.contact === undefined],
  ['flagged', (of) => isOpen(of) && of.flags.length > 0],
  ['with a question and its answer', (of) => of.questions.some(({ answer }) => answer !== undefined)],
  ['turned, and lacking answers', (of) => isOpen(of) && of.was.length > 0],
  ['cleared, with CBP’s record and the worksheet', (of) => isOpen(of) && of.onFile !== undefined],
  ['recorded without clearance', (of) => of.outcome !== undefined && of.outcome.releasedAt === undefined],
  ['declined', (of) => of.state === 'declined'],
])('a case: %s', async (state, is) => {
  const { page } = await stage.as(ada);
  await open(page, is);
  await expectGood(page, state);
});

it('the forms of a case; a session that is over', async () => {
  const { page, expectComplaint } = await stage.as(luis);
  expectComplaint(/Failed to load resource/);
  await open(page, (of) => isOpen(of) && of.type === 'name-query' && of.checks.length === 0);
  await page.keyboard.press('a');
  await button(page, say('ask.send')).click();
  await page.getByText(say('missing.question')).waitFor();
  await expectGood(page, 'a question, wrong');
  await page.keyboard.press('Escape');
  await button(page, say('move.hand-over')).click();
  const answer = await openAnswer(page);
  await answer.getByRole('radio').first().check();
  await expectGood(page, 'an answer that wants a licensed member');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await heading(page, say('keys.title')).waitFor();
  await expectGood(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await box(page, say('note.label')).fill('Half a sentence');
  await page.context().clearCookies();
  await button(page, say('note.send')).click();
  await page.getByText(shell['over.text']).waitFor();
  await expectGood(page, 'over');
});

it('an answer of CBP, typed by hand', async () => {
  const { page } = await stage.as(ada);
  await open(page, (of) => isOpen(of) && of.type === 'name-query' && of.cleared !== undefined && !of.onFile);
  await page.getByText(say('kr.by-hand')).click();
  await page.getByRole('combobox', { name: say('kr.result') }).selectOption('1');
  await box(page, say('filed.abbreviatedName')).fill('SOME OTHER COMPANY INC');
  await expectGood(page, 'by hand');
});

it('no case of that name', async () => {
  const { page, expectComplaint } = await stage.as(ada);
  expectComplaint(/status of 404/);
  await page.goto('/desk/case/?reference=H7K2M-9QXTC');
  await heading(page, problems['not-found.title']).waitFor();
  await expectGood(page, 'gone');
  await page.goto('/desk/case/');
  await heading(page, say('none.title')).waitFor();
  await expectGood(page, 'none');
});
