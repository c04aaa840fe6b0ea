import { linkDays } from '#domain/case/links.ts';
import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Content } from './content.ts';
import { companyFor, footerOf, linkOf, phoneOf, textsIn } from './words.ts';

/** There is an answer, and nobody has shown that this mailbox is read: nothing of the answer is told. */
export function answerWaiting(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  return {
    subject: filled(words['waiting.subject'], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: words['waiting.title'] },
      { block: 'paragraph', words: fill(words['waiting.why'], { company: companyFor(of, words) }) },
      { block: 'paragraph', words: words['waiting.confirm'] },
      { block: 'button', label: words['received.confirmButton'], href: linkOf(about) },
      { block: 'small', words: filled(words['link.days'], { days: String(linkDays.confirm) }) },
      { block: 'heading', words: words['waiting.notYou'] },
      { block: 'paragraph', words: fill(words['received.tellUs'], { phone: phoneOf(broker) }) },
    ],
    footer: footerOf(about),
  };
}
