import type { Case } from '#domain/case/case.ts';
import { spelled } from '#domain/company-name/spelled.ts';
import type { RecordedOutcome } from '#domain/case/parts.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import { toldNames } from '#domain/requests/told-names.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { text } from '#domain/requests/texts.ts';
import { filled } from './content.ts';
import type { Block, Row } from './content.ts';
import type { LetterTexts } from './words.ts';

/** The names of an answer, to be typed sign by sign, or said over the phone; none where the answer holds none. */
export function namesToType({ locale, type }: Case, end: RecordedOutcome, words: LetterTexts): Block[] {
  const texts = outcomeTexts(locale, type);
  return toldNames(end).flatMap(({ place, name, kind }): Block[] => {
    const label = text(texts, `${end.code}.${place}`);
    return [
      {
        block: 'typed',
        label: kind === undefined ? label : filled(words['outcome.kind'], { label, kind }),
        text: name,
      },
      ...(place === 'also'
        ? []
        : ([
            { block: 'small', words: words['outcome.spelling'] },
            { block: 'rows', rows: spelling(name, locale) },
          ] satisfies Block[])),
    ];
  });
}

/** A row for each word. One space goes without saying; more than one is said. */
const spelling = (name: string, locale: Locale): Row[] =>
  name
    .split(/( +)/)
    .filter((part) => part !== '' && part !== ' ')
    .map((part) => ({
      label: part.replaceAll(' ', '␣'),
      value: spelled(part, locale)
        .map(({ word }) => word)
        .join(', '),
    }));
