import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { e1Dictionary } from '#domain/abi/e1/dictionary.ts';
import { readE1 } from '#domain/abi/e1/read.ts';
import { abiWords, pasteProblemWords } from '#domain/abi/words.ts';

/** By the places of facts 2.4, written out: disposition 3, severity 4, condition 5 to 7, reason 8 to 10, narrative 11 to 50. */
const e1 = (disposition: string, severity: string, condition: string, narrative: string, reason = '') =>
  `E1${disposition}${severity}${condition.padEnd(3)}${reason.padEnd(3)}${narrative.padEnd(40)}`.padEnd(80);
const e0 = (text: string) => `E0 ${'TPREF'.padEnd(6)} 000001${' '.repeat(9)}${text}`.padEnd(80);

const told = (pasted: string) => readE1(pasted).problems.map(({ line, column, code }) => [line, column, code]);

describe('an answer', () => {
  test('stands where CBP puts it', () => {
    expect(e1('R', 'F', 'R03', 'X')).toHaveLength(80);
    expect(e0('X').charAt(25)).toBe('X');
  });

  test('that was refused says why, in CBP’s words and in ours', () => {
    const pasted = [
      'A2704XYZ      112226',
      'B2704XYZTP',
      'T1U95-1234567  ACME',
      e0('T1 95-1234567'),
      e1(' ', 'F', 'R03', 'INVALID IMPORTER NUMBER FORMAT'),
      e1(' ', 'F', 'R99', 'SOMETHING NEW'),
      e1('R', ' ', '', 'TRANSACTION REJECTED', '999'),
      'Y2704XYZTP',
    ];
    expect(readE1(pasted.join('\r\n'))).toEqual({
      disposition: 'rejected',
      problems: [],
      conditions: [
        {
          code: 'R03',
          severity: 'fatal',
          narrative: 'INVALID IMPORTER NUMBER FORMAT',
          about: 'T1 95-1234567',
          meaning: 'The importer number does not have the form of one.',
          cure: 'Type it with its hyphens: 12-345678900, or 252704-12345.',
          field: 'importerNumber',
        },
        { code: 'R99', severity: 'fatal', narrative: 'SOMETHING NEW', about: 'T1 95-1234567' },
        { code: '', reason: '999', narrative: 'TRANSACTION REJECTED', about: 'T1 95-1234567' },
      ],
    });
  });

  test('that was accepted', () => {
    expect(readE1(e1('A', 'I', '', 'TRANSACTION ACCEPTED').trimEnd())).toEqual({
      disposition: 'accepted',
      problems: [],
      conditions: [{ code: '', severity: 'info', narrative: 'TRANSACTION ACCEPTED' }],
    });
  });

  test.each([
    ['accepted', [e1('A', ' ', '', '')]],
    ['rejected', [e1(' ', 'F', 'R02', 'NAME'), e1('R', ' ', '', '')]],
    ['none', [e1(' ', 'F', 'R02', 'NAME')]],
    ['none', [e1('A', ' ', '', ''), e1('R', ' ', '', '')]],
    ['none', ['']],
  ])('is %s', (disposition, lines) => {
    expect(readE1(lines.join('\n')).disposition).toBe(disposition);
  });

  test('whose code stands in the place of the reason is explained too', () => {
    expect(readE1(e1('R', 'F', '', 'NAME BLANK', 'R02')).conditions).toMatchObject([{ field: 'fullName' }]);
  });

  test.each(Object.entries(e1Dictionary))('%s is in the dictionary, with its field', (code, entry) => {
    const [condition] = readE1(e1('R', 'F', code, 'AS CBP SAYS IT')).conditions;
    expect(condition?.meaning).toMatch(/\.$/);
    expect(condition?.cure).toMatch(/\.$/);
    expect(condition?.field).toBe('field' in entry ? entry.field : undefined);
  });

  test('holds no Social Security number, with hyphens or without', () => {
    const pasted = [e0('TI 212345678'), e1(' ', 'F', 'PDM', 'SSN 212-34-5678 OR 212345678 UNKNOWN')].join('\n');
    expect(readE1(pasted).conditions).toMatchObject([
      { narrative: 'SSN ***-**-5678 OR *****5678 UNKNOWN', about: 'TI *****5678' },
    ]);
  });
});

describe('problems', () => {
  test.each<[string, string, (readonly [number, number | undefined, string])[]]>([
    ['nothing', '', [[1, undefined, 'nothing-to-read']]],
    ['only what was sent', 'T1U95-1234567', [[1, undefined, 'nothing-to-read']]],
    ['no E1', e0('X'), [[1, undefined, 'nothing-to-read']]],
    ['a sentence', `Hello\n${e1('A', ' ', '', '')}`, [[1, 1, 'unknown-record']]],
    ['another disposition', e1('X', ' ', 'R02', 'NAME'), [[1, 3, 'disposition']]],
    ['another severity', e1('A', 'X', 'R02', 'NAME'), [[1, 4, 'severity']]],
    ['too short', `${e1('A', ' ', '', 'OK')}\nE1`, [[2, 3, 'too-short']]],
    ['a tab', `${e1('A', ' ', '', 'OK')}\nE1R\tR02`, [[2, 4, 'tab']]],
    ['small letters', e1('A', ' ', '', 'Accepted'), [[1, 12, 'lower-case']]],
    ['an odd sign', e1('A', ' ', '', 'É'), [[1, 11, 'not-ascii']]],
    ['too long', `${e1('A', ' ', '', 'OK')}X`, [[1, 81, 'too-long']]],
    ['both answers', [e1('R', ' ', '', ''), e1('A', ' ', '', '')].join('\n'), [[2, 3, 'both-answers']]],
    ['a paste without end', `${e1('A', ' ', '', '')}\n`.repeat(1001), [[1001, undefined, 'too-many-lines']]],
  ])('%s', (_, pasted, expected) => {
    expect(told(pasted)).toEqual(expected);
  });

  test('are said with every place filled', () => {
    for (const pasted of ['', 'Hello', e1('X', 'X', 'R02', 'é'), `E1\tX\n${e1('A', ' ', '', 'X')}X`, 'E1'])
      for (const problem of readE1(pasted).problems)
        expect(pasteProblemWords(problem)).toMatch(/^Line \d+(, column \d+)?: [A-Z][^{}]*\.$/);
  });

  test('reading never throws', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...Array.from('E01AR FI3-\t\n9é')), maxLength: 120 });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary', maxLength: 200 })), (pasted) => {
        expect(['accepted', 'rejected', 'none']).toContain(readE1(pasted).disposition);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the words', () => {
  /** No sentence of twenty words or more, no word for the reader to blame himself. */
  test.each(Object.entries(abiWords))('%s', (_, words) => {
    for (const sentence of words.split(/[.?!] /)) expect(sentence.split(' ').length).toBeLessThan(20);
    expect(words).not.toMatch(/\b(invalid|illegal|wrongly|please|must have been)\b/i);
  });
});
