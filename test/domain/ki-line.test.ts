import { describe, expect, test } from 'vitest';
import { kiLines } from '#domain/abi/ki-line.ts';
import type { QueryableNumber } from '#domain/abi/ki-line.ts';
import { cbpNumberOf, einOf } from '#domain/importer-number/importer-number.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };

function number(text: string): QueryableNumber {
  const reading = readImporterNumber({ kind: undefined, text, year: 2026 });
  if (reading.outcome !== 'read' || reading.number.kind === 'ssn') throw new Error(`${text} is not to be queried`);
  return reading.number;
}

const golden = vectors.golden_lines;

describe('the golden lines', () => {
  test('with the suffix', () => {
    expect(kiLines([number('12-3456789')], { addresses: true })).toEqual([golden.K_suffix]);
    expect(kiLines([number('12-345678900')], { addresses: true })).toEqual([golden.K_suffix]);
  });
  test('with the suffix left blank', () => {
    expect(kiLines([number('12-3456789')], { addresses: true, blankZeroSuffix: true })).toEqual([golden.K_nosuffix]);
  });
});

describe('lines', () => {
  const many = Array.from({ length: 13 }, (_, index) => number(`95-12345${String(10 + index)}AB`));

  test.each([0, 1, 5, 6, 7, 12, 13])('%i numbers', (count) => {
    const lines = kiLines(many.slice(0, count), { addresses: false });
    expect(lines).toHaveLength(Math.ceil(count / 6));
    for (const line of lines) expect(line).toHaveLength(80);
  });

  test('six slots stand where CBP reads them', () => {
    const [first, second] = kiLines(many, { addresses: true });
    for (const [index, start] of [3, 16, 29, 42, 55, 68].entries()) {
      expect(first?.slice(start - 1, start + 11)).toBe(many[index]?.canonical);
      expect(first?.charAt(start + 11)).toBe('1');
    }
    expect(second?.slice(2, 14)).toBe(many[6]?.canonical);
  });

  test('without addresses the request is a space', () => {
    expect(kiLines([number('252704-12345')], { addresses: false })).toEqual(['K 252704-12345'.padEnd(80)]);
  });

  test('a suffix other than 00 is never left out', () => {
    const lines = kiLines([number('95-1234567AB')], { addresses: true, blankZeroSuffix: true });
    expect(lines[0]?.slice(0, 15)).toBe('K 95-1234567AB1');
  });
});

test('a Social Security number does not compile', () => {
  const numbers = [einOf('95-123456700'), cbpNumberOf('252704-12345')].filter((made) => made !== undefined);
  const reading = readImporterNumber({ kind: 'ssn', text: '5678', year: 2026 });
  if (reading.outcome !== 'read') throw new Error('not read');
  // @ts-expect-error what is kept of a Social Security number has no field in ABI
  const wrong: QueryableNumber = reading.number;
  expect(wrong).toHaveProperty('kind', 'ssn');
  expect(kiLines(numbers, { addresses: true })[0]).toBe('K 95-1234567001252704-123451'.padEnd(80));
});
