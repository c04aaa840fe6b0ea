import { describe, expect, test } from 'vitest';
import { formatWhileTyping } from '#domain/importer-number/format-while-typing.ts';
import type { ImporterKind, ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { districts, prefixesNotOnIrsList } from '#domain/importer-number/known-numbers.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';
import type { ImporterNumberRefusal, ImporterNumberWarning } from '#domain/importer-number/reading.ts';
import { importerKey, importerNumberFrom, sameRecord } from '#domain/importer-number/record.ts';
import { abiField, endingOf, maskImporterNumber } from '#domain/importer-number/show.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };

const read = (text: string, kind?: ImporterKind, year = 2026) => readImporterNumber({ kind, text, year });

/** What a reading comes to, in one word or two: easy to put in a table. */
function brief(text: string, kind?: ImporterKind): string {
  const reading = read(text, kind);
  switch (reading.outcome) {
    case 'read':
      return reading.number.kind === 'ssn' ? `ssn ${reading.number.lastFour}` : reading.number.canonical;
    case 'ask-kind':
      return `ask ${reading.kinds.join(' ')}`;
    case 'refused':
      return reading.code;
  }
}

function known(text: string, kind?: ImporterKind): ImporterNumber {
  const reading = read(text, kind);
  if (reading.outcome !== 'read') throw new Error(`${text} was not read`);
  return reading.number;
}

function warningsOf(text: string, kind?: ImporterKind, year?: number): readonly ImporterNumberWarning[] {
  const reading = read(text, kind, year);
  if (reading.outcome !== 'read') throw new Error(`${text} was not read`);
  return reading.warnings;
}

/** The verdict letter of the shared vectors. */
function verdictOf(text: string): string {
  const reading = read(text);
  if (reading.outcome !== 'read') return reading.outcome === 'refused' ? 'X' : 'A';
  return reading.normalised ? 'N' : reading.warnings.length > 0 ? 'W' : 'V';
}

describe('the shared vectors', () => {
  test.each(vectors.ir_numbers)('"$input" is $verdict: $reason', ({ input, verdict }) => {
    expect(verdictOf(input)).toBe(verdict);
  });

  test('the list of unknown prefixes is the same', () => {
    expect(prefixesNotOnIrsList.split(' ')).toEqual(vectors.ein_prefixes_not_on_irs_list);
  });

  test.each(vectors.ein_prefixes_not_on_irs_list)('prefix %s is refused or warned of', (prefix) => {
    if (prefix === '00') expect(brief('00-1234567')).toBe('ein-prefix');
    else expect(warningsOf(`${prefix}-1234567`)).toEqual(['prefix-not-on-irs-list']);
  });

  test('the other 83 prefixes raise nothing', () => {
    const all = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'));
    const good = all.filter((prefix) => !vectors.ein_prefixes_not_on_irs_list.includes(prefix));
    expect(good).toHaveLength(83);
    for (const prefix of good) expect(warningsOf(`${prefix}-1234568`), prefix).toEqual([]);
  });
});

type Row = readonly [text: string, unchosen: string, ein: string, cbp: string, ssn: string];

/** Every text read without a kind, then with each kind chosen. */
const everyKind: readonly Row[] = [
  ['95-1234567', '95-123456700', '95-123456700', 'is-ein', 'is-ein'],
  ['95-1234567-AB', '95-1234567AB', '95-1234567AB', 'is-ein', 'is-ein'],
  ['95 1234567 AB', '95-1234567AB', '95-1234567AB', 'is-ein', 'is-ein'],
  ['951234567 00', '95-123456700', '95-123456700', 'is-ein', 'is-ein'],
  ['951234567-01', '95-123456701', '95-123456701', 'is-ein', 'is-ein'],
  ['951234567AB', '95-1234567AB', '95-1234567AB', 'is-ein', 'is-ein'],
  ['9512345670a', '95-12345670A', '95-12345670A', 'is-ein', 'is-ein'],
  ['951234567a0', '95-1234567A0', '95-1234567A0', 'is-ein', 'is-ein'],
  ['212-34-5678', 'ssn 5678', 'is-ssn', 'is-ssn', 'ssn 5678'],
  ['951-23-4567', 'ssn-area', 'is-ssn', 'is-ssn', 'ssn-area'],
  ['212 34 5678', 'ssn 5678', 'is-ssn', 'is-ssn', 'ssn 5678'],
  ['252704-12345', '252704-12345', 'is-cbp', '252704-12345', 'is-cbp'],
  ['252704 12345', '252704-12345', 'is-cbp', '252704-12345', 'is-cbp'],
  // bare digits: asked, then taken as the kind says
  ['212345678', 'ask ein ssn', '21-234567800', 'too-short', 'ssn 5678'],
  ['25270412345', 'ask ein cbp', '25-270412345', '252704-12345', 'too-long'],
  ['001234567', 'ask ein ssn', 'ein-prefix', 'too-short', 'ssn 4567'],
  ['000123456', 'ask ein ssn', 'ein-prefix', 'too-short', 'ssn-area'],
  ['5678', 'too-short', 'too-short', 'too-short', 'ssn 5678'],
  ['0000', 'too-short', 'too-short', 'too-short', 'ssn-serial'],
  ['567', 'too-short', 'too-short', 'too-short', 'too-short'],
  ['56789', 'too-short', 'too-short', 'too-short', 'too-short'],
  ['12345678', 'too-short', 'too-short', 'too-short', 'ssn-digit-missing'],
  ['1234567890', 'wrong-length', 'suffix-one-character', 'too-short', 'too-long'],
  ['123456789012', 'too-long', 'too-long', 'too-long', 'too-long'],
  ['2527041234500', 'too-long', 'too-long', 'cbp-suffix', 'too-long'],
  ['951234567A', 'suffix-one-character', 'suffix-one-character', 'is-ein', 'is-ein'],
  // a digit too few or too many, where the separators still tell the kind
  ['95-123456', 'too-short', 'too-short', 'is-ein', 'is-ein'],
  ['95-', 'too-short', 'too-short', 'is-ein', 'is-ein'],
  ['95-12345678', 'suffix-one-character', 'suffix-one-character', 'is-ein', 'is-ein'],
  ['95-1234567A', 'suffix-one-character', 'suffix-one-character', 'is-ein', 'is-ein'],
  ['95-1234567-A', 'suffix-one-character', 'suffix-one-character', 'is-ein', 'is-ein'],
  ['95-1234567ABC', 'too-long', 'too-long', 'is-ein', 'is-ein'],
  ['212-34-567', 'ssn-digit-missing', 'is-ssn', 'is-ssn', 'ssn-digit-missing'],
  ['212-34-56', 'too-short', 'is-ssn', 'is-ssn', 'too-short'],
  ['212-34-56789', 'too-long', 'is-ssn', 'is-ssn', 'too-long'],
  ['252704-1234', 'too-short', 'is-cbp', 'too-short', 'is-cbp'],
  ['252704-123456', 'too-long', 'is-cbp', 'too-long', 'is-cbp'],
  ['252704-1234500', 'cbp-suffix', 'is-cbp', 'cbp-suffix', 'is-cbp'],
  ['252704-12345-00', 'cbp-suffix', 'is-cbp', 'cbp-suffix', 'is-cbp'],
  ['25270412345-00', 'cbp-suffix', 'is-cbp', 'cbp-suffix', 'is-cbp'],
  // separators where no kind has them
  ['951-234-567', 'separators', 'separators', 'separators', 'separators'],
  ['95-123-4567', 'separators', 'separators', 'separators', 'separators'],
  ['95--1234567', 'separators', 'separators', 'separators', 'separators'],
  ['-951234567', 'separators', 'separators', 'separators', 'separators'],
  ['95-1234567-', 'separators', 'separators', 'separators', 'separators'],
  ['25-2704-12345', 'separators', 'separators', 'separators', 'separators'],
  ['-', 'separators', 'separators', 'separators', 'separators'],
  // characters that belong to no number
  ['95-1234S67', 'characters', 'characters', 'is-ein', 'is-ein'],
  ['O5-1234567', 'characters', 'characters', 'is-ein', 'is-ein'],
  ['2I2-34-5678', 'characters', 'is-ssn', 'is-ssn', 'characters'],
  ['25270A-12345', 'characters', 'is-cbp', 'characters', 'is-cbp'],
  ['95-1234567$$', 'characters', 'characters', 'characters', 'characters'],
  ['95-1234567<script>', 'characters', 'characters', 'characters', 'characters'],
  ['95.1234567', 'characters', 'characters', 'characters', 'characters'],
  ['95-1234567é0', 'characters', 'characters', 'characters', 'characters'],
  ['95-1234567ıı', 'characters', 'characters', 'characters', 'characters'],
  ['95-1234567ß', 'characters', 'characters', 'characters', 'characters'],
  ['²12-34-5678', 'characters', 'characters', 'characters', 'characters'],
  ['\u0000', 'characters', 'characters', 'characters', 'characters'],
  ['NONE', 'characters', 'characters', 'characters', 'characters'],
  ['٩٥-١٢٣٤٥٦٧', 'other-digits', 'other-digits', 'other-digits', 'other-digits'],
  ['95-123456۷', 'other-digits', 'other-digits', 'other-digits', 'other-digits'],
  // other countries' numbers
  ['GB123456789000', 'foreign-number', 'foreign-number', 'foreign-number', 'foreign-number'],
  ['gb 123 4567 89', 'foreign-number', 'foreign-number', 'foreign-number', 'foreign-number'],
  ['DE1234567', 'foreign-number', 'foreign-number', 'foreign-number', 'foreign-number'],
  ['123456789RM0001', 'foreign-number', 'foreign-number', 'foreign-number', 'foreign-number'],
  ['123456789 RM 0001', 'foreign-number', 'foreign-number', 'foreign-number', 'foreign-number'],
  ['', 'missing', 'missing', 'missing', 'missing'],
  [' \t\n\u3000\u200b', 'missing', 'missing', 'missing', 'missing'],
  ['1'.repeat(65), 'too-long', 'too-long', 'too-long', 'too-long'],
];

describe('a text, without a kind and with each', () => {
  test.each(everyKind)('%j', (text, unchosen, ein, cbp, ssn) => {
    expect([brief(text), brief(text, 'ein'), brief(text, 'cbp'), brief(text, 'ssn')]).toEqual([
      unchosen,
      ein,
      cbp,
      ssn,
    ]);
  });
});

test('a text of megabytes is refused at once', () => {
  const started = performance.now();
  expect(brief('9'.repeat(20_000_000))).toBe('too-long');
  expect(performance.now() - started).toBeLessThan(50);
});

describe('what only looks different is the same', () => {
  const dashes = Array.from(
    '-\u00ad\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u30fc\ufe58\ufe63\uff0d\uff70',
  );
  test.each(dashes.map((dash) => [dash.codePointAt(0)?.toString(16), dash]))('dash U+%s', (_, dash) => {
    expect(brief(`95${dash}1234567`)).toBe('95-123456700');
    expect(brief(`212${dash}34${dash}5678`)).toBe('ssn 5678');
    expect(brief(`252704${dash}12345`)).toBe('252704-12345');
  });

  const spaces = Array.from(' \t\n\u00a0\u1680\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000');
  test.each(spaces.map((space) => [space.codePointAt(0)?.toString(16), space]))('space U+%s', (_, space) => {
    expect(brief(`${space}95${space}-${space}1234567${space}ab${space}`)).toBe('95-1234567AB');
    expect(brief(`252704${space}${space}12345`)).toBe('252704-12345');
  });

  test.each([
    ['９５－１２３４５６７ａｂ', '95-1234567AB'],
    ['\u200e95-1234567\u202c', '95-123456700'],
    ['\ufeff95-\u200b1234567', '95-123456700'],
    ['95 \u2060 - \u2060 1234567', '95-123456700'],
  ])('%j', (text, canonical) => {
    expect(brief(text)).toBe(canonical);
  });
});

describe('normalised', () => {
  const plain = ['95-1234567', '95-123456700', '95-1234567AB', '252704-12345', '212-34-5678'];
  test.each(plain)('%s stands in its form', (text) => {
    expect(read(text)).toMatchObject({ outcome: 'read', normalised: false });
  });
  test.each<[string, ImporterKind]>([
    ['951234567', 'ein'],
    ['25270412345', 'cbp'],
    ['212345678', 'ssn'],
    [' 95-1234567', 'ein'],
    ['95-1234567ab', 'ein'],
    ['5678 ', 'ssn'],
  ])('%j does not', (text, kind) => {
    expect(read(text, kind)).toMatchObject({ outcome: 'read', normalised: true });
  });
  test('four digits stand in their form', () => {
    expect(read('5678', 'ssn')).toMatchObject({ outcome: 'read', normalised: false });
  });
});

describe('Social Security number rules', () => {
  test.each<[string, ImporterNumberRefusal | 'ssn 5678' | 'ssn 9999' | 'ssn 1121']>([
    ['000-12-3456', 'ssn-area'],
    ['666-12-3456', 'ssn-area'],
    ['900-12-3456', 'ssn-area'],
    ['987-65-4321', 'itin'],
    ['999-66-1234', 'ssn-area'],
    ['912-50-1234', 'itin'],
    ['912-65-1234', 'itin'],
    ['912-70-1234', 'itin'],
    ['912-88-1234', 'itin'],
    ['912-89-1234', 'ssn-area'],
    ['912-90-1234', 'itin'],
    ['912-92-1234', 'itin'],
    ['912-93-1234', 'ssn-area'],
    ['912-94-1234', 'itin'],
    ['912-99-1234', 'itin'],
    ['899-99-9999', 'ssn 9999'],
    ['212-00-5678', 'ssn-group'],
    ['212-34-0000', 'ssn-serial'],
    ['078-05-1120', 'ssn-void'],
    ['078-05-1121', 'ssn 1121'],
    ['219-09-9999', 'ssn-void'],
    ['665-01-5678', 'ssn 5678'],
    ['001-01-5678', 'ssn 5678'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toBe(expected);
    expect(brief(text.replaceAll('-', ''), 'ssn')).toBe(expected);
  });

  test('nothing but the last four digits is in the answer', () => {
    expect(read('212-34-5678')).toEqual({
      outcome: 'read',
      number: { kind: 'ssn', lastFour: '5678' },
      warnings: [],
      normalised: false,
    });
  });
});

describe('warnings', () => {
  test.each<[string, ImporterNumberWarning[]]>([
    ['12-3456789', ['well-known-dummy']],
    ['12-345678901', ['well-known-dummy']],
    ['11-1111111', ['well-known-dummy']],
    ['99-9999999', ['well-known-dummy']],
    ['07-0000000', ['prefix-not-on-irs-list', 'zero-serial']],
    ['77-7777777', ['well-known-dummy']],
    ['123-45-6789', ['well-known-dummy']],
    ['111-11-1111', ['well-known-dummy']],
    ['212-34-5678', []],
    ['262704-12345', []],
    ['272704-12345', ['implausible-year']],
    ['792704-12345', ['implausible-year']],
    ['802704-12345', []],
    ['992704-12345', []],
    ['002704-12345', []],
    ['251201-12345', ['implausible-district']],
    ['259901-12345', ['implausible-district']],
    ['270001-00000', ['implausible-year', 'implausible-district', 'zero-serial']],
    ['261001-00001', []],
  ])('%s: %j', (text, warnings) => {
    expect(warningsOf(text)).toEqual(warnings);
  });

  test('the year is the caller’s', () => {
    expect(warningsOf('272704-12345', 'cbp', 2027)).toEqual([]);
    expect(warningsOf('262704-12345', 'cbp', 2025)).toEqual(['implausible-year']);
    expect(warningsOf('002704-12345', 'cbp', 2100)).toEqual([]);
  });

  test('each known district is plausible', () => {
    for (const district of districts.split(' ')) expect(warningsOf(`25${district}01-12345`), district).toEqual([]);
  });
});

describe('while typing', () => {
  test.each<[ImporterKind | undefined, string, string]>([
    [undefined, '951234567', '951234567'],
    ['ein', '', ''],
    ['ein', '95', '95'],
    ['ein', '95-', '95-'],
    ['ein', '951', '95-1'],
    ['ein', '95 1', '95-1'],
    ['ein', '951234567', '95-1234567'],
    ['ein', '951234567a', '95-1234567A'],
    ['ein', '95-1234567-', '95-1234567-'],
    ['ein', '95-1234567-ab', '95-1234567AB'],
    ['ein', '９５１２３', '95-123'],
    ['ein', '95-1234567abc', '95-1234567abc'],
    ['ein', '951-23-4567', '951-23-4567'],
    ['ein', '252704-12345', '252704-12345'],
    ['cbp', '252704', '252704'],
    ['cbp', '2527041', '252704-1'],
    ['cbp', '25270412345', '252704-12345'],
    ['cbp', '252704123456', '252704123456'],
    ['cbp', '95-1234567', '95-1234567'],
    ['ssn', '5678', '5678'],
    ['ssn', '21234', '212-34'],
    ['ssn', '21234567', '212-34-567'],
    ['ssn', '212345678', '5678'],
    ['ssn', '212-34-5678', '5678'],
    ['ssn', 'SSN: 212 34 5678', '5678'],
    ['ssn', '95-1234567', '95-1234567'],
    ['ssn', '951234567AB', '951234567AB'],
    // a letter O for a nought: cutting the nine true digits would give a wrong four
    ['ssn', '2123456O89', '2123456O89'],
    ['ssn', '252704-12345', '252704-12345'],
  ])('%s %j becomes %j', (kind, typed, expected) => {
    expect(formatWhileTyping(kind, typed)).toBe(expected);
  });

  test('key by key, the box ends with the number', () => {
    const type = (kind: ImporterKind, keys: string) =>
      Array.from(keys).reduce((box, key) => formatWhileTyping(kind, box + key), '');
    expect(type('ein', '951234567')).toBe('95-1234567');
    expect(type('ein', '95-1234567ab')).toBe('95-1234567AB');
    expect(type('ein', '95 1234567 00')).toBe('95-123456700');
    expect(type('cbp', '25270412345')).toBe('252704-12345');
    expect(type('cbp', '252704-12345')).toBe('252704-12345');
    expect(type('ssn', '212-34-5678')).toBe('5678');
    expect(type('ssn', '5678')).toBe('5678');
  });

  test('a text of megabytes is left alone', () => {
    const long = '9'.repeat(5_000_000);
    expect(formatWhileTyping('ein', long)).toBe(long);
  });
});

describe('shown, keyed, compared', () => {
  test.each<[string, ImporterKind, string, string | undefined, string]>([
    ['95-1234567', 'ein', 'EIN ending 4567', '95-123456700', 'EIN#95-123456700'],
    ['95-123456700', 'ein', 'EIN ending 4567', '95-123456700', 'EIN#95-123456700'],
    ['95-1234500', 'ein', 'EIN ending 4500', '95-123450000', 'EIN#95-123450000'],
    ['95-1234567ab', 'ein', 'EIN ending 4567, suffix AB', '95-1234567AB', 'EIN#95-1234567AB'],
    ['252704-12345', 'cbp', 'CBP-assigned number ending 2345', '252704-12345', 'CBP#252704-12345'],
    ['212-34-1234', 'ssn', 'SSN ending 1234', undefined, 'SSN#1234#SMITH AND SONS'],
  ])('%s', (text, kind, mask, field, key) => {
    const number = known(text, kind);
    expect(maskImporterNumber(number)).toBe(mask);
    expect(abiField(number)).toBe(field);
    expect(field?.length ?? 12).toBe(12);
    expect(importerKey(number, 'Smith & Sons')).toBe(key);
    expect(importerNumberFrom(structuredClone(number))).toEqual(number);
    expect(endingOf(number).kind).toBe(kind);
  });

  test('a suffix of 00 is left out of what is shown', () => {
    expect(known('95-123456700')).toMatchObject({ shown: '95-1234567' });
    expect(known('95-1234500')).toMatchObject({ shown: '95-1234500' });
    expect(known('95-123450000')).toMatchObject({ shown: '95-1234500' });
  });

  test('the same record, or not', () => {
    expect(sameRecord(known('95-1234567'), known('95-123456700'))).toBe(true);
    expect(sameRecord(known('95-1234567'), known('95-1234567AB'))).toBe(false);
    expect(sameRecord(known('252704-12345'), known('252704 12345'))).toBe(true);
    expect(sameRecord(known('252704-12345'), known('25-270412345'))).toBe(false);
    expect(sameRecord(known('212-34-5678'), known('5678', 'ssn'))).toBe(false);
  });

  test('a Social Security number’s key is a possible match by name', () => {
    const number = known('5678', 'ssn');
    expect(importerKey(number)).toBe('SSN#5678#');
    expect(importerKey(number, '  café   río, inc. ')).toBe(importerKey(number, 'CAFE RIO INC'));
    expect(importerKey(number, '#EIN#')).toBe('SSN#5678#EIN');
    expect(importerKey(number, '上海进口')).toBe('SSN#5678#上海进口');
    expect(importerKey(number, '漢'.repeat(5000)).length).toBe(109);
  });

  test.each([
    { kind: 'ein', canonical: '95-1234567' },
    { kind: 'ein', canonical: '00-123456700' },
    { kind: 'ein', lastFour: '5678' },
    { kind: 'cbp', canonical: '95-123456700' },
    { kind: 'ssn', lastFour: '0000' },
    { kind: 'ssn', lastFour: '212345678' },
    { kind: 'ssn', canonical: '212-34-5678' },
    { kind: 'duns', canonical: '95-123456700' },
  ])('stored as %j, it is nothing', (stored) => {
    expect(importerNumberFrom(stored)).toBeUndefined();
  });
});
