import type { LetterKind } from '#domain/case/case.ts';
import type { About } from './about.ts';
import { answerWaiting } from './answer-waiting.ts';
import { caseLink } from './case-link.ts';
import { contactReceived } from './contact-received.ts';
import type { Content } from './content.ts';
import { converted } from './converted.ts';
import { ended } from './ended.ts';
import { erased } from './erased.ts';
import { earlierContact, earlierContactFiled } from './earlier-contact.ts';
import { laidOut } from './layout.ts';
import type { WrittenLetter } from './layout.ts';
import { mailboxNamed } from './mailbox-named.ts';
import { outcome } from './outcome.ts';
import { question } from './question.ts';
import { teamAlert } from './team-alert.ts';
import { teamReply } from './team-reply.ts';
import { teamRequest } from './team-request.ts';

const contents: Record<LetterKind, (about: About) => Content> = {
  'team-request': teamRequest,
  'contact-received': contactReceived,
  'mailbox-named': mailboxNamed,
  'case-link': caseLink,
  question,
  'answer-waiting': answerWaiting,
  outcome,
  declined: ended,
  closed: ended,
  erased,
  converted,
  'team-reply': teamReply,
  'team-alert': teamAlert,
  'earlier-contact': earlierContact,
  'earlier-contact-filed': earlierContactFiled,
};

/** A letter's subject and its two parts, which say the same. Pure: the same case gives the same letter. Throws when the case is none that this letter may be written of. */
export const writeLetter = (about: About): WrittenLetter => laidOut(contents[about.letter.kind](about), about.broker);
