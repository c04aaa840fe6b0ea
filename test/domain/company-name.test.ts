import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCompanyNames } from '#domain/company-name/compare.ts';
import type { NameComparison } from '#domain/company-name/compare.ts';
import { normaliseCompanyName } from '#domain/company-name/normalise.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };

/** What each expectation of the shared pairs, written for people, is in our codes. */
const expectations: Record<string, NameComparison> = {
  'same ignoring case: hint "type in capitals as on file"': 'same-ignoring-case',
  'punctuation differs: mismatch likely, show exact': 'punctuation',
  'different entity form: **stop, check EIN**': 'entity-form',
  mismatch: 'ampersand',
  'DBA typed: mismatch': 'trade-name',
  'accent; mismatch': 'accent',
  'homoglyph: security flag': 'homoglyph',
  'name change -> bond rider track': 'different',
  'individual order': 'order',
};

/** The pairs carry remarks for people in brackets; the trade name in brackets belongs to the name. */
const withoutRemark = (name: string) => name.replace(/ \((after rename|Cyrillic A)\)$/, '');

test.each(vectors.name_pairs)('$on_file / $typed: $expect', ({ on_file, typed, expect: expected }) => {
  expect(compareCompanyNames(withoutRemark(on_file), withoutRemark(typed))).toBe(expectations[expected]);
});

describe('compared', () => {
  test.each<[string, string, NameComparison]>([
    ['ACME IMPORTS LLC', 'ACME IMPORTS LLC', 'same'],
    ['CAFE\u0301', 'CAFÉ', 'same'],
    ['ACME IMPORTS LLC', ' Acme  Imports LLC', 'spaces'],
    ['ACME-IMPORTS L.L.C.', 'ACME IMPORTS LLC', 'punctuation'],
    ["O'BRIEN", 'O’Brien', 'punctuation'],
    ['A&B', 'A & B', 'punctuation'],
    ['A&B', 'A AND B', 'ampersand'],
    ['ACME INC', 'ACME INCORPORATED', 'form-spelling'],
    ['ACME, INC.', 'Acme Incorporated', 'form-spelling'],
    ['ACME LLC', 'ACME LIMITED LIABILITY COMPANY', 'form-spelling'],
    ['ACME L L C', 'ACME LLC', 'form-spelling'],
    ['ACME TRADING CO LTD', 'ACME TRADING COMPANY LIMITED', 'form-spelling'],
    ['ACME LLC', 'ACME', 'form-missing'],
    ['ACME', 'ACME CORP', 'form-missing'],
    ['ACME CORP', 'ACME LP', 'entity-form'],
    ['COMPANY', 'CORP', 'different'],
    ['THE VERY LONG NAME OF AN IMPORTE', 'The Very Long Name of an Importer, LLC', 'abbreviated'],
    ['JOHN A SMITH', 'Smith, John A', 'order'],
    ['ACME INC DBA BEST TOYS', 'Best Toys', 'trade-name'],
    ['ACME INC D/B/A BEST TOYS', 'BEST TOYS', 'trade-name'],
    ['ACME INC, AKA: BEST TOYS', 'BEST TOYS', 'trade-name'],
    ['ACME INC (DBA BEST TOYS)', 'ACME, INC.', 'trade-name'],
    ['ACME IMPORTS LLC', 'ΑCME IMPORTS LLC', 'homoglyph'],
    ['COCA', 'СОСА', 'homoglyph'],
    ['ACME', 'ACME Импорт', 'homoglyph'],
    ['ACME', 'ACNE', 'different'],
    ['ACME', '', 'different'],
    ['', 'ACME', 'different'],
    ['', '', 'same'],
    ['上海进口', '上海出口', 'different'],
    ['X'.repeat(120) + 'A', 'X'.repeat(120) + 'B', 'different'],
  ])('%s / %s: %s', (onFile, typed, expected) => {
    expect(compareCompanyNames(onFile, typed)).toBe(expected);
  });

  test('never throws, and a name is the same as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        expect(compareCompanyNames(a, a)).toBe('same');
        expect(compareCompanyNames(a, b) === 'same').toBe(a.normalize('NFC') === b.normalize('NFC'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('normalised', () => {
  test.each([
    [' Smith & Sons,  Inc. ', 'SMITH AND SONS INC'],
    ["CAFÉ RÍO'S", 'CAFE RIOS'],
    ['ＡＣＭＥ（ＵＳＡ）', 'ACME USA'],
    ['上海进口#1', '上海进口 1'],
    ['###', ''],
  ])('%j is %j', (name, normalised) => {
    expect(normaliseCompanyName(name)).toBe(normalised);
  });

  test('idempotent and bounded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const once = normaliseCompanyName(name);
        expect(once.length).toBeLessThanOrEqual(100);
        expect(normaliseCompanyName(once)).toBe(once);
        expect(once).not.toContain('#');
      }),
      { numRuns: 1000 },
    );
  });
});
