import { splitEntityForm } from './entity-form.ts';
import { mixesScripts, withoutLookAlikes } from './look-alikes.ts';
import { plainName } from './normalise.ts';

/**
 * How a typed name differs from the one on file, the mildest first. Only `same` is sure to match: how strictly CBP
 * compares is published nowhere (July 2026), so every other one means "type it as on file".
 */
export type NameComparison =
  | 'same'
  | 'same-ignoring-case'
  /** Only spaces differ. */
  | 'spaces'
  | 'punctuation'
  | 'accent'
  /** `&` here, AND there. */
  | 'ampersand'
  /** The same form of company, written otherwise: INC and INCORPORATED. */
  | 'form-spelling'
  /** The form of company is left out on one side. */
  | 'form-missing'
  /** The file holds the first 32 characters of the typed name. */
  | 'abbreviated'
  /** The same words in another order: SMITH, JOHN A. */
  | 'order'
  /** The typed name is the trade name (DBA, AKA, DIV) beside the one on file. */
  | 'trade-name'
  /** INC here, LLC there: another company, perhaps. Stop and check the EIN. */
  | 'entity-form'
  /** Letters of another alphabet that look Latin: a slip of the keyboard at best. Raise a flag. */
  | 'homoglyph'
  /** Another name: renamed (a bond rider's matter) or not this company. */
  | 'different';

const squeezed = (name: string) => name.replace(/\s+/gu, ' ').trim();
const unaccented = (name: string) => name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
const unpunctuated = (name: string) =>
  squeezed(
    name
      .replace(/['’.]/g, '')
      .replace(/&/g, ' & ')
      .replace(/[^\p{L}\p{M}\p{N}&]+/gu, ' '),
  );
const sorted = (name: string) => name.split(' ').sort().join(' ');

/** The steps from strict to lenient: the first that makes both names equal says how they differ. */
const steps: readonly (readonly [NameComparison, (name: string) => string])[] = [
  ['same', (name) => name.normalize('NFC')],
  ['same-ignoring-case', (name) => name.normalize('NFC').toUpperCase()],
  ['spaces', (name) => squeezed(name).normalize('NFC').toUpperCase()],
  ['accent', (name) => unaccented(squeezed(name).toUpperCase())],
  ['punctuation', (name) => unpunctuated(unaccented(name.toUpperCase()))],
  ['ampersand', plainName],
];

/** The names within a name on file: `ACME HOLDINGS INC (DBA BEST TOYS)` holds two. */
const namesWithin = (onFile: string) =>
  onFile.split(/\s*[(),;]*\s*\b(?:D\/?B\/?A|A\/?K\/?A|DIV(?:ISION)?(?:\s+OF)?)\b[.:]?\s*/i).map(plainName);

function compareForms(onFile: string, typed: string): NameComparison | undefined {
  const [filed, asked] = [splitEntityForm(onFile), splitEntityForm(typed)];
  if (filed.base !== asked.base) return undefined;
  if (filed.form === asked.form) return 'form-spelling';
  return filed.form && asked.form ? 'entity-form' : 'form-missing';
}

/** Whether the file's name is the typed one, cut at the 32 characters of record K1 (a space at the end is lost). */
const isCutOf = (onFile: string, typed: string) => typed.length > 32 && typed.slice(0, 32).trim() === onFile;

/** How `typed` differs from the name `onFile`. Never throws; empty names differ from all others. */
export function compareCompanyNames(onFile: string, typed: string): NameComparison {
  if (mixesScripts(typed) || mixesScripts(onFile)) return onFile === typed ? 'same' : 'homoglyph';
  const step = steps.find(([, fold]) => fold(onFile) === fold(typed));
  if (step) return step[0];
  if (plainName(withoutLookAlikes(onFile)) === plainName(withoutLookAlikes(typed))) return 'homoglyph';
  const [filed, asked] = [plainName(onFile), plainName(typed)];
  if (isCutOf(onFile.trim().toUpperCase(), squeezed(typed).toUpperCase())) return 'abbreviated';
  const forms = compareForms(filed, asked);
  if (forms) return forms;
  if (sorted(filed) === sorted(asked)) return 'order';
  return asked && namesWithin(onFile).includes(asked) ? 'trade-name' : 'different';
}
