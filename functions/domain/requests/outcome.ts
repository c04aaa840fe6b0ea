import type { ChoiceField, Fields, TextField } from './field.ts';

/** A moment in the past: ISO 8601 in UTC as it is kept; the desk asks for it in the broker's time zone. */
export type MomentField = { readonly kind: 'moment'; readonly needed: boolean };

/** Steps of our own for the importer, one a line. `startsBy`: the answer that picks the words to start from (`<field>.start.<option>`). */
export type GuidanceField = TextField & { readonly startsBy: string };

/** `of`: asked only where the request holds one of these answers. */
type Asked = { readonly of?: readonly string[] };
export type OutcomeField = (TextField | GuidanceField | ChoiceField | MomentField) & Asked;

/**
 * How a request may end, as data. Its words stand in `text/outcomes.<language>.json` of the type: `<code>.name` and
 * `<code>.when` for the desk; `<code>.title`, `<code>.text` and `<code>.next` (one step a line) for the importer;
 * `<field>.label` and `<field>.hint` for the fields.
 */
export type Outcome = {
  /** What the member fills in; the pasted answer of CBP fills what it can. */
  readonly fields: Readonly<Record<string, OutcomeField>>;
  /** Only where the request holds one of these answers. */
  readonly of?: readonly string[];
  /** Fields that say something only together: with one of them given, all are needed. */
  readonly together?: readonly string[];
  /** It tells something of CBP's record, or that something was filed: recorded without clearance only with a licensed member's reason. */
  readonly needsClearance: boolean;
  /** Something was changed at CBP: the earlier contact of the client file hears of it. */
  readonly tellsEarlierContact?: true;
  /** It goes on as another request, on the same case. */
  readonly turnsInto?: string;
};

export type Outcomes = Readonly<Record<string, Outcome>>;

/** The outcome as this request has it: without the fields that belong to an answer it does not hold; none when the outcome does. */
export function askedOutcome(outcome: Outcome, answers: Readonly<Record<string, string>>): Outcome | undefined {
  const holds = ({ of }: Asked): boolean => of === undefined || of.some((name) => Object.hasOwn(answers, name));
  if (!holds(outcome)) return undefined;
  const fields = Object.entries(outcome.fields).filter(([, field]) => holds(field));
  return { ...outcome, fields: Object.fromEntries(fields) };
}

/** The fields that the request's own readers know. */
export const readableFields = (fields: Outcome['fields']): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.kind === 'moment' ? [] : [[name, field]])),
  );
