import { maskBareNumber } from '../mask.ts';
import { textAt } from '../pasted-lines.ts';
import type { PastedLine, Place } from '../pasted-lines.ts';
import type { WorksheetField } from '../worksheet/fields.ts';
import { abiWords } from '../words.ts';
import { e1Dictionary, isE1Code } from './dictionary.ts';

/** Places of E1, and of the text in E0 that says what the next E1 are about. */
export const e1Places = {
  disposition: [3, 3],
  severity: [4, 4],
  condition: [5, 7],
  reason: [8, 10],
  narrative: [11, 50],
  about: [26, 80],
} as const satisfies Record<string, Place>;

export interface E1Condition {
  readonly code: string;
  readonly reason?: string;
  readonly severity?: 'fatal' | 'info';
  /** CBP's own words; a Social Security number in them is masked. */
  readonly narrative: string;
  /** In our words, for codes of the dictionary: what it means, and what to do. */
  readonly meaning?: string;
  readonly cure?: string;
  /** The row of the worksheet it is about. */
  readonly field?: WorksheetField;
  /** What the E0 before it names. */
  readonly about?: string;
}

const severities: Readonly<Record<string, 'fatal' | 'info'>> = { F: 'fatal', I: 'info' };

function explained(code: string): Pick<E1Condition, 'meaning' | 'cure' | 'field'> {
  if (!isE1Code(code)) return {};
  const entry: { readonly field?: WorksheetField } = e1Dictionary[code];
  return {
    meaning: abiWords[`e1.${code}`],
    cure: abiWords[`e1.${code}.cure`],
    ...(entry.field && { field: entry.field }),
  };
}

/** The condition of an E1; none when it holds neither code nor words. */
export function conditionIn({ columns }: PastedLine, about: string): E1Condition[] {
  const text = (place: Place) => textAt(columns, place).trim();
  const [code, reason, narrative] = [text(e1Places.condition), text(e1Places.reason), text(e1Places.narrative)];
  if (code === '' && reason === '' && narrative === '') return [];
  const severity = severities[text(e1Places.severity)];
  return [
    {
      code,
      narrative: maskBareNumber(narrative),
      ...(reason && { reason }),
      ...(severity && { severity }),
      ...(about && { about: maskBareNumber(about) }),
      ...explained(isE1Code(code) ? code : reason),
    },
  ];
}
