import type { Became } from '../mail.ts';
import { bounce, complaint, delay, delivery, reject, unclearBounce, type TellPart } from './event-parts.ts';
import type { MailboxState } from './mailbox.ts';

/** What befalls a mail after SES took it, by its mailbox. */
export interface Fate {
  /** Nothing where it simply arrived. */
  became?: Became;
  steps: readonly { afterMs: number; tell: TellPart }[];
}

const unknown = { status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };
const onList = { status: '5.1.1', diagnosticCode: 'Amazon SES has suppressed sending to this address' };
const fullNow = { status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' };
const fullStill = { status: '5.2.2', diagnosticCode: 'smtp; 552 5.2.2 mailbox full' };
const expired = {
  status: '4.4.7',
  diagnosticCode: 'smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes',
};
const noAnswer = { status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host' };

const arrives = { afterMs: 60, tell: delivery };

/** SES itself needs from a second to fourteen hours for these steps. */
export const fates: Readonly<Record<MailboxState, Fate>> = {
  well: { steps: [arrives] },
  gone: { became: 'bounced', steps: [{ afterMs: 80, tell: bounce('Permanent', 'General', unknown) }] },
  suppressed: { became: 'bounced', steps: [{ afterMs: 20, tell: bounce('Permanent', 'Suppressed', onList) }] },
  unclear: { became: 'bounced', steps: [{ afterMs: 80, tell: unclearBounce }] },
  full: {
    became: 'bounced',
    steps: [
      { afterMs: 60, tell: delay('MailboxFull', fullNow) },
      { afterMs: 1000, tell: bounce('Transient', 'MailboxFull', fullStill) },
    ],
  },
  lost: {
    became: 'bounced',
    steps: [
      { afterMs: 60, tell: delay('TransientCommunicationFailure', noAnswer) },
      { afterMs: 1000, tell: bounce('Transient', 'General', expired) },
    ],
  },
  away: { became: 'answered', steps: [arrives, { afterMs: 120, tell: bounce('Transient', 'General') }] },
  complains: { became: 'complained', steps: [arrives, { afterMs: 120, tell: complaint }] },
  slow: {
    became: 'delayed',
    steps: [
      { afterMs: 60, tell: delay('TransientCommunicationFailure', noAnswer) },
      { afterMs: 1000, tell: delivery },
    ],
  },
  harmful: { became: 'rejected', steps: [{ afterMs: 60, tell: reject }] },
};
