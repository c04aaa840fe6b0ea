import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Content } from './content.ts';
import { callUs, casePage, companyFor, footerOf, lookUpAddress, textsIn } from './words.ts';

/** A question of the team, in the words it was asked in. Answered on the case's page: what comes by mail proves nothing of who wrote it. */
export function question(about: About): Content {
  const { case: of, broker, letter } = about;
  const words = textsIn(of.locale);
  const asked = of.questions.find(({ id }) => id === letter.about);
  if (!asked) throw new Error('no such question');
  return {
    subject: filled(words['question.subject'], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      {
        block: 'title',
        words: words['question.title'],
        below: fill(words['question.about'], { company: companyFor(of, words) }),
      },
      { block: 'heading', words: words['question.asks'] },
      { block: 'quote', words: [{ said: asked.text }] },
      { block: 'paragraph', words: words['question.there'] },
      ...casePage(about, words, words['question.button']),
      { block: 'link', label: words['page.again'], href: lookUpAddress(about) },
      { block: 'paragraph', words: words['question.never'] },
      callUs(about, words),
    ],
    footer: footerOf(about),
  };
}
