import { questionIds, questions, results } from './graph.ts';
import type { Next, QuestionId, ResultId } from './graph.ts';
import type { Result } from './result.ts';

/** One click: the question, and the answer that was picked. */
export type Step = { readonly question: QuestionId; readonly answer: string };

export const answersOf = (question: QuestionId): [answer: string, next: Next][] => Object.entries(questions[question]);

const isResult = (name: string): name is ResultId => Object.hasOwn(results, name);
export const resultIds = Object.keys(results).filter(isResult);

/** Every way through the questions, from the first page on. */
export function ways(from: QuestionId = 'shown', before: readonly Step[] = []): { steps: Step[]; result: ResultId }[] {
  return answersOf(from).flatMap(([answer, next]) => {
    const steps = [...before, { question: from, answer }];
    return 'result' in next ? [{ steps, result: next.result }] : ways(next.question, steps);
  });
}

/** The shortest way to a question or a result: what somebody who is there has said. */
export function wayTo(place: { question: QuestionId } | { result: ResultId }): Step[] {
  const all = ways().sort((a, b) => a.steps.length - b.steps.length);
  if ('result' in place) return all.find(({ result }) => result === place.result)?.steps ?? [];
  const { question } = place;
  const through = all.find(({ steps }) => steps.some((step) => step.question === question))?.steps ?? [];
  return through.slice(
    0,
    through.findIndex((step) => step.question === question),
  );
}

/** The questions that have a page of their own: the first one is the start page. */
export const laterQuestions = questionIds.filter((id) => id !== 'shown');

const requestOf = (id: ResultId): Result['request'] => {
  const result: Result = results[id];
  return result.request;
};

/**
 * The last part of the address of a form that has the answers of a result filled in (`no-code`). Without script nothing else
 * could fill them in, so each such form is a page.
 */
export const knownName = (known: Readonly<Record<string, string>>): string => Object.values(known).join('-');

/** Each form with answers filled in that some result links to, once. */
export const knownForms = resultIds
  .flatMap((id) => requestOf(id) ?? [])
  .filter(
    ({ type, known }, nth, all) =>
      knownName(known) !== '' &&
      nth === all.findIndex((other) => other.type === type && knownName(other.known) === knownName(known)),
  );
