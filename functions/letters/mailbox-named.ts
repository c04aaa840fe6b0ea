import { linkDays } from '#domain/case/links.ts';
import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Content } from './content.ts';
import { companyFor, footerOf, linkOf, phoneOf, textsIn } from './words.ts';

/**
 * To the mailbox that somebody wants CBP to write to, when it is another one than the requester's. Its reader may know
 * nothing of it: nothing of the request is told but the cleaned company name, and nothing is asked but a button or a no.
 */
export function mailboxNamed(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  const company = companyFor(of, words);
  const { reference } = of;
  return {
    subject: filled(words['named.subject'], { reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: words['named.title'] },
      { block: 'paragraph', words: fill(words['named.asked'], { broker: broker.name, company }) },
      { block: 'paragraph', words: words['named.nothing'] },
      { block: 'heading', words: words['named.rightTitle'] },
      { block: 'paragraph', words: words['named.right'] },
      { block: 'button', label: words['named.button'], href: linkOf(about) },
      { block: 'small', words: filled(words['link.days'], { days: String(linkDays.confirm) }) },
      { block: 'paragraph', words: words['named.opening'] },
      { block: 'heading', words: words['named.wrongTitle'] },
      { block: 'paragraph', words: fill(words['named.wrong'], { phone: phoneOf(broker) }) },
      { block: 'paragraph', words: words['named.never'] },
    ],
    footer: footerOf(about),
  };
}
