import type { Locale } from '#domain/requests/locale.ts';
import type { QuestionId, ResultId } from '../triage/graph.ts';
import type { Topic } from './topics.ts';
import en from './text/faq.en.json' with { type: 'json' };
import es from './text/faq.es.json' with { type: 'json' };
import zhHans from './text/faq.zh-Hans.json' with { type: 'json' };

/** What importers ask most, and where the whole answer is. The texts are short enough to be read out by a search engine. */
export const faq = {
  'pays-by-ach': { guide: 'payer-unit-number' },
  'sign-up': { guide: 'apply' },
  error: { question: 'shown' },
  'who-helps': { guide: 'contacts' },
  'have-account': { result: 'find-out' },
  'bank-details': { guide: 'bank-details' },
  approved: { guide: 'what-success-means' },
  'no-refund': { guide: 'refund-returned' },
  'non-resident': { guide: 'foreign-importer' },
  claim: { result: 'not-in-the-report' },
  'no-us-account': { guide: 'notify-party' },
} as const satisfies Readonly<Record<string, Place>>;

export type Place = { readonly guide: Topic } | { readonly result: ResultId } | { readonly question: QuestionId };
type Id = keyof typeof faq;

const words: Record<Locale, Readonly<Record<`${Id}.${'question' | 'answer'}`, string>>> = { en, es, 'zh-Hans': zhHans };
const isId = (id: string): id is Id => Object.hasOwn(faq, id);

export const questionsAsked = (locale: Locale) =>
  Object.keys(faq)
    .filter(isId)
    .map((id) => ({
      id,
      question: words[locale][`${id}.question`],
      answer: words[locale][`${id}.answer`],
      leads: faq[id],
    }));

/** The questions as search engines read them (schema.org). They stand on the same page for people. */
export const faqData = (locale: Locale) => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  inLanguage: locale,
  mainEntity: questionsAsked(locale).map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  })),
});
