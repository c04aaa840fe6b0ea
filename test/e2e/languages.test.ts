import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { localeNames } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import { textsOf } from '#domain/requests/texts.ts';
import { textsIn } from '#letters/words.ts';
import { samples } from '#test/fakes/requests.ts';
import { importerWords } from '../../functions/http/pages/importer/words.ts';
import { pageWords } from '../../functions/http/pages/words.ts';
import { questions } from '../../web/src/triage/graph.ts';
import { triageWords } from '../../web/src/triage/words.ts';
import { wordsOf } from '../../web/src/text/words.ts';
import { mailTo, mailsOf } from './mails.ts';
import { eventually, useStage } from './stage.ts';

const stage = useStage();
const others: readonly Locale[] = broker.languages.slice(1);
const sample = samples['name-query'][0] ?? {};

/** Answers a form by its questions' names: their labels differ from language to language. */
async function fillIn(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const name of Object.keys(requestTypes['name-query'].fields)) {
    const value = answers[name];
    if (value === undefined) continue;
    const boxes = page.locator(`form [name="${name}"]`);
    const kind = await boxes.first().evaluate((box) => box.getAttribute('type') ?? box.tagName);
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`form [name="${name}"][value="${value}"]`).check();
    else if (kind === 'SELECT') await boxes.selectOption(value);
    else await boxes.fill(value);
  }
}

const toLanguage = (page: Page, language: Locale) =>
  page.locator('.languages').getByRole('link', { name: localeNames[language], exact: true }).click();

describe('the bare address', () => {
  it.each([
    ['es-MX', 'es'],
    ['zh-CN', 'zh-Hans'],
    ['fr-FR', 'en'],
  ])('leads who reads %s to /%s/', async (locale, language) => {
    const { page } = await stage.visit({ locale });
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe(`/${language}/`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
  });
});

describe.each(others)('to %s and back', (language) => {
  it('keeps the page and what was typed', async () => {
    const { page } = await stage.visit({ device: 'phone' });
    await page.goto('/en/ask/name-query/');
    await fillIn(page, sample);
    await toLanguage(page, language);
    await page.waitForURL(`**/${language}/ask/name-query/`);
    for (const name of ['companyName', 'contactEmail', 'contactRole'])
      await eventually(() => page.locator(`[name="${name}"]`).first().inputValue()).toBe(sample[name]);
    await page.goto(`/${language}/help/answer/mailbox-is-gone/`);
    await toLanguage(page, 'en');
    await page.waitForURL('**/en/help/answer/mailbox-is-gone/');
  });

  it('without script, from the first question to the letter in the inbox', async () => {
    const { page } = await stage.visit({ device: 'phone', javaScriptEnabled: false });
    const triage = triageWords(language);
    await page.goto(`/${language}/`);
    await page.getByRole('link', { name: triage['shown.does-not-match'] }).first().click();
    await page.getByRole('link', { name: triage['details.checked'] }).click();
    expect(questions.details.checked).toMatchObject({ result: 'name-on-file' });
    await page.locator('main a.button[href*="/ask/name-query/"]').click();
    await page.waitForURL(`**/${language}/ask/name-query/**`);
    // The same answers in another language would be the same request.
    await fillIn(page, { ...sample, companyName: `Acme Imports ${language} LLC` });
    await page.getByRole('button', { name: wordsOf(language)['ask.send'] }).click();
    await page.getByRole('heading', { name: pageWords(language)['sent.title'] }).waitFor();
    const reference = await page.locator('.reference').innerText();

    const letter = mailTo(await mailsOf(stage, reference, 2), sample['contactEmail'] ?? '');
    const words = textsIn(language);
    const type = textsOf(language, 'name-query')['name'] ?? '';
    expect(letter.subject).toBe(words['received.subject'].replace('{reference}', reference).replace('{type}', type));
    expect(letter.html).toContain(`<html lang="${language}">`);
    expect(letter.text).toContain(words['received.never']);
    const [confirm = ''] = /https?:\S+\/api\/importer\/confirm\/\S+/.exec(letter.text) ?? [];
    await page.goto(confirm);
    await page.getByRole('button', { name: importerWords(language)['confirm.button'] }).click();
    await page.getByRole('heading', { name: importerWords(language)['confirmed.title'] }).waitFor();
  });

  it('a form says each problem, beside its question and on top', async () => {
    const { page } = await stage.visit();
    await page.goto(`/${language}/ask/name-query/`);
    await page.locator('form button[type=submit]').click();
    await page.getByRole('heading', { name: wordsOf(language)['problems.title'] }).waitFor();
    const said = await page.locator('#problems li').allInnerTexts();
    const label = textsOf(language, 'name-query')['companyName.label'] ?? '';
    expect(said.filter((line) => line.includes(label))).toHaveLength(1);
    await toLanguage(page, 'en');
    await page.waitForURL('**/en/ask/name-query/');
  });
});
