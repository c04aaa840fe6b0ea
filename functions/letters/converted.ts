import type { Case } from '#domain/case/case.ts';
import { outcomeOf } from '#domain/requests/outcomes.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Content } from './content.ts';
import { told } from './told.ts';
import type { Told } from './told.ts';
import { callUs, casePage, companyFor, footerOf, textsIn } from './words.ts';

/** The request goes on as another one, with the same reference. */
export function converted(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  const { title, text: said, next } = found(about) ?? byHand(of);
  return {
    subject: filled(words['converted.subject'], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: title },
      { block: 'paragraph', words: said },
      ...next.map((step) => ({ block: 'paragraph', words: step }) as const),
      ...casePage(about, words),
      { block: 'heading', words: words['converted.next'] },
      { block: 'paragraph', words: text(textsOf(of.locale, of.type), 'next') },
      callUs(about, words),
    ],
    footer: footerOf(about),
  };
}

/**
 * The answer that turned it, which the letter names. It tells of CBP's record, that the name matches: only to a confirmed
 * mailbox. A case that a member turned by hand has released nothing, and `about` names no outcome.
 */
function found({ case: of, broker, letter: { about: code = '' } }: About): Told | undefined {
  const before = of.was.findLast(({ type }) => outcomeOf(type, code)?.turnsInto === of.type);
  if (!before || of.confirmed.contact === undefined) return undefined;
  return told(of, broker, { code, values: {} }, before.type);
}

function byHand(of: Case): Told {
  const words = textsIn(of.locale);
  const type = text(textsOf(of.locale, of.type), 'name');
  return {
    title: filled(words['converted.title'], { type }),
    text: fill(words['converted.text'], { type, company: companyFor(of, words) }),
    next: [words['converted.more']],
  };
}
