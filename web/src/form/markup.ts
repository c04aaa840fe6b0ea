import type { Condition } from '#domain/requests/field.ts';
import { text, type Texts } from '#domain/requests/texts.ts';
import { fill, type Words } from '../text/words.ts';

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
