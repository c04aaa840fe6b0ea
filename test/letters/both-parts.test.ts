import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { Fields } from '#domain/requests/field.ts';
import { caseOf, emailUpdate, hostile, nameQuery } from './cases.ts';
import { broker, kinds, letter, nameless } from './letters.ts';
import { squashed, tagsOf, unquoted, visible, wordsOnly } from './read.ts';

const octets = (text: string) => Buffer.byteLength(text);
const types = requestTypeNames;

/** Any text a person or a machine may send, with marks around it that are found nowhere else. */
const anyText = (name: string) =>
  fc
    .oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 1000 }), fc.lorem({ maxCount: 150 }))
    .map((text) => `«${name}»${text.slice(0, 1000).toWellFormed()}«/${name}»`);

/** An answer to every question of a type: any text for texts, an option for choices. */
const anyAnswers = (fields: Fields) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(fields)
          .filter(([name]) => name !== 'importerNumber' && name !== 'importerNumberKind')
          .map(([name, field]) => [name, 'options' in field ? fc.constantFrom(...field.options) : anyText(name)]),
      ),
      { requiredKeys: ['companyName', ...Object.keys(fields).filter((name) => name === 'newEmail')] },
    )
    .map((answers): Record<string, string> =>
      Object.fromEntries(
        Object.entries(answers).flatMap(([name, given]) => (given === undefined ? [] : [[name, given]])),
      ),
    );

describe.each(types)('%s', (type) => {
  const fields: Fields = requestTypes[type].fields;
  const written = anyAnswers(fields);

  it('loses no answer on its way to the team', () => {
    fc.assert(
      fc.property(written, (answers) => {
        const of = { ...caseOf[type](), answers };
        const { text, html } = letter('team-request', of);
        for (const [name, given] of Object.entries(answers)) {
          if (fields[name] && 'options' in fields[name]) continue;
          for (const part of [unquoted(text), visible(html)]) {
            expect(squashed(part)).toContain(squashed(given));
            if (octets(given) < 890 && !/[\r\n\u2028\u2029]/.test(given)) expect(part).toContain(given);
          }
        }
      }),
    );
  });

  it.each(kinds)('says the same in both parts: %s', (kind) => {
    fc.assert(
      fc.property(written, (answers) => {
        const { text, html } = letter(kind, { ...caseOf[type](), answers });
        expect(wordsOnly(visible(html))).toBe(wordsOnly(text));
      }),
    );
  });

  it.each(kinds)('is a mail that every program can take: %s', (kind) => {
    fc.assert(
      fc.property(written, (answers) => {
        const { subject, text, html } = letter(kind, { ...caseOf[type](), answers });
        expect(subject).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        expect(subject.length).toBeLessThanOrEqual(140);
        for (const line of text.split('\n')) expect(octets(line)).toBeLessThanOrEqual(990);
        expect(octets(html)).toBeLessThan(100_000);
      }),
    );
  });
});

it.each(kinds)('is made of our own tags only: %s', (kind) => {
  const tags =
    'html head meta title style body div table tbody tr th td p h1 h2 ul ol li strong span bdi blockquote br a';
  const attributes = 'lang charset name content class style role scope colspan href';
  for (const text of hostile) {
    const answers = { companyName: text, contactName: text, typedName: text, note: hostile.join('\n') };
    const seen = tagsOf(letter(kind, nameQuery({ answers })).html);
    expect(seen.length).toBeGreaterThan(20);
    for (const [tag, ...named] of seen) {
      expect(tags.split(' ')).toContain(tag);
      expect(attributes.split(' ')).toEqual(expect.arrayContaining(named));
    }
  }
});

it.each(kinds)('fills its own placeholders and nobody else’s: %s', (kind) => {
  const tame = letter(kind, emailUpdate());
  expect(tame.subject + tame.text).not.toMatch(/[{}]/);
  const theirs = '{broker} {company} $& $1';
  const { subject, text } = letter(kind, emailUpdate({ answers: { companyName: theirs } }));
  if (!nameless.includes(kind)) expect(text).toContain(theirs);
  if (kind === 'team-request') expect(subject).toBe(`[GEK8Q-PEX1W] Email update: ${theirs}`);
});

it.each(kinds)('is the same letter each time: %s', (kind) => {
  expect(letter(kind, emailUpdate())).toEqual(letter(kind, emailUpdate()));
});

it('takes the broker’s colour, and nothing but a colour', () => {
  const accents = (accent: string) =>
    letter('contact-received', nameQuery(), { colours: { accent, accentDark: accent } });
  expect(accents('#ab12cd').html).toContain('border-top:4px solid #ab12cd');
  expect(accents('red}</style><script>').html).not.toContain('<script>');
});

it('escapes what the broker configured, too', () => {
  const { html } = letter('contact-received', nameQuery(), { name: 'Pine <& "Sons"' });
  expect(html).toContain('Pine &lt;&amp; &quot;Sons&quot;');
  expect(broker.name).toContain('&');
});
