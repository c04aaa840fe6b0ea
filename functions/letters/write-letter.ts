import type { Letter, LetterKind } from '#domain/case/case.ts';
import type { About } from './about.ts';
import { contactReceived } from './contact-received.ts';
import type { Content } from './content.ts';
import { laidOut } from './layout.ts';
import type { WrittenLetter } from './layout.ts';
import { mailboxNamed } from './mailbox-named.ts';
import { teamRequest } from './team-request.ts';

const contents: Record<LetterKind, (about: About) => Content> = {
  'team-request': teamRequest,
  'contact-received': contactReceived,
  'mailbox-named': mailboxNamed,
  'case-link': unwritten,
  question: unwritten,
  'answer-waiting': unwritten,
  outcome: unwritten,
  declined: unwritten,
  closed: unwritten,
  converted: unwritten,
  'team-reply': unwritten,
  'team-alert': unwritten,
};

/** A letter without words stays owed: it is tried again after the next deployment. */
function unwritten(): never {
  throw new Error('this letter has no words yet');
}

/** A letter's subject and its two parts, which say the same. Pure: the same case gives the same letter. */
export const writeLetter = (letter: Pick<Letter, 'kind'>, on: About): WrittenLetter =>
  laidOut(contents[letter.kind](on), on.broker);
