import { describe, expect, test } from 'vitest';
import { checkName, longestName } from '#domain/company-name/check-name.ts';
import { differencesOf } from '#domain/company-name/differences.ts';
import { letterByLetter } from '#domain/company-name/letter-by-letter.ts';
import { said } from '#domain/company-name/signs.ts';

describe('a company name as CBP’s records hold it', () => {
  test.each([
    ['ACME IMPORTS LLC', 'ACME IMPORTS LLC', []],
    ["O'BRIEN & SONS, INC. #2 (USA)", "O'BRIEN & SONS, INC. #2 (USA)", []],
    ['Acme Imports LLC', 'ACME IMPORTS LLC', ['capitals']],
    ['  ACME   LLC', 'ACME LLC', ['spaces']],
    ['Café “Río”', 'CAFE "RIO"', ['accents', 'punctuation', 'capitals']],
    ['AC\u200bME', 'ACME', ['invisible']],
    ['上海 LTD', '?? LTD', ['unfit']],
    // The first letter is a Cyrillic one.
    ['АCME', '?CME', ['mixed-scripts', 'unfit']],
    ['A'.repeat(101), 'A'.repeat(101), ['too-long']],
  ])('%j', (typed, plain, codes) => {
    const checked = checkName(typed);
    expect(checked?.plain).toBe(plain);
    expect(checked?.length).toBe(plain.length);
    expect(checked?.points.map(({ code }) => code)).toEqual(codes);
  });

  test.each(['', ' ', '\n\t', '\u200b'])('%j is none', (typed) => {
    expect(checkName(typed)).toBeUndefined();
  });

  test('is cut at 32 characters, without a space at the end', () => {
    expect(checkName('THE VERY LONG NAME OF AN IMPORTER')?.abbreviated).toBe('THE VERY LONG NAME OF AN IMPORTE');
    expect(checkName('AN IMPORTER OF TOYS AND THINGS, INC')?.abbreviated).toBe('AN IMPORTER OF TOYS AND THINGS,');
    expect(checkName('A'.repeat(32))?.abbreviated).toHaveLength(32);
  });

  test('is cheap for a text of any length', () => {
    expect(checkName('é'.repeat(2_000_000))?.length).toBe(10 * longestName);
  });
});

describe('what differs', () => {
  const inWords = (typed: string, onFile: string) =>
    differencesOf(letterByLetter(typed, onFile)).map(
      ({ kind, typed, onFile, after }) => `${kind}: ${said(typed)} / ${said(onFile)} after ${after}`,
    );

  test.each([
    ['ACME IMPORTS LLC', 'ACME IMPORTS, LLC', ['only-on-file:  / comma after IMPORTS']],
    ['ACME IMPORTS LLC', 'ACME IMPORTS INC', ['replaced: LLC / INC after IMPORTS']],
    ['A & B', 'A AND B', ['replaced: ampersand / AND after A']],
    ['THE ACME', 'ACME', ['only-typed: THE, space /  after ']],
    // A Cyrillic letter and a space that does not break look like ours: they are told by number.
    ['АCME', 'ACME', ['replaced: А (U+0410) / A after ']],
    ['ACME\u00a0LLC', 'ACME LLC', ['replaced: another sign (U+00A0) / space after ACME']],
    ['Acme', 'ACME', []],
  ])('%j against %j', (typed, onFile, words) => {
    expect(inWords(typed, onFile)).toEqual(words);
  });
});
