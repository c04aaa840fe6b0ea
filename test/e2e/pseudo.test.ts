import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { alphabet } from '#domain/company-name/alphabet.ts';
import { localeNames } from '#domain/requests/locale.ts';
import { samples } from '#test/fakes/requests.ts';
import { eventually, useStage } from './stage.ts';
import { messages } from './mails.ts';
import { kindsOfPages } from './pages.ts';
import { outside, pseudo, pseudoJson } from './pseudo/pseudo.ts';
import { standsOut } from './stands-out.ts';

const stage = useStage({ pseudo: true });

/** Titles and summaries of guides and results: they stand in front matter, which the pseudo-locale cannot reach. */
const content = fileURLToPath(new URL('../../web/src/content', import.meta.url));
const frontMatter = readdirSync(content, { recursive: true })
  .map(String)
  .filter((file) => file.includes('en/') && file.endsWith('.md'))
  .flatMap((file) => [...readFileSync(`${content}/${file}`, 'utf8').matchAll(/^(?:title|summary|means): (.+)$/gm)])
  .map(([, said = '']) => said);

/** What stands on pages and in letters by right without a text file: who the broker is, names of languages, what was typed. */
const names = [
  ...[broker.name, broker.phone, broker.email, new URL(broker.website).host, broker.licenceNumber],
  ...[broker.siteDomain, broker.powerOfAttorneyLink ?? '', ...Object.values(localeNames), ...frontMatter],
  ...Object.values(samples['name-query'][0] ?? {}),
  ...['Acme Imports', 'ACME IMPORTS LLC'],
  // A reference is read out in every language by the same words.
  ...alphabet,
]
  .filter((name) => name.length > 2)
  .sort((a, b) => b.length - a.length);

/** Read in a row: a bracket may open before a link or a time that is filled in, and close behind it. */
const forgotten = (texts: readonly string[]): string[] =>
  outside(texts.join('\n'))
    .split('\n')
    // Times that a tool's script shows, and says in one breath, and addresses that it shows.
    .map((text) => text.replace(/\w+day, [^.]+? \d{4} at [^.]+?(Time|GMT[+\d:]*)|\S+@\S+/g, ''))
    .map((text) => names.reduce((left, name) => left.replaceAll(name, ''), text))
    .filter((left) => /\p{L}{2}/u.test(left));

/** Every text that the page shows or says, apart from times, addresses, and what is marked as of another language. */
const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const skipped =
      'time, script, style, template, noscript, code, .code, .reference, [translate=no], body [lang], [autocomplete=country] option';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement && !parentElement.closest(skipped)) texts.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]'))
      for (const name of ['aria-label', 'alt', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });

async function expectWhole(page: Page): Promise<void> {
  expect(forgotten(await textsOn(page)), 'stands in the code, in no text file').toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await standsOut(page), 'longer words run out of their box').toEqual({ by: 0, wide: [] });
}

describe('in a language that is 40 % longer, no page has a forgotten text, and none runs out of its box', () => {
  it.each(kindsOfPages.filter((path) => path !== '/'))('%s', async (path) => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/status of 404/);
    await page.goto(path);
    await expectWhole(page);
  });

  it('a form with every problem', async () => {
    const { page } = await stage.visit();
    await page.goto('/en/ask/email-update/');
    await page.locator('form button[type=submit]').click();
    await page.locator('#problems li').first().waitFor();
    await expectWhole(page);
  });

  it('what the doors answer, and the letters that follow', async () => {
    const { page, expectComplaint } = await stage.visit({ javaScriptEnabled: false });
    expectComplaint(/status of 422/);
    await page.goto('/en/ask/name-query/');
    await page.locator('.form form').evaluate((form) => form.setAttribute('novalidate', ''));
    await page.locator('form button[type=submit]').click();
    await page.locator('.card.bad li').first().waitFor();
    await expectWhole(page);

    const form = samples['name-query'][0] ?? {};
    const answer = await fetch(`${stage.site()}/api/requests/name-query?lang=en`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, locale: 'en' }).toString(),
      redirect: 'manual',
    });
    await page.goto(answer.headers.get('location') ?? '');
    await expectWhole(page);

    const receipt = async () => (await messages(stage)).find(({ to }) => to.includes(form['contactEmail'] ?? ''));
    await eventually(async () => (await receipt())?.subject ?? '').not.toBe('');
    const { text = '', subject = '' } = (await receipt()) ?? {};
    const lines = [subject, ...text.split('\n')].filter(
      (line) => !/^\S+@\S+$|^https?:|\d{4}.*\d:\d\d/.test(line.trim()),
    );
    expect(forgotten(lines.map((line) => line.replace(/\[?\w{5}-\w{5}\]?|https?:\S+/g, '')))).toEqual([]);

    const [confirm = ''] = /https?:\S+\/api\/importer\/confirm\/\S+/.exec(text) ?? [];
    await page.goto(confirm);
    await expectWhole(page);
  });
});

describe('the pseudo-locale itself', () => {
  it('marks a text, makes it longer, and leaves alone what is filled in', () => {
    expect(pseudo('We answer by {due}.')).toBe('⟦Wéè áànswéèr by {due}.⟧');
    expect(pseudo('One\nhttps://ace.cbp.gov')).toBe('⟦ÓÒnéè⟧\n⟦https://ace.cbp.gov⟧');
    expect(pseudoJson('{"a":"Go"}')).toBe('{"a":"⟦Góò⟧"}');
  });

  it('finds what stands outside', () => {
    expect(outside('⟦a ⟦b⟧ c⟧ Received')).toBe(' Received');
    expect(forgotten(['⟦Phóònéè⟧: +1 555', 'Received ⟦x⟧'])).toEqual(['Received ']);
  });
});
