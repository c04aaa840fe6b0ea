import type { Case } from '#domain/case/case.ts';
import { closeReasons, declineReasons } from '#domain/case/moves/move.ts';
import type { CasePage, OutcomeOffer, ReasonOffer } from '#domain/desk/case-page.ts';
import { askedOutcome } from '#domain/requests/outcome.ts';
import type { Outcome, OutcomeField, Outcomes } from '#domain/requests/outcome.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import { outcomesOf } from '#domain/requests/outcomes.ts';
import { text } from '#domain/requests/texts.ts';

type Field = OutcomeOffer['fields'][number];

/** How the case may end: its names for the desk in English, words to start from in the importer's language. */
export function offersOf(of: Case): Pick<CasePage, 'outcomes' | 'declines' | 'closes'> {
  const outcomes: Outcomes = outcomesOf[of.type];
  return {
    outcomes: Object.entries(outcomes).flatMap(([code, outcome]) => {
      const asked = askedOutcome(outcome, of.answers);
      return asked ? [outcomeOffer(of, code, asked)] : [];
    }),
    declines: declineReasons.map((reason) => reasonOffer(of, 'declined', reason)),
    closes: closeReasons.map((reason) => reasonOffer(of, 'closed', reason)),
  };
}

const outcomeOffer = (
  of: Case,
  code: string,
  { fields, needsClearance, turnsInto, tellsEarlierContact }: Outcome,
): OutcomeOffer => ({
  code,
  ...named(of, code),
  needsClearance,
  ...(turnsInto !== undefined && { turnsInto }),
  ...(tellsEarlierContact && { tellsEarlierContact }),
  fields: Object.entries(fields).map(([name, field]) => fieldOffer(of, name, field)),
});

const reasonOffer = (of: Case, end: 'declined' | 'closed', reason: string): ReasonOffer => ({
  reason,
  ...named(of, `${end}.${reason}`),
});

function named(of: Case, key: string): Pick<ReasonOffer, 'name' | 'when' | 'start'> {
  const texts = outcomeTexts('en', of.type);
  const start = outcomeTexts(of.locale, of.type)[`${key}.start`];
  return {
    name: text(texts, `${key}.name`),
    when: text(texts, `${key}.when`),
    ...(start !== undefined && { start }),
  };
}

function fieldOffer(of: Case, name: string, field: OutcomeField): Field {
  const texts = outcomeTexts('en', of.type);
  const hint = texts[`${name}.hint`];
  return {
    name,
    label: text(texts, `${name}.label`),
    ...(hint !== undefined && { hint }),
    kind: field.kind,
    needed: field.needed === true,
    ...startOf(of, name, field),
    ...('max' in field && { max: field.max }),
    ...('options' in field && {
      options: field.options.map((value) => ({ value, label: text(texts, `${name}.${value}`) })),
    }),
  };
}

/** Words for a field, by the answer that they go by; none where the request holds no such answer. */
function startOf(of: Case, name: string, field: OutcomeField): Pick<Field, 'start'> {
  const answer = 'startsBy' in field ? of.answers[field.startsBy] : undefined;
  const start = outcomeTexts(of.locale, of.type)[`${name}.start.${answer ?? ''}`];
  return start === undefined ? {} : { start };
}
