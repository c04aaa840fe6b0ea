import type { Broker } from '#domain/broker/broker.ts';
import { fill } from '#domain/broker/words.ts';
import type { Move, Refusal } from '#domain/case/moves/move.ts';
import { isProblemCode } from '#domain/problem.ts';
import { problemWords } from '#domain/requests/common/text/problems.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import { outcomeOf } from '#domain/requests/outcomes.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { problemTextsOf } from '#domain/requests/texts.ts';
import { when } from '#domain/when.ts';
import type { DeskTrouble } from '../desk-answer.ts';
import english from './text/refusals.en.json' with { type: 'json' };

const words: Record<Refusal['code'], string> & typeof english = english;
const optionalWords: Readonly<Record<string, string>> = english;

/** Why a case does not take a move, for the page: what is wrong, and what is expected. */
export function refusalTrouble(refusal: Refusal, type: RequestTypeName, move: Move, broker: Broker): DeskTrouble {
  if (refusal.code === 'values') {
    const errors = refusal.problems.map((problem) => errorOf(problem, type, move));
    return { problem: 'input', detail: words.values, more: { errors, refusal: 'values' } };
  }
  return { problem: 'refused', detail: refusalWords(refusal, broker), more: { refusal: refusal.code } };
}

export function refusalWords(refusal: Refusal, { officeHours }: Pick<Broker, 'officeHours'>): string {
  if (refusal.code === 'too-soon')
    return fill(words['too-soon'], { until: when(refusal.until, 'en', officeHours.timeZone) });
  if (refusal.code === 'record-duty')
    return fill(words['record-duty'], { duties: refusal.duties.map((duty) => words[`duty.${duty}`]).join('; ') });
  if (refusal.code !== 'checks-missing') return words[refusal.code];
  const checks = refusal.checks.map((check) => optionalWords[`check.${check}`] ?? check).join(', ');
  return fill(words['checks-missing'], { checks });
}

type ValueProblem = Extract<Refusal, { code: 'values' }>['problems'][number];

/** At the field as it was sent: an outcome's values lie one level deeper. */
function errorOf({ field, code }: ValueProblem, type: RequestTypeName, move: Move) {
  const limits = move.move === 'answer' ? (outcomeOf(type, move.outcome)?.fields[field] ?? {}) : {};
  return {
    field: move.move === 'answer' ? `move.values.${field}` : `move.${field}`,
    code,
    message: valueWords(code, field, type, limits),
  };
}

function valueWords(code: string, field: string, type: RequestTypeName, limits: object): string {
  const own = optionalWords[`value.${code}`];
  if (own !== undefined || !isProblemCode(code)) return own ?? words.values;
  const label = outcomeTexts('en', type)[`${field}.label`] ?? field;
  return problemWords(problemTextsOf('en'), { field, code }, { label }, limits);
}
