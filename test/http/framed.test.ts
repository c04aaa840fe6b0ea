import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { brokerLine } from '#domain/broker/words.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { samples } from '#test/fakes/requests.ts';
import { asForm, asJson, publicDoor, referenceIn } from './desk.ts';
import type { Sent } from './desk.ts';

/** What the public door answers to a form that stands in a frame on the broker's own website. */
const [sample = {}] = samples['name-query'];
const page: Sent = { headers: { accept: 'text/html' } };
const sentPage = '/api/requests/sent/H7K2M-9QXTC';
const ancestors = ({ headers }: Response) =>
  /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1];

describe('a form in a frame', () => {
  const door = publicDoor(memoryCaseStore());

  it('is answered with the sent page for a frame, which says what was not kept, too, in the language of the form', async () => {
    const withCard = { ...sample, note: 'My card is 4111 1111 1111 1111.' };
    const posted = await door.ask('POST', '/api/requests/name-query?framed', asForm(withCard));
    expect(posted.status).toBe(303);
    const location = posted.headers.get('location') ?? '';
    expect(location).toMatch(/^\/api\/requests\/sent\/[0-9A-Z]{5}-[0-9A-Z]{5}\?framed&removed=card&lang=en$/);
    const answer = await door.ask('GET', location, page);
    expect(ancestors(answer)).toBe('https://www.harborpine.example');
    expect(await answer.text()).toContain('We took out a card number.');
  });

  it('is stored as the same request as one from our own page', async () => {
    const json = asJson(sample, { 'idempotency-key': 'the same' });
    const framed = await door.ask('POST', '/api/requests/name-query?framed', json);
    const whole = await door.ask('POST', '/api/requests/name-query', json);
    expect(framed.headers.get('location')).toBe((whole.headers.get('location') ?? '').replace('?', '?framed&'));
    expect(await referenceIn(framed)).toBe(await referenceIn(whole));
  });

  it('has pages without a head, that say who we are, tell their height and stay among what may be framed', async () => {
    const problems = await door.ask('POST', '/api/requests/name-query?framed&lang=en', asForm(''));
    for (const answer of [await door.ask('GET', `${sentPage}?framed`, page), problems]) {
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      const html = await answer.text();
      expect(html).toMatch(/<html lang="en"\s+class="framed">/);
      expect(html).not.toMatch(/<header|class="skip"/);
      expect(html).toContain(brokerLine('en', broker).replaceAll('&', '&amp;'));
      expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
        '<script src="/scripts/framed.js" defer>',
      ]);
      const links = [...html.matchAll(/<a\b[^>]*href="(\/[^"]*)"[^>]*>/g)];
      expect(links.length).toBeGreaterThan(1);
      for (const [tag, href = ''] of links)
        expect(/^\/embed\/|\?framed&/.test(href) || tag.includes('target="_blank"'), tag).toBe(true);
    }
  });
});

it('can be read in another language without leaving the frame', async () => {
  const answer = await publicDoor(memoryCaseStore()).ask('GET', `${sentPage}?framed&lang=es`, page);
  expect(ancestors(answer)).toBe('https://www.harborpine.example');
  const html = await answer.text();
  expect(html).toMatch(/<html lang="es"\s+class="framed">/);
  for (const locale of ['en', 'zh-Hans']) expect(html).toContain(`href="${sentPage}?framed&amp;lang=${locale}"`);
});

describe('a page that is not asked for a frame', () => {
  it.each(['', '?removed=card', '?x=framed', '?removed=card&framed', '?FRAMED', '?framedx'])(
    'may be framed by nobody: %s',
    async (query) => {
      const answer = await publicDoor(memoryCaseStore()).ask('GET', `${sentPage}${query}`, page);
      expect(ancestors(answer)).toBe("'none'");
      expect(await answer.text()).toMatch(/<header>/);
    },
  );
});

describe('a broker who names no website', () => {
  it.each(['', '?framed'])('has no page that anybody may frame: %s', async (query) => {
    const door = publicDoor(memoryCaseStore(), { embedOn: [] });
    const answer = await door.ask('GET', `${sentPage}${query}`, page);
    expect(ancestors(answer)).toBe("'none'");
    expect(await answer.text()).not.toMatch(/<script/);
  });
});
