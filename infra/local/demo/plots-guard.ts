import type { Plot } from './plot.ts';
import { by, called, confirm, confirmOther, notUs, secondCalled, signed, take, told } from './steps.ts';

/** The gate at work: a hold that runs, somebody who says no, a second look that is wanted, a letter that is held. */
export const guardPlots: readonly Plot[] = [
  {
    ...{ times: 2, type: 'email-update', hoursAgo: 5, every: 2.5 },
    steps: [confirm, confirmOther, told(2), called(2, 'call-back'), signed(2), called(2, 'certifier')],
  },
  {
    ...{ times: 1, type: 'email-update', hoursAgo: 34, every: 1 },
    steps: [confirm, confirmOther, take(1), told(1), called(1, 'call-back'), notUs],
  },
  {
    ...{ times: 2, type: 'email-update', hoursAgo: 40, every: 25, change: { contactRole: 'agent' } },
    steps: [
      ...[confirm, confirmOther, take(1)],
      by(1, 0.2, { move: 'flag', reason: 'An agent asks, and the new mailbox is on a domain that we do not know.' }),
      ...[called(1, 'call-back'), signed(1), called(1, 'certifier'), secondCalled],
    ],
  },
  {
    ...{ times: 1, type: 'email-update', hoursAgo: 9, every: 1 },
    steps: [confirm, { after: 0.1, holds: 'mailbox-named' }],
  },
];
