import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '#domain/requests/check.ts';
import type { Field } from '#domain/requests/field.ts';
import { readRequest } from '#domain/requests/read-request.ts';
import { secretProblems } from '#domain/requests/secret-answers.ts';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { samples, world } from '#test/fakes/requests.ts';

/**
 * The page asks `problemsOf`, which knows no schema; the door asks `readRequest`. What the page lets through, the door takes.
 * They differ on purpose in one thing: above these problems the page also asks to take out a secret (`secretProblems`), where
 * the door takes it out itself and refuses nothing.
 */
const runs = 2000;

const fieldsOf = (type: RequestTypeName): readonly [string, Field][] => Object.entries(requestTypes[type].fields);

/** Texts near a rule of some field, on either side of it. */
const nearly: readonly string[] = [
  '',
  ' ',
  '\t',
  '\u00a0',
  '-',
  '.',
  'a',
  'ab',
  'yes',
  'no',
  'not-sure',
  'other',
  ' yes ',
  'YES',
  'US',
  'CA',
  'GB',
  'us',
  'UK',
  'ein',
  'cbp',
  'ssn',
  '95-1234567',
  '951234567',
  '95-123456700',
  '95-12345670',
  '00-1234567',
  '252704-12345',
  '25270412345',
  '212-34-5678',
  '5678',
  '0000',
  '900-70-1234',
  '078-05-1120',
  '１２－３４５６７８９',
  'DE123456789',
  '1'.repeat(64),
  '1'.repeat(65),
  'rosa@acme.example',
  'a@b',
  'a@b.c',
  'a b@c.example',
  'a@b.example, c@d.example',
  'a@b.example;c@d.example',
  'ops@harborpine.example',
  'OPS@HARBORPINE.EXAMPLE',
  'ops@mail.harborpine.example',
  'ops@notharborpine.example',
  `${'a'.repeat(64)}@acme.example`,
  `${'a'.repeat(65)}@acme.example`,
  `a@${'b'.repeat(80)}.example`,
  `a@${'b.'.repeat(46)}example`,
  '+1 305 555 0142',
  '123456',
  '1234567',
  '123456789012345',
  '1234567890123456',
  '305-555-0142 x12',
  '305 555 0142 ext',
  '(+1) 305/5550142',
  '204',
  '20a',
  '12345678',
  '123456789',
  '33122',
  '33122-1234',
  '3312',
  'K1A 0B1',
  'k1a0b1',
  'K1A-0B1',
  'D1234',
  '33122 1234',
  'x'.repeat(15),
  'x'.repeat(16),
  'x'.repeat(50),
  'x'.repeat(51),
  'x'.repeat(60),
  'x'.repeat(61),
  'x'.repeat(100),
  'x'.repeat(101),
  'x'.repeat(200),
  'x'.repeat(201),
  'x'.repeat(1000),
  'x'.repeat(1001),
  ` ${'x'.repeat(100)} `,
  'a\nb',
  'a\r\nb',
  'a\tb',
  'a\u0000b',
  'a\u202eb',
  'a\u2066b',
  '\ud83d',
  '\ufffd',
  '🚢',
  '🚢'.repeat(50),
  '...',
  '١٢٣٤٥٦٧',
  '219-09-9999',
  '219-09-9999@acme.example',
  '4111111111111111@acme.example',
  'password: hunter2',
  'acct 12345678',
  '3782 822463 10005',
  'already-linked',
  'already-user',
  'no-code',
];

const anyText = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...nearly) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...Array.from('0123456789-+() x#.@ab')), maxLength: 20 }) },
);

/** Given for another number of the same request, they are what rules between numbers look for. */
const theSamplesNumbers = ['95-1234567', '252704-12345', '95-123456700'];

/** An answer as the page can send it: one of the options, any text, or nothing. */
const answerTo = (field: Field): fc.Arbitrary<string | undefined> => {
  const likely = 'options' in field ? field.options : field.kind === 'importer-number' ? theSamplesNumbers : [];
  const text = likely.length > 0 ? fc.oneof(fc.constantFrom(...likely), anyText) : anyText;
  return fc.option(text, { nil: undefined, freq: 6 });
};

const withoutNothing = (given: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

const arbitrary = (type: RequestTypeName) =>
  fc.record(Object.fromEntries(fieldsOf(type).map(([name, field]) => [name, answerTo(field)]))).map(withoutNothing);

/** Most requests that are wrong are right but for an answer or two; these reach the rules between answers. */
const nearlyRight = (type: RequestTypeName) => {
  const change = fc
    .constantFrom(...fieldsOf(type))
    .chain(([name, field]) => fc.tuple(fc.constant(name), answerTo(field)));
  return fc
    .tuple(fc.constantFrom(...samples[type]), fc.array(change, { maxLength: 5 }))
    .map(([sample, changes]) => withoutNothing({ ...sample, ...Object.fromEntries(changes) }));
};

const door = (type: RequestTypeName, given: Readonly<Record<string, unknown>>) => {
  const reading = readRequest(type, given, world);
  return 'problems' in reading ? reading.problems : [];
};
const page = (type: RequestTypeName, given: Readonly<Record<string, unknown>>) =>
  problemsOf(requestTypes[type].fields, requestTypes[type].rules, given, world);

describe.each(requestTypeNames)('page and door of a %s', (type) => {
  it('find the same problems in arbitrary answers', () => {
    fc.assert(
      fc.property(arbitrary(type), (given) => {
        expect(page(type, given)).toEqual(door(type, given));
      }),
      { numRuns: runs },
    );
  });

  it('find the same problems, or none, in answers that are nearly right', () => {
    let accepted = 0;
    let byRule = 0;
    const rules = [
      'own-domain',
      'already-ace-user',
      'already-linked',
      'not-a-us-postal-code',
      'not-a-canadian-postal-code',
      'not-an-entry-number',
      'number-twice',
      'own-number',
    ];
    fc.assert(
      fc.property(nearlyRight(type), (given) => {
        const problems = page(type, given);
        expect(problems).toEqual(door(type, given));
        if (problems.length === 0) accepted += 1;
        if (problems.some(({ code }) => rules.includes(code))) byRule += 1;
      }),
      { numRuns: runs },
    );
    expect(accepted).toBeGreaterThan(runs / 20);
    if (requestTypes[type].rules.length > 0) expect(byRule).toBeGreaterThan(runs / 200);
  });

  it('the page finds a secret where the door takes one out, and nowhere else', () => {
    let found = 0;
    fc.assert(
      fc.property(nearlyRight(type), (given) => {
        const reading = readRequest(type, given, world);
        if ('problems' in reading) return;
        const { removed } = reading.request;
        const { fields } = requestTypes[type];
        expect(secretProblems(fields, given).map(({ field }) => field)).toEqual([
          ...new Set(removed.map(({ field }) => field)),
        ]);
        found += removed.length;
        expect(secretProblems(fields, reading.request.answers)).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(found).toBeGreaterThan(0);
  });
});

it('what the door takes out it tells in the order of the questions', () => {
  const secret = 'my SSN is 219-09-9999';
  const reading = readRequest(
    'email-update',
    { ...samples['email-update'][0], note: secret, certifierFirst: secret },
    world,
  );
  const removed = 'problems' in reading ? reading.problems : reading.request.removed;
  expect(removed.map(({ field }) => field)).toEqual(['certifierFirst', 'note']);
});
