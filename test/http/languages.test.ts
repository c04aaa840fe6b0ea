import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { brokerLine } from '#domain/broker/words.ts';
import { locales } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { wordsOfProblem } from '#domain/requests/texts.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { opened, samples } from '#test/fakes/requests.ts';
import { inLanguage, languageOf } from '../../functions/http/languages.ts';
import { importerWords } from '../../functions/http/pages/importer/words.ts';
import { pageWords } from '../../functions/http/pages/words.ts';
import { errorsIn, publicDoor, referenceIn } from './desk.ts';
import { doorTo, importerDoor } from './importer.ts';

const asked = (query: string, accept?: string) => ({
  query,
  headers: accept === undefined ? {} : { 'accept-language': accept },
});

describe('the language of an answer', () => {
  it.each<[query: string, accept: string | undefined, language: Locale]>([
    ['', undefined, 'en'],
    ['lang=es', undefined, 'es'],
    ['lang=es', 'zh-CN', 'es'],
    ['lang=fr', 'zh-CN', 'zh-Hans'],
    ['removed=bank&lang=zh-Hans', undefined, 'zh-Hans'],
    ['', 'es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['', 'en;q=0.3, es;q=0.7', 'es'],
    ['', 'fr-CA, zh-SG', 'zh-Hans'],
    ['', 'zh-TW, en', 'en'],
    ['', 'zh', 'zh-Hans'],
    ['', 'ES-419', 'es'],
    ['', 'zh-not-a-tag!, es', 'es'],
    ['', 'es;q=0, de', 'en'],
    ['', ';;,q=,=x,*', 'en'],
    ['', 'x'.repeat(5000), 'en'],
  ])('?%s with %s is %s', (query, accept, language) => {
    expect(languageOf(asked(query, accept), locales)).toBe(language);
  });

  it('is one that the broker offers', () => {
    expect(languageOf(asked('lang=es', 'zh-CN'), ['en'])).toBe('en');
  });

  it('is said on an address beside what stands there', () => {
    expect(inLanguage('/a', 'es')).toBe('/a?lang=es');
    expect(inLanguage('/a?b=c', 'zh-Hans')).toBe('/a?b=c&lang=zh-Hans');
  });
});

const others = broker.languages.filter((language) => language !== 'en');
const sample = samples['name-query'][0] ?? {};
const asPage = { headers: { accept: 'text/html' } };

describe.each(others)('in %s', (language) => {
  const words = pageWords(language);
  const line = brokerLine(language, broker).replace(/&/g, '&amp;');

  it('a form that was refused says so, and a program that named its language is told the same', async () => {
    const door = publicDoor(memoryCaseStore());
    const missing = wordsOfProblem(language, 'name-query', { field: 'companyName', code: 'missing' });
    const { companyName: _, ...answers } = sample;
    const page = await door.postForm(`name-query?lang=${language}`, { ...answers, locale: language });
    const html = await page.text();
    expect(page.status).toBe(422);
    expect(html).toMatch(new RegExp(`<html lang="${language}"\\s*>`));
    expect(html).toContain(words['problems.title']);
    expect(html).toContain(line);
    const told = await door.postJson('name-query', { ...answers, locale: language });
    expect((await errorsIn(told)).map(({ message }) => message)).toContain(missing);
  });

  it('the sent page follows in it, and leads to itself in the others', async () => {
    const cases = memoryCaseStore();
    const door = publicDoor(cases);
    const sent = await door.postForm(`name-query?lang=${language}`, { ...sample, locale: language });
    expect(cases.all().map(({ locale }) => locale)).toEqual([language]);
    const address = sent.headers.get('location') ?? '';
    expect(address).toMatch(new RegExp(`^/api/requests/sent/\\w{5}-\\w{5}\\?lang=${language}$`));
    const html = await (await door.ask('GET', address, asPage)).text();
    expect(html).toContain(words['sent.stored']);
    for (const other of broker.languages.filter((one) => one !== language)) {
      const [, link = ''] = new RegExp(`href="([^"]*)" lang="${other}"`).exec(html) ?? [];
      expect(await (await door.ask('GET', link, asPage)).text()).toContain(pageWords(other)['sent.stored']);
    }
  });

  it('trouble is said in the language that the browser prefers', async () => {
    const door = publicDoor(memoryCaseStore());
    const headers = { accept: 'text/html', 'accept-language': language };
    const lost = await door.ask('GET', '/api/requests/sent/nonsense', { headers });
    expect([lost.status, await lost.text()]).toEqual([404, expect.stringContaining(line)]);
  });

  it('the page of a request speaks the language of the request, until its reader picks another', async () => {
    const { get, form, part } = await doorTo({ ...opened('name-query'), locale: language });
    const own = await (await get(`case/${part}`)).text();
    expect(own).toContain(importerWords(language)['facts.title']);
    const english = await (await get(`case/${part}?lang=en`)).text();
    expect(english).toContain(importerWords('en')['facts.title']);
    const [, action = ''] = /action="\/api\/importer\/([^"]*replies[^"]*)"/.exec(english) ?? [];
    expect(action).toBe(`case/${part}/replies?lang=en`);
    const refused = await form(action, { text: '' });
    expect(await refused.text()).toContain(importerWords('en')['nothing-said']);
    const kept = await form(action, { text: 'Thank you.' });
    expect(kept.headers.get('location')).toBe(`/api/importer/case/${part}?done=reply&lang=en`);
  });

  it('a link is asked for and followed in it', async () => {
    const door = importerDoor();
    const refused = await door.form(`links?lang=${language}`, { reference: '', email: '' });
    expect(await refused.text()).toContain(importerWords(language)['problems.title']);
    const taken = await door.form(`links?lang=${language}`, {
      reference: 'H7K2M-9QXTC',
      email: 'rosa@acme-imports.example',
    });
    const next = taken.headers.get('location') ?? '';
    const html = await (await door.get(next.replace('/api/importer/', ''))).text();
    expect(html).toContain(importerWords(language)['asked.title']);
  });
});

it('the same request sent again in another language is the same case', async () => {
  const door = publicDoor(memoryCaseStore());
  const submissionId = '00000000-0000-4000-a000-0000000000aa';
  const references = await Promise.all(
    locales.map(async (locale) => referenceIn(await door.postJson('name-query', { ...sample, submissionId, locale }))),
  );
  expect(references).toEqual([references[0], references[0], references[0]]);
});
