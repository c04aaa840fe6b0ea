import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { ownDataOf } from '#casework/importer/own-data.ts';
import { publicSideOf } from '#casework/importer/public-side.ts';
import type { Case } from '#domain/case/case.ts';
import { openQuestions, readCompletion } from '#domain/case/completion.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { outcomesOf } from '#domain/requests/outcomes.ts';
import { askedOutcome } from '#domain/requests/outcome.ts';
import { numbersOf } from '#domain/requests/numbers.ts';
import { readRequest } from '#domain/requests/read-request.ts';
import { namesInScreenOrder } from '#domain/requests/team-answers.ts';
import { wordsOfProblem } from '#domain/requests/texts.ts';
import { toldNumbers } from '#domain/requests/told-names.ts';
import { opened, samples, unsuspicious, world } from '#test/fakes/requests.ts';
import { ada, after, confirmed, checkOf, luis, moves, on } from './moves-cases.ts';

/** The first number is 95-1234567. */
const three = {
  importerNumber2Kind: 'cbp',
  importerNumber2: '25270412345',
  importerNumber3: '95-1234567AB',
  importerNumber4Kind: 'ssn',
  importerNumber4: '212-34-5678',
};
const read = (change: Record<string, unknown>) =>
  readRequest('name-query', { ...samples['name-query'][0], ...change }, world);
const codes = (change: Record<string, unknown>): string[] => {
  const reading = read(change);
  return 'problems' in reading ? reading.problems.map(({ field, code }) => `${field}: ${code}`) : [];
};
const several = unsuspicious(opened('name-query', three));
const cleared = after(confirmed(several), luis, checkOf('power-of-attorney'), checkOf('receiver'), moves.clear);

describe('a name query for several numbers', () => {
  it('reads each by its own kind, and keeps of a Social Security number its end', () => {
    const { answers } = several;
    expect(answers).toMatchObject({
      ...{ importerNumber2: '252704-12345', importerNumber3: '95-1234567AB', importerNumber4: '5678' },
    });
    expect(JSON.stringify(several)).not.toMatch(/212.?34/);
    expect(numbersOf(several).map(({ number }) => number.kind)).toEqual(['ein', 'cbp', 'ein', 'ssn']);
  });

  it.each([
    [{ importerNumber2: '951234568' }, 'importerNumber2: number-ask-kind'],
    [{ importerNumber3Kind: 'ein', importerNumber3: '95-12' }, 'importerNumber3: number-too-short'],
    [{ importerNumber6: '95-1234567' }, 'importerNumber6: number-twice'],
    [{ importerNumber2: '95-123456700' }, 'importerNumber2: number-twice'],
    [{ importerNumber2: '252704-12345', importerNumber5: '252704-12345' }, 'importerNumber5: number-twice'],
    [{ importerNumber2: ['95-1234568'] }, 'importerNumber2: given-twice'],
    [{ importerNumber2Kind: 'itin' }, 'importerNumber2Kind: not-an-option'],
    [{ importerNumber7: '95-1234568' }, 'importerNumber7: unknown-field'],
  ])('%j: %s', (change, problem) => {
    expect(codes(change)).toEqual([problem]);
  });

  it('says which number has the problem', () => {
    const problem = { field: 'importerNumber3', code: 'number-too-short' } as const;
    expect(wordsOfProblem('en', 'name-query', problem)).toMatch(/^Importer number 3: some digits are missing\./);
  });

  it('names the number with its warning', () => {
    const reading = read({ importerNumber2: '07-1234567' });
    expect('request' in reading && reading.request.numberWarnings).toEqual(['prefix-not-on-irs-list importerNumber2']);
  });

  it('stands in the list by its first number, with how many more, in one kilobyte', () => {
    const card = cardOf(several);
    expect(card).toMatchObject({ importer: 'EIN ending 4567', more: 3 });
    expect(JSON.stringify(card).length).toBeLessThan(1024);
  });

  it('shows its importer the ends only, on the page and in what they take along', () => {
    const side = publicSideOf(several);
    expect(side.more.map(({ ending }) => ending.lastFour)).toEqual(['2345', '4567', '5678']);
    const taken = JSON.stringify(ownDataOf(side, several, broker, new Date()));
    for (const full of ['252704', '95-1234567AB', '95-1234567']) expect(taken).not.toContain(full);
  });

  it('says a kind with its number', () => {
    expect(namesInScreenOrder('name-query', several.answers, 'ein').filter((name) => name.includes('Number'))).toEqual([
      ...['importerNumber', 'importerNumber2', 'importerNumber3', 'importerNumber4'],
    ]);
  });
});

describe('what CBP’s answer shows of several numbers', () => {
  const acme = { result: '1', abbreviatedName: 'ACME IMPORTS LLC' } as const;
  const none = { result: '0' } as const;

  it('is kept number by number', () => {
    const one = after(cleared, luis, { move: 'on-file', onFile: acme, more: { importerNumber2: none } });
    expect(one).toMatchObject({ onFile: acme, moreOnFile: { importerNumber2: none } });
    const two = after(one, luis, { move: 'on-file', more: { importerNumber3: acme } });
    expect(two).toMatchObject({ onFile: acme, moreOnFile: { importerNumber2: none, importerNumber3: acme } });
  });

  it.each([
    ['a number that the case does not have', { move: 'on-file', more: { importerNumber6: acme } }],
    ['nothing at all', { move: 'on-file' }],
  ] as const)('is refused of %s', (_, move) => {
    expect(makeMove(cleared, move, on(luis, 90))).toMatchObject({ refused: { code: 'values' } });
  });

  const offered = (of: Case) => {
    const outcome = outcomesOf['name-query']['names-on-file'];
    return outcome && askedOutcome(outcome, of.answers);
  };

  it('is answered by an outcome that asks for the numbers of the case, and is offered to no other', () => {
    expect(Object.keys(offered(several)?.fields ?? {}).filter((name) => name.startsWith('result'))).toEqual([
      ...['result1', 'result2', 'result3', 'result4'],
    ]);
    expect(offered(opened('name-query'))).toBeUndefined();
  });

  const values = {
    ...{ result1: 'on-file', abbreviatedName1: 'ACME IMPORTS LLC', legalName1: 'ACME IMPORTS AND TRADING, LLC' },
    ...{ result2: 'nothing-on-file', result3: 'on-file', abbreviatedName3: 'ACME WEST', result4: 'voided' },
  };

  it('tells each number’s names', () => {
    const told = after(cleared, luis, { move: 'answer', outcome: 'names-on-file', values });
    expect(told.state).toBe('answered');
    expect(told.outcome && toldNumbers(told.outcome)).toEqual([
      {
        ...{ nth: 1, result: 'on-file' },
        names: [
          { place: 'first', name: 'ACME IMPORTS AND TRADING, LLC' },
          { place: 'then', name: 'ACME IMPORTS LLC' },
        ],
      },
      { nth: 2, result: 'nothing-on-file', names: [] },
      { nth: 3, result: 'on-file', names: [{ place: 'first', name: 'ACME WEST' }] },
      { nth: 4, result: 'voided', names: [] },
    ]);
  });

  it.each([
    ['without a result', { ...values, result4: '' }, 'result4'],
    ['on file, without a name', { ...values, abbreviatedName3: '' }, 'abbreviatedName3'],
    ['of a number that the case does not have', { ...values, result5: 'voided' }, 'result5'],
  ])('is refused %s', (_, given, field) => {
    const made = makeMove(cleared, { move: 'answer', outcome: 'names-on-file', values: given }, on(ada, 90));
    expect(made).toMatchObject({ refused: { code: 'values', problems: [{ field }] } });
  });
});

it('who holds a link to a case adds no number to it', () => {
  const turned = after(unsuspicious(opened('account-error')), luis, { move: 'convert', to: 'name-query' });
  expect(openQuestions(turned, world).filter((name) => /Number\d/.test(name))).toEqual([]);
  const reading = readCompletion(turned, { importerNumber2: '95-7654321', powerOfAttorney: 'on-file' }, world);
  expect('request' in reading && reading.request.answers).not.toHaveProperty('importerNumber2');
});
