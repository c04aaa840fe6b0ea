import type { ChoiceField, Fields, TextField } from './field.ts';

/** A moment in the past: ISO 8601 in UTC as it is kept; the desk asks for it in the broker's time zone. */
export type MomentField = { readonly kind: 'moment'; readonly needed: boolean };

export type OutcomeField = TextField | ChoiceField | MomentField;

/**
 * How a request may end, as data. Its words stand in `text/outcomes.<language>.json` of the type: `<code>.name` and
 * `<code>.when` for the desk; `<code>.title`, `<code>.text` and `<code>.next` (one step a line) for the importer;
 * `<field>.label` and `<field>.hint` for the fields.
 */
export type Outcome = {
  /** What the member fills in; the pasted answer of CBP fills what it can. */
  readonly fields: Readonly<Record<string, OutcomeField>>;
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

/** The fields that the request's own readers know. */
export const readableFields = (fields: Outcome['fields']): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.kind === 'moment' ? [] : [[name, field]])),
  );
