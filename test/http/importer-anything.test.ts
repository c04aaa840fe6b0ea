import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { states } from '#test/fakes/importer-cases.ts';
import { FORM_TYPE, JSON_TYPE, asForm, asJson } from './desk.ts';
import { doorTo, importerDoor } from './importer.ts';
import { headerValue, nastyText } from './nasty.ts';

/** What strangers, broken programs and attackers send to the importer's door: answered, never with a fault of ours, never with 403. */
const noFault = [200, 202, 303, 400, 404, 405, 409, 410, 413, 415, 422];
const PATIENCE = { timeout: 120_000 };

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

describe('anything at all', PATIENCE, () => {
  const place = fc.constantFrom('links', 'links/asked', 'confirm/', 'case/', 'case/x/replies', 'case/x/answers');
  const address = fc.tuple(place, nastyText).map(([at, text]) => (at.endsWith('/') ? at + encoded(text) : at));
  const method = fc.constantFrom('GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS');
  const header = fc.tuple(
    fc.constantFrom('accept', 'content-type', 'content-length', 'origin', 'sec-fetch-site', 'cookie'),
    headerValue,
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .dictionary(fc.constantFrom('reference', 'email', 'text', 'q1', 'question'), nastyText)
      .map((given) => Buffer.from(JSON.stringify(given))),
  );

  it('sent to any address', async () => {
    await fc.assert(
      fc.asyncProperty(method, address, body, fc.array(header, { maxLength: 3 }), async (how, path, bytes, headers) => {
        const plain = how === 'GET' || how === 'HEAD';
        const response = await importerDoor().send(how, path, {
          ...(!plain && { body: new Uint8Array(bytes) }),
          headers: { 'content-type': JSON_TYPE, ...Object.fromEntries(headers) },
        });
        expect(noFault).toContain(response.status);
        expect(response.headers.get('cache-control')).toBe('no-store');
      }),
      { numRuns: 800 },
    );
  });

  it('said on the page of a case, is shown again as it was said, and never as markup', async () => {
    await fc.assert(
      fc.asyncProperty(nastyText, nastyText, fc.boolean(), async (answer, message, form) => {
        const door = await doorTo(states.asked());
        const said = { q1: answer.toWellFormed(), text: message.toWellFormed() };
        const response = await door.send('POST', `${door.at}/replies`, form ? asForm(said) : asJson(said));
        expect([200, 303, 422]).toContain(response.status);
        const page = await (await door.get(door.at)).text();
        expect(page.match(/<(script|img|svg|iframe)\b[^>]*\s(src|on)[^>]*/g)).toEqual([
          '<script src="/scripts/case.js" defer',
        ]);
        expect(JSON.stringify(door.logged)).not.toMatch(/evil|Acme/);
      }),
      { numRuns: 150 },
    );
  });

  it('filled in where answers are missing', async () => {
    const names = [
      'newEmail',
      'dba',
      'companyType',
      'certified',
      'certifierFirst',
      'country',
      'importerNumber',
      '__proto__',
    ];
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), nastyText), async (given) => {
        const door = await doorTo(states.converted());
        const sent = asForm(
          new URLSearchParams(Object.entries(given).map(([name, text]) => [name, text.toWellFormed()])).toString(),
        );
        const response = await door.send('POST', `${door.at}/answers`, {
          ...sent,
          headers: { ...sent.headers, 'content-type': FORM_TYPE },
        });
        expect(response.status).toBe(422);
        expect(door.stored().answers['contactEmail']).toBe('rosa@acme-imports.example');
      }),
      { numRuns: 150 },
    );
  });
});
