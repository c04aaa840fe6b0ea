import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { samples } from '#test/fakes/requests.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import { triageWords } from '../../web/src/triage/words.ts';
import { labelOf, optionOf, sentReference, words } from './form.ts';
import { mailsOf } from './mails.ts';
import { eventually, useStage } from './stage.ts';

const stage = useStage();
const type = 'name-query';
const triage = triageWords('en');

type Stop = { readonly name: string; readonly outlined: boolean; readonly inView: boolean };

/** Where the focus is, as its reader sees it. */
const stop = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { top, bottom } = at.getBoundingClientRect();
    return {
      name: at.id || at.getAttribute('aria-label') || at.textContent.trim().replace(/\s+/g, ' '),
      outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      inView: bottom > 0 && top < innerHeight,
    };
  });

/** Tab by Tab to a stop; every stop on the way must be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    expect(at, 'the focus is seen').toMatchObject({ outlined: true, inView: true });
    if (at.name === name) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

it('from the first question to the result, the form and the reference, by keyboard alone', async () => {
  const { page } = await stage.visit();
  const sample = samples[type][0] ?? {};
  await page.goto('/en/');
  await page.keyboard.press('Tab');
  expect(await stop(page)).toEqual({ name: words.skip, outlined: true, inView: true });
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  await tabTo(page, `${triage['shown.does-not-match']} ${triage['shown.does-not-match.hint']}`);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/help/question/details/');
  await tabTo(page, triage['details.checked']);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/help/answer/name-on-file/');
  await tabTo(page, text(textsOf('en', type), 'title'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ask/name-query/not-matching/');

  await tabTo(page, 'importerNumberKind');
  await page.keyboard.press('Space');
  await tabTo(page, 'importerNumber');
  await page.keyboard.type('951234567');
  await tabTo(page, 'companyName');
  await page.keyboard.type(sample['companyName'] ?? '');
  // What was answered on the way is there already.
  await tabTo(page, 'errorSeen');
  for (const name of ['contactName', 'contactRole', 'contactEmail', 'contactPhone']) {
    await tabTo(page, name);
    await page.keyboard.type(name === 'contactRole' ? 'Off' : (sample[name] ?? ''));
  }
  // Arrow keys walk through the answers of one question.
  await tabTo(page, 'powerOfAttorney');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'note');
  await page.keyboard.type('By keyboard.');
  await tabTo(page, words['check.go']);
  await page.keyboard.press('Enter');

  await eventually(async () => (await stop(page)).name).toBe(words['check.title']);
  const check = page.locator('#check');
  expect(await check.innerText()).toContain(optionOf(type, 'errorSeen', 'not-matching'));
  expect(await check.innerText()).toContain(optionOf(type, 'contactRole', 'officer'));
  await tabTo(page, `${words['js.change']}: ${labelOf(type, 'companyName')}`);
  await page.keyboard.press('Enter');
  await eventually(async () => (await stop(page)).name).toBe('companyName');
  // Enter in a field finishes the form, as everywhere on the web.
  await page.keyboard.press('Enter');
  await eventually(async () => (await stop(page)).name).toBe(words['check.title']);
  await tabTo(page, 'send');
  await page.keyboard.press('Enter');
  await mailsOf(stage, await sentReference(page), 2);
});

it('problems, by keyboard alone: from the summary to the question', async () => {
  const { page } = await stage.visit();
  await page.goto('/en/ask/name-query/');
  await tabTo(page, 'companyName');
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('problems');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('importerNumber');
});
