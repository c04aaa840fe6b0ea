/**
 * A question of a request, as data. The page renders it, its script checks it, the schema reads it, the letters list it:
 * one description serves all four.
 */
export type Condition = { readonly field: string; readonly in: readonly string[] };

type Asked = {
  /** `true`, or needed only when another answer is one of these. */
  readonly needed: boolean | Condition;
  /** Shown and needed only when all of these hold. What is given all the same is read and kept. */
  readonly when?: readonly Condition[];
};

export type TextField = Asked & {
  readonly kind: 'line' | 'long-text';
  /** Characters, counted as a browser's `maxlength` counts them (UTF-16). */
  readonly min: number;
  readonly max: number;
  readonly autocomplete?: string;
};
export type EmailField = Asked & { readonly kind: 'email'; readonly max: number; readonly autocomplete?: string };
export type PhoneField = Asked & { readonly kind: 'phone'; readonly max: number; readonly autocomplete?: string };
export type ExtensionField = Asked & {
  readonly kind: 'extension';
  readonly max: number;
  readonly autocomplete?: string;
};
export type ChoiceField<Option extends string = string> = Asked & {
  /** `radio` and `select` differ on the page only; a tick is one option that must be given. */
  readonly kind: 'radio' | 'select' | 'tick';
  readonly options: readonly Option[];
  readonly autocomplete?: string;
};
export type NumberField = Asked & { readonly kind: 'importer-number'; readonly max: number };

export type Field = TextField | EmailField | PhoneField | ExtensionField | ChoiceField | NumberField;
export type Fields = Readonly<Record<string, Field>>;

/** Answers as they come in, by field name. Anything may be in them. */
export type Given = Readonly<Record<string, unknown>>;

/** A given answer as trimmed text; empty when there is none or it is no text. */
export function textOf(given: Given, name: string): string {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}

export const holds = (condition: Condition, given: Given): boolean =>
  condition.in.includes(textOf(given, condition.field));

/** Whether the page shows the question, given the other answers. */
export const isAsked = (field: Field, given: Given): boolean =>
  (field.when ?? []).every((condition) => holds(condition, given));

/** Whether an answer must be given, given the other answers. */
export const isNeeded = (field: Field, given: Given): boolean =>
  isAsked(field, given) && (typeof field.needed === 'boolean' ? field.needed : holds(field.needed, given));
