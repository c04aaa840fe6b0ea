import type { Field } from '#domain/requests/field.ts';

/**
 * A question's description as the page carries it, for its script to read back: what the input's own attributes say too,
 * in one place. Options are left to the markup; `autocomplete` is the browser's alone; what holds of nearly every question
 * (it is needed, one sign is enough) is left out. JSON without its quotation marks, which HTML would write as six signs each:
 * its words are names of letters and hyphens, so that the script can put them back.
 */
export function fieldText(field: Field): string {
  const { kind, needed, when } = field;
  const min = 'min' in field && field.min > 1 ? field.min : undefined;
  const max = 'max' in field ? field.max : undefined;
  return JSON.stringify({ kind, min, max, needed: needed === true ? undefined : needed, when }).replaceAll('"', '');
}

/** Reads it back; without the options, which stand in the markup. */
export const fieldSaid = (text: string): unknown =>
  Object.assign({ needed: true, min: 1 }, JSON.parse(text.replace(/\b(?!false\b)[a-z][\w-]*/gi, '"$&"')));
