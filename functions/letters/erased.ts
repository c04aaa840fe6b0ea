import type { About } from './about.ts';
import { filled } from './content.ts';
import type { Content } from './content.ts';
import { footerOf, phoneOf, textsIn } from './words.ts';

/** The last letter of a case: it says that the request is deleted, and what stays. It names no company, since that is what was to go. */
export function erased(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  return {
    subject: filled(words['erased.subject'], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: words['erased.title'] },
      { block: 'paragraph', words: filled(words['erased.text'], { reference: of.reference }) },
      { block: 'heading', words: words['erased.stays'] },
      { block: 'points', points: [words['erased.trace'], words['erased.backups'], words['erased.letters']] },
      {
        block: 'rows',
        rows: [
          { label: words['reach.phone'], value: [phoneOf(broker)] },
          { label: words['received.reference'], value: of.reference, look: 'code' },
        ],
      },
    ],
    footer: footerOf(about),
  };
}
