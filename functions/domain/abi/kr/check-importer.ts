import { notOneOf } from '../paste-problem.ts';
import { isLegalNameCut } from './from-records.ts';
import { krNumber } from './importer.ts';
import { krPlaces, resultCodes, secondNameQualifiers } from './places.ts';
import type { KrProblem } from './problem.ts';
import { fieldIn, isSlidIn, lineOf, names } from './seen.ts';
import type { KrKey, Seen } from './seen.ts';

const { K1, K2 } = krPlaces;
const numberShapes = ['NN-NNNNNNNXX', 'YYDDPP-NNNNN'];

/** Two records that tell one thing: without the other, what is there is only half of it. */
const together: readonly (readonly [KrKey, KrKey])[] = [
  ['K3', 'K4'],
  ['K4', 'K3'],
  ['K5', 'K6'],
  ['K6', 'K5'],
  ['K8 IN1', 'K7'],
  ['K8 IN2', 'K7'],
];

function missingRecords(seen: Seen): KrProblem[] {
  const without = (key: KrKey, other: KrKey): KrProblem[] =>
    lineOf(seen, key).map((line) => ({ line, code: 'record-missing', expected: { oneOf: [other] } }));
  return [
    ...together.flatMap(([key, other]) => (seen.has(other) ? [] : without(key, other))),
    ...(isLegalNameCut(seen) ? without('K7', 'K8 IN1') : []),
  ];
}

/** Blank fields are not told here: a needed one is told by the layout. A record on file has a name. */
function checkK1(seen: Seen, line: number): KrProblem[] {
  const number = fieldIn(seen, 'K1', K1.number);
  const result = fieldIn(seen, 'K1', K1.result);
  const [from, to] = K1.name;
  const problems: KrProblem[] = [];
  if (number && !krNumber(number)) problems.push(notOneOf('importer-number', line, 'number', K1.number, numberShapes));
  if (result && !resultCodes.some((known) => known === result))
    problems.push(notOneOf('result-code', line, 'result', K1.result, resultCodes));
  if (/^[12]$/.test(result) && fieldIn(seen, 'K1', K1.name) === '')
    problems.push({ line, column: from, code: 'missing', expected: { field: 'name', from, to } });
  return problems;
}

function checkK2(seen: Seen, line: number): KrProblem[] {
  const [given, name] = [fieldIn(seen, 'K2', K2.qualifier), fieldIn(seen, 'K2', K2.secondName)];
  const right = secondNameQualifiers.some((known) => known === given);
  return right || (given === '' && name === '')
    ? []
    : [notOneOf('qualifier', line, 'qualifier', K2.qualifier, secondNameQualifiers)];
}

const lostSpaces = (seen: Seen): KrProblem[] =>
  names
    .filter((name) => isSlidIn(seen, name))
    .flatMap(([key, field, [from, to]]) =>
      lineOf(seen, key).map((line) => ({ line, column: from, code: 'spaces-lost', expected: { field, from, to } })),
    );

/** What is wrong with an importer beyond the layout of its records: values, and records that need each other. */
export function importerProblems(seen: Seen): KrProblem[] {
  const [k1, k2] = [seen.get('K1'), seen.get('K2')];
  return [
    ...(k1 ? checkK1(seen, k1.line) : []),
    ...(k2 ? checkK2(seen, k2.line) : []),
    ...missingRecords(seen),
    ...lostSpaces(seen),
  ];
}
