import { fitLine } from '../fitted.ts';
import type { Change } from '../fitted.ts';
import type { WorksheetField, WorksheetSource } from './fields.ts';

/** A remark beside a value; the words are in `abi/text/en.json`. */
export type WorksheetNote =
  /** CBP's answer leaves it blank, so the update must too. */
  | 'blank-on-file'
  /** Worked out from state and ZIP: the answer holds no country. */
  | 'country-worked-out'
  /** Which letter stands for this type is not confirmed: choose it by name. */
  | 'type-by-name'
  /** As written; mail systems read capitals alike in practice. */
  | 'email-as-written'
  /** Digits only, without the country code 1. */
  | 'phone-digits';

/** What is known of one row. */
export interface Filling {
  readonly value?: string;
  /** The value in the pieces that ABI records hold, by record. */
  readonly parts?: readonly { readonly label: string; readonly value: string }[];
  readonly source?: WorksheetSource;
  readonly changed?: readonly Change[];
  readonly note?: WorksheetNote;
  readonly block?: string;
}
export type Fillings = Readonly<Partial<Record<WorksheetField, Filling>>>;

/** A text in capitals and cut to its length, or nothing. */
export function fitted(text: string | undefined, max: number): Filling {
  if (!text?.trim()) return {};
  const { line, changed } = fitLine(text, max);
  return { value: line, changed };
}
