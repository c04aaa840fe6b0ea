/**
 * How hard a text is to read: the grade of Flesch and Kincaid (1975), the school year in the US at which it is understood.
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 */
export type Reading = { readonly sentences: number; readonly words: number; readonly syllables: number };

export const gradeOf = ({ sentences, words, syllables }: Reading): number =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

/** Words whose letters mislead the rules below. */
const odd: Readonly<Record<string, number>> = {
  area: 3,
  business: 2,
  create: 2,
  created: 3,
  every: 2,
  everybody: 4,
  idea: 3,
  people: 2,
  somebody: 3,
  someone: 2,
  something: 2,
  sometimes: 2,
  therefore: 2,
};

/** What is written and not spoken, and vowels that are spoken one by one. */
const spelling: readonly (readonly [RegExp, string])[] = [
  [/['’]s$/, ''],
  [/[^a-z]/g, ''],
  [/([aeiouy][^aeiouy]{1,2})e(?=ment|ful|ly$|less)/, '$1'],
  [/([sxzcg]|[cs]h)es$/, '$1is'],
  [/([aeiouy])les$/, '$1ls'],
  [/([^aeiouyl])es$/, '$1s'],
  [/([^aeioudt])ed$/, '$1d'],
  [/([^aeiouyl])e$/, '$1'],
  [/([aeiouy])le$/, '$1l'],
  [/^y|(?<=[aeiou])y(?=[aeiou])/g, ' '],
  [/(?<![ct])ia|io(?!n|u)|eo(?!u)|ua(?=l)|ie(?=t$|nc)/g, 'a a'],
  [/(?<=[aeiouy])ing$/, ' ing'],
];

/** The syllables of an English word, by its letters: groups of vowels that are spoken. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase();
  const spoken = spelling.reduce((left, [written, said]) => left.replace(written, said), letters);
  return odd[letters.replace(/[^a-z]/g, '')] ?? Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/** A name counts as one word of two syllables: neither easy nor hard. */
const NAME = 'paper';

/** CBP's own words for its screens, forms and states. They cannot be said more simply: the reader must find them there. */
const screenWords = [
  'ACH Refund Authorization',
  'Notify Parties',
  'Get Info/Refresh',
  'Add ACH Info',
  'Trade Account Owner Lookup',
  'Trade Account Owner',
  'Bank Control Key',
  'Company Name',
  'Importer Record Number',
  'Business Email Address',
  'ACE Portal Account Application Web Form',
  'Check/ACH Returned',
  'Check/ACH Reissued',
  'SAP ACH Rejected',
  'Funds Diverted',
  'Sent to Treasury',
  'Treasury Issued',
  'Replacement Refund Instructions',
  'Payer Unit Number',
  'ACH Refund help desk',
  'Inspector General of Homeland Security',
];

/** Addresses, numbers, capitals such as ACE: nobody reads them by syllables. */
const named = /\S+@[\w.-]*\w|\b(?:\w+\.)+(?:gov|com|example)\b|\(?\d[\d()/-]*(?: \d[\d-]*)*|\b[A-Z]{2,}[\w/-]*|D&B/g;

export const withoutNames = (text: string): string =>
  screenWords.reduce((left, words) => left.replaceAll(words, NAME), text).replace(named, NAME);

/** A text's sentences. A line of a list is one, too, whether it ends in a full stop or not. */
export const sentencesOf = (paragraphs: readonly string[]): string[] =>
  paragraphs
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?][”)]?)\s+/))
    .filter((sentence) => /[a-z]/i.test(sentence));

export const wordsOf = (sentence: string): string[] => sentence.split(/[\s–/]+/).filter((word) => /[a-z]/i.test(word));

export function read(paragraphs: readonly string[]): Reading {
  const sentences = sentencesOf(paragraphs);
  const words = sentences.flatMap(wordsOf);
  return {
    sentences: sentences.length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  };
}
