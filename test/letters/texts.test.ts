import { expect, it } from 'vitest';
import type { ImporterNumberWarning } from '#domain/importer-number/reading.ts';
import { contactFields } from '#domain/requests/common/fields.ts';
import { locales } from '#domain/requests/locale.ts';
import { teamWord, teamWords } from '#letters/team-words.ts';
import { textsIn } from '#letters/words.ts';

/** Keys that the compiler cannot follow, since they are put together from data. */
const warnings: Record<ImporterNumberWarning, true> = {
  'prefix-not-on-irs-list': true,
  'zero-serial': true,
  'well-known-dummy': true,
  'implausible-year': true,
  'implausible-district': true,
};

it('has words for every warning and every state of a power of attorney', () => {
  const keys = [
    ...Object.keys(warnings).map((code) => `warning.${code}`),
    ...contactFields.powerOfAttorney.options.map((option) => `missing.power.${option}`),
  ];
  expect(keys.filter((key) => teamWord(key) === undefined)).toEqual([]);
});

it('is written in short sentences, without an empty text', () => {
  const texts = [...locales.flatMap((locale) => Object.entries(textsIn(locale))), ...Object.entries(teamWords)];
  const long = texts.flatMap(([key, text]) =>
    text.split(/[.:?!] /).flatMap((s) => (words(s) > 20 ? [`${key}: ${s}`] : [])),
  );
  expect(long).toEqual([]);
  expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
});

const words = (sentence: string): number => sentence.split(/\s+/).length;
