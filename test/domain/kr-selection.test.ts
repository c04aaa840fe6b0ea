import { expect, test } from 'vitest';
import { kiSelection } from '#domain/abi/ki-selection.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';

const cases = (...numbers: readonly string[]) =>
  numbers.map((text, index) => {
    const reading = readImporterNumber({ kind: undefined, text, year: 2026 });
    if (reading.outcome !== 'read') throw new Error(`${text} is no number`);
    return { reference: `case-${index}`, importerNumber: reading.number };
  });

/** Each of these cases asks for one number. */
const its = ({ importerNumber }: { readonly importerNumber: ImporterNumber }) => [importerNumber];

const names = (found: readonly { readonly reference: string }[]) => found.map(({ reference }) => reference);

test('six numbers a line, in the order of the cases', () => {
  const seven = cases(...Array.from({ length: 7 }, (_, index) => `95-123450${index}`));
  const { lines, asked, leftOut } = kiSelection(seven, its, { addresses: false });
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe('K 95-123450600'.padEnd(80));
  expect(asked).toEqual(seven);
  expect(leftOut).toEqual([]);
});

test('Social Security numbers are left out and named', () => {
  const { lines, asked, leftOut } = kiSelection(cases('95-1234567', '212-34-5678', '252704-12345'), its, {
    addresses: true,
  });
  expect(lines).toEqual(['K 95-1234567001252704-123451'.padEnd(80)]);
  expect(names(asked)).toEqual(['case-0', 'case-2']);
  expect(names(leftOut)).toEqual(['case-1']);
});

test('two cases of one importer are asked once', () => {
  const { lines, asked } = kiSelection(cases('95-1234567', '95-123456700', '95-1234567AB'), its, { addresses: false });
  expect(lines).toEqual(['K 95-123456700 95-1234567AB'.padEnd(80)]);
  expect(names(asked)).toEqual(['case-0', 'case-1', 'case-2']);
});

test('only Social Security numbers, or nothing: no lines', () => {
  expect(kiSelection(cases('212-34-5678'), its, { addresses: true }).lines).toEqual([]);
  expect(kiSelection([], its, { addresses: true })).toEqual({ lines: [], asked: [], leftOut: [] });
});

test('all numbers of a case stand in its line, and one that no line can hold is named', () => {
  const [ein, ssn, cbp] = cases('95-1234567', '212-34-5678', '252704-12345').map(
    ({ importerNumber }) => importerNumber,
  );
  const several = [{ reference: 'three', numbers: [ein, ssn, cbp].filter((one) => one !== undefined) }];
  const { lines, asked, leftOut } = kiSelection(several, ({ numbers }) => numbers, { addresses: false });
  expect(lines).toEqual(['K 95-123456700 252704-12345'.padEnd(80)]);
  expect(names(asked)).toEqual(['three']);
  expect(names(leftOut)).toEqual(['three']);
});
