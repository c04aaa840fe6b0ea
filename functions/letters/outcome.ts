import type { RecordedOutcome } from '#domain/case/parts.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import { outcomeOf } from '#domain/requests/outcomes.ts';
import { text } from '#domain/requests/texts.ts';
import type { About } from './about.ts';
import { fill, filled } from './content.ts';
import type { Content } from './content.ts';
import { namesToSay, namesToType, numbersTold } from './names-to-type.ts';
import { ourWords, told, toDo } from './told.ts';
import { callUs, casePage, companyFor, footerOf, maskedNumber, textsIn } from './words.ts';

/**
 * The answer, as something to type or to do. The only letter that tells what CBP's record shows: it is not written for a
 * mailbox that nobody confirmed, nor before the answer was released, nor without clearance. The moves see to that, too; this is the second lock.
 */
export function outcome(about: About): Content {
  const { case: of, broker } = about;
  const words = textsIn(of.locale);
  const end = released(about);
  const { title, text: said, next } = told(of, broker, end);
  return {
    subject: filled(words['outcome.subject'], { reference: of.reference }),
    language: of.locale,
    blocks: [
      { block: 'brand', name: broker.name },
      {
        block: 'title',
        words: title,
        below: fill(words['outcome.of'], {
          company: companyFor(of, words),
          number: maskedNumber(of.importerNumber, words),
        }),
      },
      { block: 'paragraph', words: said },
      ...namesToType(of, end, words),
      ...numbersTold(of, end, words),
      ...ourWords(words, end),
      ...toDo(words, { block: 'steps', steps: next }),
      { block: 'paragraph', words: words['page.same'] },
      ...casePage(about, words),
      ...namesToSay(of, end, words),
      { block: 'heading', words: words['received.reach'] },
      callUs(about, words),
      { block: 'paragraph', words: words['outcome.codes'] },
      { block: 'small', words: text(outcomeTexts(of.locale, of.type), 'checked') },
    ],
    footer: footerOf(about),
  };
}

function released({ case: of }: About): RecordedOutcome {
  if (of.confirmed.contact === undefined) throw new Error('nobody has confirmed this mailbox');
  if (of.outcome?.releasedAt === undefined) throw new Error('no answer was released');
  if (outcomeOf(of.type, of.outcome.code)?.needsClearance !== false && of.cleared === undefined)
    throw new Error('this answer needs clearance');
  return of.outcome;
}
