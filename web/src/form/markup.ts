import type { Condition, Field } from '#domain/requests/field.ts';
import { text, type Texts } from '#domain/requests/texts.ts';
import { fill, type Words } from '../text/words.ts';

/**
 * A question's description as the page carries it, for its script to read back: what the input's own attributes say too,
 * in one place. Options are left to the markup; `autocomplete` is the browser's alone; what holds of nearly every question
 * (it is needed, one sign is enough) is left out.
 */
export function fieldText(field: Field): string {
  const { kind, needed, when } = field;
  const min = 'min' in field && field.min > 1 ? field.min : undefined;
  const max = 'max' in field ? field.max : undefined;
  return JSON.stringify({ kind, min, max, needed: needed === true ? undefined : needed, when });
}

/** In words, for browsers without script: under which answers a question is asked. The innermost condition says it. */
export function onlyIf(when: readonly Condition[], texts: Texts, words: Words): string {
  const inner = when.at(-1);
  if (!inner) return '';
  const options = inner.in.map((option) =>
    fill(words['ask.quoted'], { text: text(texts, `${inner.field}.${option}`) }),
  );
  const label = text(texts, `${inner.field}.label`);
  return fill(words['ask.onlyIf'], { options: options.join(words['ask.or']), label });
}

/** `certifierFirst:contactName:first certifierTitle:contactRole`: what a shortcut copies from where. */
export const presetText = (copy: Readonly<Record<string, string>>): string =>
  Object.entries(copy)
    .map(([target, source]) => `${target}:${source}`)
    .join(' ');
