import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onFileOf } from '#domain/abi/kr/importer.ts';
import { maskKr } from '#domain/abi/kr/mask.ts';
import type { FiledAddress, OnFile } from '#domain/abi/kr/on-file.ts';
import { resultCodes, slidIn } from '#domain/abi/kr/places.ts';
import { readKr } from '#domain/abi/kr/read.ts';
import { krAnswer } from './fixtures/kr-lines.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const ssn = fc.tuple(digits(3), digits(2), digits(4)).map((parts) => parts.join('-'));
const company = fc
  .tuple(fc.stringMatching(/^\d[1-9]$/), digits(7), fc.stringMatching(/^([0-9A-Z]{2})?$/))
  .map(([prefix, serial, suffix]) => `${prefix}-${serial}${suffix}`);
const assigned = fc.tuple(digits(6), digits(5)).map((parts) => parts.join('-'));

/** What is masked, or taken for other fields: such names do not come back as they were, on purpose. */
const misread = [/\d{3}-\d\d-\d{4}/, ...Object.values(slidIn)];

/** Text of a field: no blank at either end, which a field cannot hold. */
const text = (max: number) =>
  fc
    .string({
      unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 &,.-#/')),
      minLength: 1,
      maxLength: max,
    })
    .map((given) => given.trim())
    .filter((given) => given !== '' && !misread.some((pattern) => pattern.test(given)));

const address: fc.Arbitrary<FiledAddress> = fc.record({
  lines: fc.array(text(32), { minLength: 1, maxLength: 2 }),
  city: text(21),
  state: fc.stringMatching(/^[A-Z]{2}$/),
  postal: fc.stringMatching(/^\d{5}(\d{4})?$/),
});

const onFile: fc.Arbitrary<OnFile> = fc
  .record(
    {
      result: fc.constantFrom(...resultCodes),
      abbreviatedName: text(32),
      legalName: text(100),
      secondName: fc.record({ qualifier: fc.constantFrom('DBA', 'DIV', 'AKA'), name: text(32) }),
      mailing: address,
      physical: address,
      center: text(30),
    },
    { requiredKeys: ['result', 'abbreviatedName'] },
  )
  // The first 30 columns of a legal name that goes on must not be blank, or the record would say nothing.
  .filter(({ legalName = 'A' }) => legalName.slice(0, 30).trim() !== '');

const runs = { numRuns: 500 };

test('what a writer of K lines wrote is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(company, assigned), onFile), { minLength: 1, maxLength: 6 }), (answers) => {
      const lines = answers.flatMap(([number, filed]) => krAnswer(number, filed));
      for (const line of lines) expect(line).toHaveLength(80);
      const { importers, problems } = readKr(lines.map((line) => line.trimEnd()).join('\r\n'));
      const cut = answers.some(
        ([, { abbreviatedName = '', legalName = '' }]) =>
          abbreviatedName.length > 30 && legalName !== '' && abbreviatedName.startsWith(legalName),
      );
      fc.pre(!cut);
      expect(problems).toEqual([]);
      expect(importers.map(onFileOf)).toEqual(answers.map(([, filed]) => filed));
      expect(importers.map(({ number }) => number)).toEqual(answers.map(([number]) => number));
    }),
    runs,
  );
});

const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
const nearly = fc.string({ unit: fc.constantFrom(...Array.from('K12378 0123-–>\t\nIN1DBA*a')), maxLength: 200 });

test('reading never throws, and points inside the paste', () => {
  fc.assert(
    fc.property(fc.oneof(anything, nearly), (pasted) => {
      const lines = pasted.split(/\r\n?|\n/).length;
      for (const { line, column = 1 } of readKr(pasted).problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(Math.max(lines, 1));
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 3000 },
  );
});

test('masking keeps every column, leaves no Social Security number, and is done once and for all', () => {
  const mixed = fc
    .array(
      fc.oneof(
        anything,
        nearly,
        ssn,
        ssn.map((number) => `\nK1${number} 1`),
        ssn.map((number) => `K8IN1${number}`),
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(mixed, (pasted) => {
      const masked = maskKr(pasted);
      expect(masked).toHaveLength(pasted.length);
      expect(masked).not.toMatch(/\d{3}-\d\d-\d{4}/);
      expect(maskKr(masked)).toBe(masked);
      for (const [at, char] of Array.from(
        { length: pasted.length },
        (_, index) => [index, masked.charAt(index)] as const,
      ))
        if (char !== '*') expect(char).toBe(pasted.charAt(at));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['K1212-34-5678 1PARK, JUN', 'K1***-**-5678 1PARK, JUN'],
  ['K1212-34-56781PARK, JUN', 'K1***-**-56781PARK, JUN'],
  ['k1212345678   1PARK, JUN', 'k1*****5678   1PARK, JUN'],
  ['> K1212345678   1PARK, JUN', '> K1*****5678   1PARK, JUN'],
  ['K195-1234567001ACME', 'K195-1234567001ACME'],
  ['K1252704-12345 1ACME', 'K1252704-12345 1ACME'],
  ['SSN 212–34–5678.', 'SSN ***–**–5678.'],
  ['000-00-0000-31-0100', '***-**-0***-**-0100'],
  [
    'K2                                             250000500',
    'K2                                             250000500',
  ],
  ['', ''],
])('%j is masked as %j', (pasted, masked) => {
  expect(maskKr(pasted)).toBe(masked);
});

test('a masked paste reads the same, and no full number is in the reading', () => {
  fc.assert(
    fc.property(ssn, onFile, (number, filed) => {
      const pasted = krAnswer(number, filed).join('\n');
      const reading = readKr(pasted);
      expect(readKr(maskKr(pasted))).toEqual(reading);
      expect(JSON.stringify(reading)).not.toContain(number);
      expect(JSON.stringify(reading)).not.toContain(number.replaceAll('-', ''));
      expect(reading.importers[0]?.number).toBe(`***-**-${number.slice(-4)}`);
    }),
    runs,
  );
});
