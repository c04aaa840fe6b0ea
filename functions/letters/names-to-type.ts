import type { Case } from '#domain/case/case.ts';
import { spelled } from '#domain/company-name/spelled.ts';
import type { RecordedOutcome } from '#domain/case/parts.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import { nameOfNumber, numbersOf } from '#domain/requests/numbers.ts';
import { toldNames, toldNumbers } from '#domain/requests/told-names.ts';
import type { ToldName } from '#domain/requests/told-names.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { text } from '#domain/requests/texts.ts';
import { filled } from './content.ts';
import type { Block } from './content.ts';
import { maskedNumber } from './words.ts';
import type { LetterTexts } from './words.ts';

/** The names of an answer, to be typed sign by sign; none where the answer holds none. */
export const namesToType = (of: Case, end: RecordedOutcome, words: LetterTexts): Block[] =>
  typed(of, end, toldNames(end), words);

const typed = ({ locale, type }: Case, { code }: RecordedOutcome, names: readonly ToldName[], words: LetterTexts) =>
  names.map(({ place, name, kind }): Block => {
    const label = text(outcomeTexts(locale, type), `${code}.${place}`);
    return {
      block: 'typed',
      label: kind === undefined ? label : filled(words['outcome.kind'], { label, kind }),
      text: name,
    };
  });

/** Each of several numbers with its names to type, or what CBP's answer shows in their place; numbers masked. */
export const numbersTold = (of: Case, end: RecordedOutcome, words: LetterTexts): Block[] =>
  toldNumbers(end).flatMap(({ nth, result, names }): Block[] => {
    const number = numbersOf(of).find(({ name }) => name === nameOfNumber(nth))?.number;
    const heading: Block = { block: 'heading', words: number ? maskedNumber(number, words) : '' };
    if (names.length > 0) return [heading, ...typed(of, end, names, words)];
    return [heading, { block: 'paragraph', words: text(outcomeTexts(of.locale, of.type), `${end.code}.${result}`) }];
  });

/** All names that an answer tells, of one number or of several. */
const allNames = (end: RecordedOutcome): ToldName[] => [
  ...toldNames(end),
  ...toldNumbers(end).flatMap(({ names }) => names),
];

/** The same names for a phone call: a row for each word, once. One space goes without saying; more than one is said. */
export function namesToSay({ locale }: Case, end: RecordedOutcome, words: LetterTexts): Block[] {
  const parts = new Set(allNames(end).flatMap(({ name }) => name.split(/( +)/)));
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
