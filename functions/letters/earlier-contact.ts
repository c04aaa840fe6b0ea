import type { Case } from '#domain/case/case.ts';
import { linkDays } from '#domain/case/links.ts';
import { typeAt } from '#domain/case/type-at.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Block, Content } from './content.ts';
import { companyFor, footerOf, linkOf, maskedNumber, phoneOf, textsIn } from './words.ts';

type Told = 'earlier' | 'filed';

/**
 * To somebody whom our own client file knows: a change of the contact email was asked for, or that somebody else gets the
 * refunds. It names neither who asked nor the address or receiver: should the mailbox be in wrong hands, nothing in it helps.
 * It begins in English whatever language was asked in: who wants to steal shall not choose one that its reader passes over.
 */
export const earlierContact = (about: About): Content => toldOf(about, 'earlier');

/** To the same: it was done. A no is still worth much. */
export const earlierContactFiled = (about: About): Content => toldOf(about, 'filed');

function toldOf(about: About, what: Told): Content {
  const { case: of, broker } = about;
  const english = toldIn(about, what, 'en');
  const again = of.locale === 'en' ? undefined : toldIn(about, what, of.locale);
  return {
    subject: english.subject,
    language: 'en',
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: english.title },
      ...english.blocks,
      ...(again ? [inPart(of.locale, again)] : []),
    ],
    footer: footerOf({ ...about, case: { ...of, locale: 'en' } }),
  };
}

const inPart = (language: Locale, { title, blocks }: ReturnType<typeof toldIn>): Block => ({
  ...{ block: 'part', language },
  blocks: [{ block: 'heading', words: title }, ...blocks],
});

/** What its reader is told of, though the case may have become another request before the letter left. */
const toldType = ({ case: of, letter }: About): Case['type'] => {
  const telling = of.tellings.find(({ id }) => id === letter.about);
  return telling ? typeAt(of, telling.at) : of.type;
};

function toldIn(about: About, what: Told, language: Locale) {
  const { case: of, broker } = about;
  // A type that is no change of email says in its own words what was asked.
  const words = { ...textsIn(language), ...outcomeTexts(language, toldType(about)) };
  const company = companyFor(of, words);
  const number = maskedNumber(of.importerNumber, words);
  // The page behind the button speaks the request's language, unless it is told another.
  const href = of.locale === 'en' ? linkOf(about) : `${linkOf(about)}?lang=${language}`;
  const blocks: readonly Block[] = [
    { block: 'paragraph', words: fill(words[`${what}.what`], { broker: broker.name, company, number }) },
    { block: 'paragraph', words: words[`${what}.why`] },
    { block: 'heading', words: words['earlier.rightTitle'] },
    { block: 'paragraph', words: words['earlier.right'] },
    { block: 'heading', words: words['earlier.wrongTitle'] },
    { block: 'paragraph', words: fill(words[`${what}.wrong`], { phone: phoneOf(broker) }) },
    { block: 'button', label: words['earlier.button'], href },
    { block: 'small', words: filled(words['link.days'], { days: String(linkDays['not-us']) }) },
    { block: 'paragraph', words: words['earlier.opening'] },
    { block: 'paragraph', words: words['named.never'] },
  ];
  return {
    subject: filled(words[`${what}.subject`], { reference: of.reference }),
    title: words[`${what}.title`],
    blocks,
  };
}
