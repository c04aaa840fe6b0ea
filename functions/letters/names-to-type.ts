import type { Case } from '#domain/case/case.ts';
import { spelled } from '#domain/company-name/spelled.ts';
import type { RecordedOutcome } from '#domain/case/parts.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import { toldNames } from '#domain/requests/told-names.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { text } from '#domain/requests/texts.ts';
import { filled } from './content.ts';
import type { Block } from './content.ts';
import type { LetterTexts } from './words.ts';

/** The names of an answer, to be typed sign by sign; none where the answer holds none. */
export function namesToType({ locale, type }: Case, end: RecordedOutcome, words: LetterTexts): Block[] {
  const texts = outcomeTexts(locale, type);
  return toldNames(end).map(({ place, name, kind }) => {
    const label = text(texts, `${end.code}.${place}`);
    return {
      block: 'typed',
      label: kind === undefined ? label : filled(words['outcome.kind'], { label, kind }),
      text: name,
    };
  });
}

/** The same names for a phone call: a row for each word, once. One space goes without saying; more than one is said. */
export function namesToSay({ locale }: Case, end: RecordedOutcome, words: LetterTexts): Block[] {
  const parts = new Set(toldNames(end).flatMap(({ name }) => name.split(/( +)/)));
  const rows = [...parts]
    .filter((part) => part !== '' && part !== ' ')
    .map((part) => ({ label: part.replaceAll(' ', '␣'), value: saidAloud(part, locale) }));
  return rows.length === 0
    ? []
    : [
        { block: 'heading', words: words['outcome.spelling'] },
        { block: 'paragraph', words: words['outcome.spaces'] },
        { block: 'rows', rows },
      ];
}

const saidAloud = (part: string, locale: Locale): string =>
  spelled(part, locale)
    .map(({ word }) => word)
    .join(', ');
