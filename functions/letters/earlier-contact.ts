import { linkDays } from '#domain/case/links.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Content } from './content.ts';
import { companyFor, footerOf, linkOf, maskedNumber, phoneOf, textsIn } from './words.ts';

/**
 * To somebody whom our own client file knows: a change of the contact email was asked for, or that somebody else gets the
 * refunds. It names neither who asked nor the address or receiver: should the mailbox be in wrong hands, nothing in it helps.
 */
export const earlierContact = (about: About): Content => toldOf(about, 'earlier');

/** To the same: it was done. A no is still worth much. */
export const earlierContactFiled = (about: About): Content => toldOf(about, 'filed');

function toldOf(about: About, what: 'earlier' | 'filed'): Content {
  const { case: of, broker } = about;
  // A type that is no change of email says in its own words what was asked.
  const words = { ...textsIn(of.locale), ...outcomeTexts(of.locale, of.type) };
  const company = companyFor(of, words);
  const number = maskedNumber(of.importerNumber, words);
  return {
    subject: filled(words[`${what}.subject`], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: words[`${what}.title`] },
      { block: 'paragraph', words: fill(words[`${what}.what`], { broker: broker.name, company, number }) },
      { block: 'paragraph', words: words[`${what}.why`] },
      { block: 'heading', words: words['earlier.rightTitle'] },
      { block: 'paragraph', words: words['earlier.right'] },
      { block: 'heading', words: words['earlier.wrongTitle'] },
      { block: 'paragraph', words: fill(words[`${what}.wrong`], { phone: phoneOf(broker) }) },
      { block: 'button', label: words['earlier.button'], href: linkOf(about) },
      { block: 'small', words: filled(words['link.days'], { days: String(linkDays['not-us']) }) },
      { block: 'paragraph', words: words['earlier.opening'] },
      { block: 'paragraph', words: words['named.never'] },
    ],
    footer: footerOf(about),
  };
}
