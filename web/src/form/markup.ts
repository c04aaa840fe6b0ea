import type { Condition, Field, Fields } from '#domain/requests/field.ts';
import { text, type Texts } from '#domain/requests/texts.ts';
import { fill, type Words } from '../text/words.ts';

/** `recordChanged:yes,not-sure addressType:other`: how a condition stands in the page, for its script to read. */
export const conditionText = (conditions: readonly Condition[]): string =>
  conditions.map(({ field, in: values }) => `${field}:${values.join()}`).join(' ');

/** The question as the page carries it; the script reads it back with `read-page.ts`, and a test holds both to the registry. */
export const questionData = (name: string, field: Field, example: string | undefined) => ({
  'data-name': name,
  'data-kind': field.kind,
  'data-min': 'min' in field && field.min > 1 ? field.min : undefined,
  'data-max': 'max' in field ? field.max : undefined,
  'data-needed': field.needed === true ? '' : field.needed === false ? undefined : conditionText([field.needed]),
  'data-when': field.when && conditionText(field.when),
  'data-example': example,
});

export type Run = { readonly when: readonly Condition[] | undefined; readonly names: readonly string[] };

/** Questions in a row that are asked under the same conditions stand together, under one "only if". */
export function runsOf(fields: Fields, names: readonly string[]): Run[] {
  const runs: { when: readonly Condition[] | undefined; names: string[] }[] = [];
  for (const name of names) {
    const when = fields[name]?.when;
    const last = runs.at(-1);
    if (last && conditionText(last.when ?? []) === conditionText(when ?? [])) last.names.push(name);
    else runs.push({ when, names: [name] });
  }
  return runs;
}

/** In words, for browsers without script: under which answers a question is asked. The innermost condition says it. */
export function onlyIf(when: readonly Condition[], texts: Texts, words: Words): string {
  const inner = when.at(-1);
  if (!inner) return '';
  const options = inner.in.map((option) => fill(words['ask.quoted'], { text: text(texts, `${inner.field}.${option}`) }));
  const label = text(texts, `${inner.field}.label`);
  return fill(words['ask.onlyIf'], { options: options.join(` ${words['ask.or']} `), label });
}

/** `certifierFirst:contactName:first certifierTitle:contactRole`: what a shortcut copies from where. */
export const presetText = (copy: Readonly<Record<string, string>>): string =>
  Object.entries(copy)
    .map(([target, source]) => `${target}:${source}`)
    .join(' ');
