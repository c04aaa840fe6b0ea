import { missingProblems, problemsOf } from '../requests/check.ts';
import type { World } from '../requests/check.ts';
import type { Given } from '../requests/field.ts';
import { readRequest } from '../requests/read-request.ts';
import type { RequestReading } from '../requests/read-request.ts';
import { numbersAmong } from '../requests/numbers.ts';
import { requestTypes } from '../requests/registry.ts';
import type { RequestType } from '../requests/request-type.ts';
import type { Case } from './case.ts';

/** A case that was turned into another request may lack answers of it. What was said once stays as it was said. */
type Asked = Pick<Case, 'type' | 'answers' | 'importerNumber' | 'locale'>;
/** Only a case that was something else lacks anything: a request that came in was whole, by the rules of its day. */
type Turned = Asked & Pick<Case, 'was'>;

const typeOf = ({ type }: Asked): RequestType => requestTypes[type];

/** The answers of a case as its form would send them. Of a Social Security number there are four digits, and so its kind. */
const givenBy = ({ answers, importerNumber: number }: Asked): Given => ({
  ...kindsOfNumbers(answers),
  ...answers,
  importerNumber: number.kind === 'ssn' ? number.lastFour : number.shown,
});

/** A kind that nobody had to say is plain from the number as it is kept. */
const kindsOfNumbers = (answers: Case['answers']): Given =>
  Object.fromEntries(numbersAmong(answers).map(({ name, number }) => [`${name}Kind`, number.kind]));

/** Another type's answers stay on the case, and are none of this one's. */
const isAsked = (of: Asked, name: string): boolean => Object.hasOwn(typeOf(of).fields, name);

/** Names of needed answers that the case does not hold, in the order of the form. */
export const missingAnswers = (of: Asked): string[] =>
  missingProblems(typeOf(of).fields, givenBy(of)).map(({ field }) => field);

/** Names of answers that are missing, or that the case's present type refuses: they must be given before it can be cleared. */
export function unsettledAnswers(of: Turned, world: World): string[] {
  if (of.was.length === 0) return [];
  const { fields, rules } = typeOf(of);
  const given = Object.fromEntries(Object.entries(givenBy(of)).filter(([name]) => isAsked(of, name)));
  return problemsOf(fields, rules, given, world)
    .map(({ field }) => field)
    .filter((name) => !isFurther(of, name));
}

/** Names of all questions that a page asks to complete the case: whatever has no settled answer, needed or not. */
export function openQuestions(of: Turned, world: World): string[] {
  const unsettled = new Set(unsettledAnswers(of, world));
  const settled = givenBy(of);
  return Object.keys(typeOf(of).fields).filter(
    (name) => unsettled.has(name) || (!Object.hasOwn(settled, name) && !isFurther(of, name)),
  );
}

/** Further numbers are asked for by the form alone: who holds a link to a case adds none to it. */
const isFurther = (of: Asked, name: string): boolean => {
  const { moreNumbers = [] } = typeOf(of);
  return moreNumbers.some((number) => name === number || name === `${number}Kind`);
};

/**
 * The request that the case is with the given answers, or every problem. Only open questions take an answer: who holds a
 * link to a case cannot turn it to another company, number or mailbox.
 */
export function readCompletion(of: Turned, given: Given, world: World): RequestReading {
  const open = new Set(openQuestions(of, world));
  const settled = Object.entries(givenBy(of)).filter(([name]) => isAsked(of, name) && !open.has(name));
  const { submissionId: _, ...all } = given;
  const answers = Object.entries(all).filter(([name]) => open.has(name) || !isFurther(of, name));
  const request = Object.fromEntries([...answers, ...settled]);
  return readRequest(of.type, { ...request, locale: of.locale }, world);
}
