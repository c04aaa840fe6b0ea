import type { RecordedOutcome } from '#domain/case/parts.ts';
import type { About } from './about.ts';
import { filled } from './content.ts';
import type { Content } from './content.ts';
import { ourWords, told, toDo } from './told.ts';
import { casePage, footerOf, phoneOf, textsIn } from './words.ts';

/**
 * We do not go on: declined, or closed. On suspicion one sentence and our phone number, nothing else: who asks must not
 * learn why, and the same subject tells nobody which end it was.
 */
export function ended(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  const end = endOf(about);
  const { title, text, next } = told(of, broker, end);
  const silent = end.values['reason'] === 'suspicion';
  return {
    subject: filled(words['ended.subject'], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      { block: 'title', words: title },
      { block: 'paragraph', words: text },
      ...(silent
        ? []
        : [...ourWords(words, end), ...toDo(words, { block: 'points', points: next }), ...casePage(about, words)]),
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

function endOf({ case: of, letter }: About): RecordedOutcome {
  if (of.outcome?.code !== letter.kind) throw new Error(`this case is not ${letter.kind}`);
  return of.outcome;
}
