import type { Broker } from '#domain/broker/broker.ts';
import { brokerLine } from '#domain/broker/words.ts';
import type { Case } from '#domain/case/case.ts';
import { linkDays } from '#domain/case/links.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { endingOf } from '#domain/importer-number/show.ts';
import type { Locale } from '#domain/requests/locale.ts';
import type { About } from './about.ts';
import { cleanForStrangers } from './clean.ts';
import { fill, filled } from './content.ts';
import type { Block, Span } from './content.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

/** The words of the letters that leave the house. A language without one of them does not compile. */
export type LetterTexts = typeof en;

const texts: Record<Locale, LetterTexts> = { en, es, 'zh-Hans': zhHans };

export const textsIn = (locale: Locale): LetterTexts => texts[locale];

/** The number as anyone may see it, in the letter's language: `EIN ending 4567, suffix AB`. */
export function maskedNumber(number: ImporterNumber, words: LetterTexts): string {
  const { kind, lastFour, suffix } = endingOf(number);
  const mask = filled(words[`number.${kind}`], { lastFour });
  return suffix === undefined ? mask : mask + filled(words['number.suffix'], { suffix });
}

/** The only thing a requester wrote that a letter to strangers repeats. */
export const companyFor = (of: Case, words: LetterTexts): Span => ({
  said: cleanForStrangers(of.answers['companyName'] ?? '') || words['company.none'],
});

/** The broker's own number, which may be a link. */
export const phoneOf = ({ phone }: Broker): Span => ({ link: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` });

/** The link that only this letter's reader gets. A letter that should have one and has none is not written. */
export function linkOf({ link, letter }: About): string {
  if (link === undefined) throw new Error(`a ${letter.kind} letter carries a link`);
  return link;
}

/** Where anyone may ask for a link to a request of theirs. */
export const lookUpAddress = ({ case: { locale }, siteUrl }: About): string => `${siteUrl}/${locale}/case/`;

/** The case's page behind a button, and what to know about such a link. */
export const casePage = (about: About, words: LetterTexts, label = words['page.button']): Block[] => [
  { block: 'button', label, href: linkOf(about) },
  { block: 'small', words: filled(words['link.days'], { days: String(linkDays.case) }) },
];

/** A person to ask. */
export const callUs = ({ case: of, broker }: About, words: LetterTexts): Block => ({
  block: 'paragraph',
  words: fill(words['page.call'], { phone: phoneOf(broker), reference: { whole: of.reference } }),
});

/** Who writes, and what it is not: the same line as on every page. */
export const footerOf = ({ case: { locale }, broker, siteUrl }: About): Block[] => [
  { block: 'paragraph', words: brokerLine(locale, broker) },
  { block: 'link', label: textsIn(locale)['footer.site'], href: siteUrl },
];
