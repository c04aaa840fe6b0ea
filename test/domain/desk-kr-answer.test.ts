import { describe, expect, it, test } from 'vitest';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { krAnswerFor } from '../../web/src/desk/case/model/kr-answer.ts';
import { onFileByHand } from '../../web/src/desk/case/model/on-file-by-hand.ts';
import { markedLines } from '../../web/src/desk/case/model/paste-lines.ts';
import { krAnswer } from './fixtures/kr-lines.ts';

const ein: CasePage['importer'] = { kind: 'ein', masked: 'EIN ending 4567', shown: '95-1234567' };
const suffixed: CasePage['importer'] = { kind: 'ein', masked: 'EIN ending 4567, suffix AB', shown: '95-1234567AB' };
const cbp: CasePage['importer'] = { kind: 'cbp', masked: 'CBP-assigned number ending 2345', shown: '252704-12345' };
const ssn: CasePage['importer'] = { kind: 'ssn', masked: 'SSN ending 6789' };

/** A case of one number. */
const alone = (importer: CasePage['importer']) => ({ importer, more: [] });

const acme: OnFile = { result: '1', abbreviatedName: 'ACME IMPORTS LLC', legalName: 'ACME IMPORTS LLC' };
const other: OnFile = { result: '2', abbreviatedName: 'OTHER LLC', legalName: 'OTHER LLC' };
const paste = (...answers: readonly (readonly [string, OnFile])[]) =>
  answers.flatMap(([number, onFile]) => krAnswer(number, onFile)).join('\n');

describe('what a pasted answer means for one case', () => {
  it.each([
    ['the number with its suffix 00', ein, paste(['95-123456700', acme])],
    ['the number with a blank suffix', ein, paste(['95-1234567', acme])],
    ['another suffix', suffixed, paste(['95-1234567', other], ['95-1234567AB', acme])],
    ['a number that CBP assigned', cbp, paste(['252704-12345', acme])],
    ['among others', ein, paste(['95-7654321', other], ['95-1234567', acme])],
    ['an individual, by the last four digits', ssn, paste(['123-45-6789', acme])],
    ['an individual, masked already', ssn, paste(['***-**-6789', acme])],
  ])('finds %s', (_, importer, pasted) => {
    expect(krAnswerFor(alone(importer), pasted)).toEqual({
      ...{ kind: 'found', onFile: acme },
      ...{ more: {}, lacking: [], problems: [] },
    });
  });

  it.each([
    ['another company', ein, paste(['95-7654321', acme]), ['4321']],
    ['the same digits with another suffix', ein, paste(['95-1234567AB', acme]), ['4567']],
    ['another person', ssn, paste(['123-45-1111', acme]), ['1111']],
  ])('refuses an answer about %s, and says whose it is by the end of the number', (_, importer, pasted, numbers) => {
    expect(krAnswerFor(alone(importer), pasted)).toMatchObject({ kind: 'another', numbers });
  });

  it('reads each number of a case, and says which the paste leaves out', () => {
    const more = [
      { name: 'importerNumber2', label: 'Importer number 2', ...cbp },
      { name: 'importerNumber3', label: 'Importer number 3', ...suffixed },
    ];
    const pasted = paste(['252704-12345', other], ['95-123456700', acme], ['94-0000001', other]);
    expect(krAnswerFor({ importer: ein, more }, pasted)).toEqual({
      ...{ kind: 'found', onFile: acme, more: { importerNumber2: other } },
      ...{ lacking: ['EIN ending 4567, suffix AB'], problems: [] },
    });
    expect(krAnswerFor({ importer: ein, more }, paste(['252704-12345', other]))).toMatchObject({
      ...{ kind: 'found', more: { importerNumber2: other } },
      lacking: ['EIN ending 4567', 'EIN ending 4567, suffix AB'],
    });
    expect(krAnswerFor({ importer: ein, more }, paste(['94-0000001', other]))).toMatchObject({ kind: 'another' });
  });

  it('never chooses between two persons who share four digits', () => {
    const two = paste(['123-45-6789', acme], ['987-65-6789', other]);
    expect(krAnswerFor(alone(ssn), two).kind).toBe('two-persons');
  });

  it('reads nothing from a letter, and says so', () => {
    const read = krAnswerFor(alone(ein), 'Dear team,\nthe name is ACME.');
    expect(read.kind).toBe('unread');
    expect(read.problems.length).toBeGreaterThan(0);
  });

  test('no digits of a Social Security number but its last four come out', () => {
    const said = JSON.stringify([
      krAnswerFor(alone(ssn), paste(['123-45-6789', acme])),
      krAnswerFor(alone(ein), paste(['123-45-6789', acme])),
    ]);
    expect(said).not.toMatch(/123|45-/);
  });
});

describe('the lines of a paste with its bad places marked', () => {
  const line = 'K195-1234567  1ACME';
  it.each([
    ['one column', [{ line: 2, column: 4 }], [{ number: 2, parts: ['K19', '5', '-1234567  1ACME'] }]],
    [
      'two columns',
      [
        { line: 2, column: 1 },
        { line: 2, column: 3 },
      ],
      [{ number: 2, parts: ['K', '1', '9', '5-1234567  1ACME'] }],
    ],
    ['a column behind the end', [{ line: 2, column: 21 }], [{ number: 2, parts: ['K195-1234567  1ACME ', ' '] }]],
    ['a whole line', [{ line: 2 }], [{ number: 2, parts: ['K195-1234567  1ACME'] }]],
    ['a line that is not there', [{ line: 9, column: 1 }], []],
  ])('%s', (_, problems, expected) => {
    const marked = markedLines(`\n> ${line}`, problems);
    expect(marked.map(({ number, parts }) => ({ number, parts: parts.map(({ text }) => text) }))).toEqual(expected);
  });

  it('marks exactly the columns that are named', () => {
    const [marked] = markedLines(line, [{ line: 1, column: 4 }]);
    expect(marked?.parts.filter(({ bad }) => bad)).toEqual([{ text: '5', bad: true }]);
  });
});

describe('an answer typed by hand', () => {
  it.each([
    ['no code', {}, { missing: 'result' }],
    ['a code that CBP has not', { result: '7' }, { missing: 'result' }],
    ['nothing on file needs no name', { result: '0', abbreviatedName: 'ACME' }, { result: '0' }],
    ['voided', { result: '3' }, { result: '3' }],
    ['on file without a name', { result: '1', abbreviatedName: ' ' }, { missing: 'abbreviatedName' }],
    [
      'on file, in capitals as CBP has it',
      { result: '2', abbreviatedName: ' Acme, llc ', legalName: '' },
      { result: '2', abbreviatedName: 'ACME, LLC' },
    ],
    [
      'with the legal name',
      { result: '1', abbreviatedName: 'ACME', legalName: 'ACME IMPORTS' },
      { result: '1', abbreviatedName: 'ACME', legalName: 'ACME IMPORTS' },
    ],
  ])('%s', (_, values, expected) => {
    expect(onFileByHand(values)).toEqual(expected);
  });
});
