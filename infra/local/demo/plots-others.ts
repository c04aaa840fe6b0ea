import type { Plot } from './plot.ts';
import { answer, by, called, clear, confirm, nameCleared, secondCalled, severalFiled, signed, take } from './steps.ts';

/** What is asked less often: errors of the form, refunds that did not come, somebody else who receives them, several numbers. */
const several = { importerNumber2Kind: 'ein', importerNumber2: '94-7654321', importerNumber3: '251703-54321' };
const guidance = { guidance: 'Ask in your company who signed up for ACE.\nThen write to ACE.Support@cbp.dhs.gov.' };
const notifyCleared = (member: number) => [
  ...[confirm, take(member), called(member, 'call-back'), signed(member), called(member, 'certifier'), secondCalled],
  clear(member),
];

export const otherPlots: readonly Plot[] = [
  { times: 1, type: 'account-error', hoursAgo: 4, every: 1, steps: [confirm] },
  { times: 1, type: 'account-error', hoursAgo: 55, every: 1, steps: [confirm, answer(1, 'guidance-sent', guidance)] },
  { times: 1, type: 'account-error', hoursAgo: 58, every: 1, steps: [confirm, answer(1, 'needs-name-query')] },
  { times: 1, type: 'account-error', hoursAgo: 64, every: 1, steps: [confirm, answer(0, 'needs-email-update')] },
  { times: 1, type: 'account-error', hoursAgo: 99, every: 1, steps: [confirm, answer(0, 'needs-power-of-attorney')] },
  { times: 1, type: 'refund-returned', hoursAgo: 6, every: 1, steps: [confirm, take(1)] },
  {
    ...{ times: 1, type: 'refund-returned', hoursAgo: 130, every: 1 },
    steps: [...nameCleared(1), answer(1, 'guidance-sent', guidance)],
  },
  {
    ...{ times: 1, type: 'refund-returned', hoursAgo: 160, every: 1 },
    steps: [
      ...nameCleared(2),
      by(2, 2, (_, now) => ({ move: 'answer', outcome: 'escalated', values: { escalatedAt: now.toISOString() } })),
    ],
  },
  { times: 1, type: 'refund-returned', hoursAgo: 88, every: 1, steps: [confirm, answer(1, 'needs-power-of-attorney')] },
  { times: 1, type: 'notify-party', hoursAgo: 10, every: 1, steps: [confirm] },
  {
    ...{ times: 1, type: 'notify-party', hoursAgo: 180, every: 1 },
    steps: [
      ...notifyCleared(0),
      by(0, 3, (_, now) => ({
        ...{ move: 'answer', outcome: 'prepared' },
        values: { receiver: 'Harbor & Pine', way: 'form-4811', preparedAt: now.toISOString() },
      })),
    ],
  },
  { times: 1, type: 'notify-party', hoursAgo: 93, every: 1, steps: [confirm, answer(0, 'needs-power-of-attorney')] },
  { times: 1, type: 'name-query', hoursAgo: 8, every: 1, change: several, steps: [confirm] },
  {
    ...{ times: 1, type: 'name-query', hoursAgo: 140, every: 1, change: several },
    steps: [...nameCleared(1), severalFiled(1)],
  },
];
