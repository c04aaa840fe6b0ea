import { describe, expect, it } from 'vitest';
import { closeReasons, declineReasons } from '#domain/case/moves/move.ts';
import { locales } from '#domain/requests/locale.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { writeLetter } from '#letters/write-letter.ts';
import { caseOf, emailUpdate, nameQuery } from './cases.ts';
import { broker, letterAsIs, linkFor, siteUrl } from './letters.ts';
import { visible, wordsOnly } from './read.ts';
import { answered, end, toldOutcomes } from './ready.ts';
import { faults } from './validator.ts';

/** A second number, for the answer that tells of several. */
const second = { answers: { importerNumber2: '252704-12345' } };

/** Every way a request ends, as its importer reads it. */

describe.each(locales)('in the language %s', (locale) => {
  const ends = [
    ...toldOutcomes.map(
      ([type, code]) => [type, 'outcome', answered(caseOf[type]({ locale, ...second }), end(code))] as const,
    ),
    ...requestTypeNames.flatMap((type) => [
      ...declineReasons.map(
        (reason) =>
          [
            type,
            'declined',
            { ...caseOf[type]({ locale }), outcome: end('declined', { values: { reason }, words: 'Sorry.' }) },
          ] as const,
      ),
      ...closeReasons.map(
        (reason) =>
          [type, 'closed', { ...caseOf[type]({ locale }), outcome: end('closed', { values: { reason } }) }] as const,
      ),
    ]),
  ].map(
    ([type, kind, of]) => [`${type}, ${of.outcome?.code} ${of.outcome?.values['reason'] ?? ''}`, kind, of] as const,
  );

  it.each(ends)('tells %s', async (_, kind, of) => {
    const { subject, text, html } = letterAsIs(kind, of);
    expect(wordsOnly(visible(html))).toBe(wordsOnly(text));
    expect(subject + text).not.toMatch(/[{}]|undefined|95-?1234567/);
    expect(text).toContain(broker.phone);
    expect(await faults(html)).toEqual([]);
    expect(html).toContain(`<html lang="${locale}">`);
  });
});

it('tells a name first in full, then in 32 characters, each with its spaces shown, then word by word for the phone', () => {
  const { text, html } = letterAsIs('outcome', answered(nameQuery(), end('name-on-file')));
  const places = [
    'Type this name first:\n\n    ACME IMPORTS AND EXPORTS OF FLORIDA LLC\n',
    'If the form refuses it, try this one:\n\n    ACME IMPORTS & EXPORTS OF FLORID\n',
    'CBP’s record also shows a second name (DBA):\n\n    BEST TOYS\n',
    '1. ',
    'ACME: Alfa, Charlie, Mike, Echo\n',
    '&: ampersand\n',
  ].map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text.match(/^ACME: /gm)).toHaveLength(1);
  expect(html.match(/<span class="space"[^>]*> <\/span>/g)).toHaveLength(6 + 5 + 1);
});

it('says each of two spaces in a row, and copies as the name', () => {
  const values = { abbreviatedName: 'ACME  CO' };
  const { text, html } = letterAsIs('outcome', answered(nameQuery(), end('name-on-file', { values })));
  expect(text).toContain('␣␣: space, space');
  expect(text).not.toContain('If the form refuses it, try this one');
  expect(visible(html)).toContain('ACME  CO');
});

it('says when CBP accepted, which mailbox gets the code, and adds what the member wrote', () => {
  const { text } = letterAsIs('outcome', answered(emailUpdate(), end('accepted', { words: 'Good luck.\nAda' })));
  expect(text).toContain('on Friday, July 10, 2026 at 10:05 AM Eastern Time');
  expect(text).toContain('one-time code to customs@acme-imports.example');
  expect(text).toContain('A word from us\n--------------\n> Good luck.\n> Ada\n');
  expect(letterAsIs('outcome', answered(emailUpdate(), end('accepted'))).text).not.toContain('A word from us');
});

it('leaves out the step that the broker has nothing for', () => {
  const of = answered(nameQuery(), end('needs-power-of-attorney'));
  const { powerOfAttorneyLink = '', ...bare } = broker;
  expect(letterAsIs('outcome', of).text).toContain(powerOfAttorneyLink);
  const without = writeLetter({ case: of, broker: bare, siteUrl, letter: { kind: 'outcome' }, link: siteUrl });
  expect(without.text).not.toContain('use this page');
  expect(without.text).toContain('Ask them first.');
});

it('says one sentence on suspicion, whatever was typed, and nowhere to press', () => {
  const of = {
    ...nameQuery(),
    outcome: end('declined', { values: { reason: 'suspicion' }, words: 'We know of you.' }),
  };
  expect(linkFor(of, 'declined')).toBeUndefined();
  const { subject, text, html } = letterAsIs('declined', of);
  expect(text.split('---')[0]).toBe(
    [
      broker.name,
      'Please call us\n==============',
      'We cannot do this online. Please call us.',
      `Phone: ${broker.phone}\nReference: GEK8Q-PEX1W`,
      '',
    ].join('\n\n'),
  );
  expect(html).not.toMatch(/class="button"|mailto:/);
  const other = { ...nameQuery(), outcome: end('closed', { values: { reason: 'duplicate' } }) };
  expect(letterAsIs('closed', other).subject).toBe(subject);
});

it('tells each of several numbers by its end, with its names or with words in their place', () => {
  const { text } = letterAsIs('outcome', answered(nameQuery(second), end('names-on-file')));
  const places = [
    'EIN ending 4567',
    'ACME IMPORTS OF FLORIDA LLC',
    'CBP-assigned number ending 2345',
    'nothing on file',
  ];
  const found = places.map((words) => text.indexOf(words, text.indexOf('sign.')));
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(text).not.toContain('252704');
});

it('tells a member’s own steps as text: they make no link and fill no place', () => {
  const values = { guidance: 'Sign in with that mailbox.\n\n See http://evil.example for {phone}. ' };
  const { text, html } = letterAsIs('outcome', answered(caseOf['account-error'](), end('guidance-sent', { values })));
  expect(text).toMatch(
    /1\. Sign in with that mailbox\.\n+2\. See http:\/\/evil\.example for \{phone\}\.\n+3\. Are you stuck/,
  );
  expect(html).not.toContain('href="http://evil.example');
});
