import { warningTexts } from './common/warning-texts.ts';
import type { ImporterNumberWarning } from '../importer-number/reading.ts';
import type { Locale } from './locale.ts';
import { problemTextsOf, text, textsOf } from './texts.ts';

type WarningTexts = Readonly<Record<ImporterNumberWarning, string>>;

export const warningTextsOf = (locale: Locale): WarningTexts => warningTexts[locale];

/** The words for whatever reading an importer number may find: its refusals as `number-too-short`, its warnings as they are. */
export const numberWords = (locale: Locale): Readonly<Record<string, string>> => {
  const label = text(textsOf(locale, 'name-query'), 'importerNumber.label');
  const refusals = Object.entries(problemTextsOf(locale)).filter(([code]) => code.startsWith('number-'));
  return {
    ...Object.fromEntries(refusals.map(([code, words]) => [code, words.replace('{label}', label)])),
    ...warningTexts[locale],
  };
};
