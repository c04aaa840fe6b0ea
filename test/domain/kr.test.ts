import { describe, expect, test } from 'vitest';
import { krFor, onFileOf } from '#domain/abi/kr/importer.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { fillersOf, krRecordIds } from '#domain/abi/kr/places.ts';
import type { KrProblem } from '#domain/abi/kr/problem.ts';
import { readKr } from '#domain/abi/kr/read.ts';
import { krResults } from '#domain/abi/kr/results.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';
import { pasteProblemWords } from '#domain/abi/words.ts';
import { krAnswer, krLine } from './fixtures/kr-lines.ts';

/** Written out by hand after the layout of facts 2.3, so that the places are not proved by themselves. */
const acme = [
  'K195-1234567001ACME INTERNATIONAL IMPORTS OF AM0018000050000270401152612345678 1',
  'K2DBABEST TOYS                        010127 Y Y A 010127    250000             ',
  'K31200 HARBOR STREET              SUITE 4                                       ',
  'K4                                MIAMI                FL331221234              ',
  'K577 DOCK ROAD                                                                  ',
  'K6                                TAMPA                FL33602                  ',
  'K7ACME INTERNATIONAL IMPORTS OF  CEE004 CONSUMER PRODUCTS AND MASS MER          ',
  'K8IN1AMERICA LLC                                                                ',
  'K8IN2CHANDISING                                                                 ',
];

const numberOf = (text: string) => {
  const reading = readImporterNumber({ kind: undefined, text, year: 2026 });
  if (reading.outcome !== 'read') throw new Error(`${text} is no number`);
  return reading.number;
};

const told = (problems: readonly KrProblem[]) => problems.map(({ line, column, code }) => [line, column, code]);
const name = (text: string) => readKr(text).importers[0]?.abbreviatedName;

describe('an answer as CBP sends it', () => {
  test('is 80 columns a line, in this test too', () => {
    for (const line of acme) expect(line).toHaveLength(80);
  });

  test('is read in full', () => {
    expect(readKr(acme.join('\n'))).toEqual({
      problems: [],
      importers: [
        {
          number: '95-123456700',
          numberEnding: '4567',
          result: '1',
          abbreviatedName: 'ACME INTERNATIONAL IMPORTS OF AM',
          secondName: { qualifier: 'DBA', name: 'BEST TOYS' },
          legalName: 'ACME INTERNATIONAL IMPORTS OF AMERICA LLC',
          mailing: { lines: ['1200 HARBOR STREET', 'SUITE 4'], city: 'MIAMI', state: 'FL', postal: '331221234' },
          physical: { lines: ['77 DOCK ROAD'], city: 'TAMPA', state: 'FL', postal: '33602' },
          bond: {
            surety: '001',
            bondActivity: '8',
            bondAmount: '000050000',
            bondPort: '2704',
            bondEffective: '011526',
            bondNumber: '12345678',
            amountLocation: '1',
            bondTermination: '010127',
            monthlyStatement: 'Y',
            bondSufficiency: 'Y',
            bondUserStatus: 'A',
            bondUserTermination: '010127',
            bondUserAmount: '250000',
          },
          center: { id: 'CEE004', name: 'CONSUMER PRODUCTS AND MASS MERCHANDISING' },
          inKr: ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8 IN1', 'K8 IN2'],
        },
      ],
    });
  });

  test('gives what is kept on a case: no number, no bond', () => {
    const [importer] = readKr(acme.join('\n')).importers;
    const onFile: OnFile | undefined = importer && onFileOf(importer);
    expect(onFile).toEqual({
      result: '1',
      abbreviatedName: 'ACME INTERNATIONAL IMPORTS OF AM',
      legalName: 'ACME INTERNATIONAL IMPORTS OF AMERICA LLC',
      secondName: { qualifier: 'DBA', name: 'BEST TOYS' },
      mailing: { lines: ['1200 HARBOR STREET', 'SUITE 4'], city: 'MIAMI', state: 'FL', postal: '331221234' },
      physical: { lines: ['77 DOCK ROAD'], city: 'TAMPA', state: 'FL', postal: '33602' },
      center: 'CONSUMER PRODUCTS AND MASS MERCHANDISING',
    });
    expect(JSON.parse(JSON.stringify(onFile))).toEqual(onFile);
  });

  test('of nothing on file is a result and no more', () => {
    const { importers, problems } = readKr(krLine('K1', { number: '95-7654321', result: '0' }));
    expect(problems).toEqual([]);
    expect(importers.map(onFileOf)).toEqual([{ result: '0' }]);
  });
});

describe('the layout', () => {
  /** Each field from edge to edge, by the lengths of facts 2.3: what is not in quotes there is one blank. */
  const edge = (length: number) => `<${'-'.repeat(length - 2)}>`;
  const full = [
    ['K1', '95-1234567AB', '1', edge(32), '<->', '8', edge(9), '<-->', '<---->', edge(9), 'L'],
    ['K2', 'AKA', edge(32), ' ', '<---->', ' ', 'Y', ' ', 'N', ' ', 'T', ' ', '<====>', edge(10), ' '.repeat(13)],
    ['K3', edge(32), edge(32), ' '.repeat(14)],
    ['K4', ' '.repeat(32), edge(21), '<>', edge(9), ' '.repeat(14)],
    ['K7', edge(30), ' ', '<---->', ' ', edge(30), ' '.repeat(10)],
    ['K8', 'IN1', edge(70), ' '.repeat(5)],
    ['K8', 'IN2', edge(70), ' '.repeat(5)],
  ].map((parts) => parts.join(''));

  test('has every field where CBP puts it, in its full length', () => {
    for (const line of full) expect(line).toHaveLength(80);
    const { importers, problems } = readKr(full.join('\n'));
    expect(problems).toEqual([]);
    expect(importers[0]).toMatchObject({
      number: '95-1234567AB',
      abbreviatedName: edge(32),
      secondName: { qualifier: 'AKA', name: edge(32) },
      legalName: edge(30) + edge(70),
      mailing: { lines: [edge(32), edge(32)], city: edge(21), state: '<>', postal: edge(9) },
      center: { id: '<---->', name: edge(30) + edge(70) },
      bond: {
        surety: '<->',
        bondActivity: '8',
        bondAmount: edge(9),
        bondPort: '<-->',
        bondEffective: '<---->',
        bondNumber: edge(9),
        amountLocation: 'L',
        bondTermination: '<---->',
        monthlyStatement: 'Y',
        bondSufficiency: 'N',
        bondUserStatus: 'T',
        bondUserTermination: '<====>',
        bondUserAmount: edge(10),
      },
    });
  });

  test.each(krRecordIds)('%s: places and fillers are its 80 columns, each once', (id) => {
    const filler = krLine(id, {}).slice(2);
    const columns = fillersOf(id).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
    expect(filler).toHaveLength(78);
    expect(new Set(columns).size).toBe(columns.length);
    for (const column of columns) {
      const text = Array.from(id === 'K1' ? krLine('K1', { number: '95-1234567', result: '0' }) : krLine(id, {}));
      text[column - 1] = 'X';
      const lines =
        id === 'K1' ? [text.join('')] : [krLine('K1', { number: '95-1234567', result: '0' }), text.join('')];
      expect(readKr(lines.join('\n')).problems).toContainEqual(expect.objectContaining({ column, code: 'filler' }));
    }
  });
});

describe('what happens to a paste on its way is no problem', () => {
  test.each<[string, (lines: readonly string[]) => string]>([
    ['CRLF', (lines) => lines.join('\r\n')],
    ['CR alone', (lines) => lines.join('\r')],
    ['spaces at the end lost', (lines) => lines.map((line) => line.trimEnd()).join('\n')],
    ['more spaces and tabs at the end', (lines) => lines.map((line) => `${line}  \t`).join('\n')],
    ['spaces before', (lines) => lines.map((line) => `    ${line}`).join('\n')],
    ['a tab before', (lines) => lines.map((line) => `\t${line}`).join('\n')],
    ['quoted', (lines) => lines.map((line) => `> ${line}`).join('\n')],
    ['quoted twice', (lines) => lines.map((line) => `>> ${line}`).join('\n')],
    ['no-break spaces', (lines) => lines.join('\n').replaceAll('  ', '\u00a0 ')],
    ['a byte order mark', (lines) => `\ufeff${lines.join('\n')}`],
    ['empty lines', (lines) => `\n\n${lines.join('\n\n')}\n\n`],
    [
      'the envelope and the question',
      (lines) =>
        ['A2704XYZ      112226', 'B2704XYZKR', 'K 95-1234567001', ...lines, 'Y2704XYZKR', 'Z2704XYZ'].join('\n'),
    ],
  ])('%s', (_, change) => {
    expect(readKr(change(acme))).toEqual(readKr(acme.join('\n')));
  });
});

describe('several importers', () => {
  const two = [...acme, ...krAnswer('252704-12345', { result: '2', abbreviatedName: 'BLUEBIRD TOYS LTD' })];
  const { importers, problems } = readKr(two.join('\n'));

  test('each begins with its K1', () => {
    expect(problems).toEqual([]);
    expect(importers.map(({ numberEnding, result }) => [numberEnding, result])).toEqual([
      ['4567', '1'],
      ['2345', '2'],
    ]);
    expect(importers[1]).not.toHaveProperty('mailing');
  });

  test.each([
    ['95-1234567', 'ACME INTERNATIONAL IMPORTS OF AM'],
    ['95-123456700', 'ACME INTERNATIONAL IMPORTS OF AM'],
    ['95-1234567AB', undefined],
    ['252704-12345', 'BLUEBIRD TOYS LTD'],
    ['212-34-4567', undefined],
  ])('of the case %s', (number, expected) => {
    expect(krFor(numberOf(number), importers)?.abbreviatedName).toBe(expected);
  });

  test('a blank suffix is 00', () => {
    const blank = readKr(krLine('K1', { number: '95-1234567', result: '2', name: 'ACME' })).importers;
    expect(krFor(numberOf('95-123456700'), blank)?.abbreviatedName).toBe('ACME');
  });

  test('answered twice, the later one', () => {
    const later = readKr([...acme, krLine('K1', { number: '95-1234567', result: '4' })].join('\n')).importers;
    expect(krFor(numberOf('95-1234567'), later)?.result).toBe('4');
  });

  const person = (number: string, called: string) => krLine('K1', { number, result: '2', name: called });
  test.each([
    ['one person', [person('212-34-5678', 'PARK, JUN')], 'PARK, JUN'],
    ['the same person twice', [person('212-34-5678', 'PARK, JUN'), person('212-34-5678', 'PARK, JUN')], 'PARK, JUN'],
    ['two with the same ending', [person('212-34-5678', 'PARK, JUN'), person('213-34-5678', 'LEE, ANA')], undefined],
    ['a company with the same ending', [krLine('K1', { number: '95-1235678', result: '0' })], undefined],
  ])('by the end of a Social Security number: %s', (_, lines, expected) => {
    const found = krFor(numberOf('212-34-5678'), readKr(lines.join('\n')).importers);
    expect(found?.abbreviatedName).toBe(expected);
  });
});

describe('a legal name', () => {
  const of = (k7: string, in1?: string) =>
    readKr(
      [
        krLine('K1', { number: '95-1234567', result: '1', name: 'THE LONGEST OF ALL THE NAMES OF ' }),
        krLine('K7', { legalName: k7 }).trimEnd(),
        ...(in1 === undefined ? [] : [krLine('K8', { qualifier: 'IN1', text: in1 })]),
      ].join('\n'),
    );

  test.each([
    [
      'the space between two words at the end of K7',
      'THE LONGEST OF ALL NAMES FROM ',
      'IMPORTERS',
      'THE LONGEST OF ALL NAMES FROM IMPORTERS',
    ],
    [
      'a word cut at column 32',
      'THE LONGEST OF ALL THE NAMES O',
      'F IMPORTERS',
      'THE LONGEST OF ALL THE NAMES OF IMPORTERS',
    ],
    [
      'a space as the 31st character',
      'THE LONGEST OF ALL THE NAMES X',
      ' IMPORTERS',
      'THE LONGEST OF ALL THE NAMES X IMPORTERS',
    ],
    ['a short one', 'ACME LLC', undefined, 'ACME LLC'],
    ['none', '', undefined, undefined],
  ])('%s', (_, k7, in1, expected) => {
    const { importers, problems } = of(k7, in1);
    expect(importers[0]?.legalName).toBe(expected);
    expect(problems).toEqual([]);
  });

  test('whose K8 was not pasted is not told as the whole', () => {
    const { importers, problems } = of('THE LONGEST OF ALL THE NAMES O');
    expect(importers[0]).not.toHaveProperty('legalName');
    expect(problems).toEqual([{ line: 2, code: 'record-missing', expected: { oneOf: ['K8 IN1'] } }]);
  });
});

describe('problems', () => {
  const k1 = krLine('K1', { number: '95-1234567', result: '1', name: 'ACME' });

  test.each<[string, readonly string[], readonly (readonly [number, number | undefined, string])[]]>([
    ['an empty paste', [''], [[1, undefined, 'nothing-to-read']]],
    ['only the question', ['K 95-1234567001'], [[1, undefined, 'nothing-to-read']]],
    ['a sentence', [k1, 'Best regards, Ana'], [[2, 1, 'unknown-record']]],
    ['another record', [k1, 'K9'], [[2, 1, 'unknown-record']]],
    [
      'records before any K1',
      [krLine('K2', {}), krLine('K7', {}), k1],
      [
        [1, 1, 'before-k1'],
        [2, 1, 'before-k1'],
      ],
    ],
    [
      'K2 and no K1 at all',
      [krLine('K2', {})],
      [
        [1, undefined, 'nothing-to-read'],
        [1, 1, 'before-k1'],
      ],
    ],
    ['a record twice', [k1, krLine('K2', {}), krLine('K2', {})], [[3, 1, 'repeated']]],
    ['too short for the result', ['K195-1234567'], [[1, 15, 'too-short']]],
    ['too short for the number', ['K1'], [[1, 3, 'too-short']]],
    ['a blank result', [krLine('K1', { number: '95-1234567', name: 'ACME' })], [[1, 15, 'missing']]],
    ['a blank number', [krLine('K1', { result: '0' })], [[1, 3, 'missing']]],
    ['on file without a name', [krLine('K1', { number: '95-1234567', result: '2' })], [[1, 16, 'missing']]],
    ['result 5', [krLine('K1', { number: '95-1234567', result: '5' })], [[1, 15, 'result-code']]],
    ['no importer number', [krLine('K1', { number: '95-12345678', result: '0' })], [[1, 3, 'importer-number']]],
    ['an EIN of prefix 00', [krLine('K1', { number: '00-1234567', result: '0' })], [[1, 3, 'importer-number']]],
    [
      'columns moved by one',
      [`${k1.slice(0, 15)}  ${k1.slice(15, 78)}`, krLine('K2', {}).trimEnd() + '  XDBA'],
      [[2, 3, 'qualifier']],
    ],
    ['text in a filler place', [k1, `${krLine('K2', {}).slice(0, 37)}XX`], [[2, 38, 'filler']]],
    ['over 80 columns', [`${k1.trimEnd().padEnd(80)}X`], [[1, 81, 'too-long']]],
    ['a tab within', [k1, 'K2DBA\tBEST TOYS'], [[2, 6, 'tab']]],
    ['an accent', [krLine('K1', { number: '95-1234567', result: '1', name: 'CAFÉ' })], [[1, 19, 'not-ascii']]],
    [
      'a sign of two units',
      [krLine('K1', { number: '95-1234567', result: '1', name: 'A' }).replace('A', '🙂')],
      [[1, 16, 'not-ascii']],
    ],
    ['small letters', ['k195-1234567  1Acme'], [[1, 1, 'lower-case']]],
    ['a second name of no kind', [k1, 'K2XYZBEST TOYS'], [[2, 3, 'qualifier']]],
    ['a second name without its kind', [k1, 'K2   BEST TOYS'], [[2, 3, 'qualifier']]],
    ['a K8 of no kind', [k1, 'K8IN3AMERICA'], [[2, 3, 'qualifier']]],
    ['a K8 without its kind', [k1, 'K8   AMERICA'], [[2, 3, 'missing']]],
    ['half an address', [k1, krLine('K3', { line1: '1 DOCK ROAD' })], [[2, undefined, 'record-missing']]],
    ['the other half', [k1, krLine('K6', { city: 'MIAMI' })], [[2, undefined, 'record-missing']]],
    [
      'an overflow of nothing',
      [k1, krLine('K8', { qualifier: 'IN1', text: 'LLC' })],
      [[2, undefined, 'record-missing']],
    ],
  ])('%s', (_, lines, expected) => {
    const { problems } = readKr(lines.join('\n'));
    expect(told(problems)).toEqual(expected);
    for (const problem of problems)
      expect(pasteProblemWords(problem)).toMatch(/^Line \d+(, column \d+)?: [A-Z][^{}]*\.$/);
  });

  test('come all at once, in their order, and what can be read is read', () => {
    const { importers, problems } = readKr(
      ['> Hello', `> ${k1}`, '> K2XYZBEST\t', '> K7ACME LLC'.padEnd(90, '.'), '> K9', '> bye'].join('\n'),
    );
    expect(told(problems)).toEqual([
      [1, 1, 'unknown-record'],
      [3, 3, 'qualifier'],
      [4, 33, 'filler'],
      [4, 40, 'filler'],
      [4, 71, 'filler'],
      [4, 81, 'too-long'],
      [5, 1, 'unknown-record'],
      [6, 1, 'unknown-record'],
    ]);
    expect(importers).toMatchObject([{ abbreviatedName: 'ACME', inKr: ['K1', 'K2', 'K7'] }]);
  });

  test('spaces lost on the way put other fields into names, which are then not read', () => {
    const lines = [k1, 'K2DBABEST TOYS 010127 Y Y A 010127 250000', 'K7ACME LLC CEE004 CONSUMER PRODUCTS'];
    const { importers, problems } = readKr(lines.join('\n'));
    expect(problems).toContainEqual({
      line: 2,
      column: 6,
      code: 'spaces-lost',
      expected: { field: 'secondName', from: 6, to: 37 },
    });
    expect(told(problems)).toContainEqual([3, 3, 'spaces-lost']);
    expect(importers[0]).not.toHaveProperty('secondName');
    expect(importers[0]).not.toHaveProperty('legalName');
  });

  test('a bond in the place of a name is no name', () => {
    const { importers, problems } = readKr('K195-1234567001ACME 0018000050000270401152612345678 1');
    expect(told(problems)).toEqual([[1, 16, 'spaces-lost']]);
    expect(importers).toMatchObject([{ abbreviatedName: '' }]);
  });

  test.each(['STUDIO 54 LLC', 'Y & N TRADING 2020', 'NUMBER 1234567', 'CEE CEE INC', 'ROUTE 66 A Y CO'])(
    '%s is a name',
    (text) => {
      const lines = krAnswer('95-1234567', {
        result: '1',
        abbreviatedName: text,
        legalName: text,
        secondName: { qualifier: 'DBA', name: text },
      });
      expect(readKr(lines.join('\n')).problems).toEqual([]);
    },
  );

  test('say what was expected, where', () => {
    const { problems } = readKr(krLine('K1', { number: '95-1234567', result: '7', name: 'ACME' }));
    expect(problems).toEqual([
      {
        line: 1,
        column: 15,
        code: 'result-code',
        expected: { field: 'result', from: 15, to: 15, oneOf: ['0', '1', '2', '3', '4'] },
      },
    ]);
  });

  test('a K1 with a tab takes its records with it, and gives them to nobody else', () => {
    const { importers, problems } = readKr(
      [k1, 'K1252704-12345\t1BLUEBIRD', krLine('K2', { qualifier: 'DBA', secondName: 'NOT ACME' })].join('\n'),
    );
    expect(told(problems)).toEqual([[2, 15, 'tab']]);
    expect(importers).toHaveLength(1);
    expect(importers[0]).not.toHaveProperty('secondName');
  });

  test('small letters are told and not turned', () => {
    expect(name('k195-1234567  1Acme')).toBe('Acme');
  });

  test('a paste without end is cut', () => {
    const { problems, importers } = readKr(Array.from({ length: 1001 }, () => k1).join('\n'));
    expect(told(problems)).toEqual([[1001, undefined, 'too-many-lines']]);
    expect(importers).toHaveLength(1000);
  });
});

test.each(Object.entries(krResults))('result %s leads somewhere', (code, result) => {
  expect(result.code).toBe(code);
  expect(result.words).toBe(`kr.result.${code}`);
});

test('where each result leads', () => {
  expect(Object.values(krResults).map(({ track }) => track)).toEqual([
    'none',
    'on-file',
    'on-file',
    'void',
    'inactive',
  ]);
  expect(krResults[3].writeTo).toBe('bondquestions@cbp.dhs.gov');
  expect(krResults[4]).toMatchObject({ subject: 'IOR reactivation request', actionCode: 'A' });
});
