import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Content } from './content.ts';
import { callUs, casePage, footerOf, lookUpAddress, textsIn } from './words.ts';

/** The link that somebody asked for on the look-up page: only the mailbox of the request ever gets it. */
export function caseLink(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  return {
    subject: filled(words['caseLink.subject'], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: words['caseLink.title'] },
      { block: 'paragraph', words: fill(words['caseLink.asked'], { reference: { whole: of.reference } }) },
      ...casePage(about, words),
      { block: 'link', label: words['page.again'], href: lookUpAddress(about) },
      { block: 'heading', words: words['caseLink.notYou'] },
      { block: 'paragraph', words: words['caseLink.ignore'] },
      callUs(about, words),
    ],
    footer: footerOf(about),
  };
}
