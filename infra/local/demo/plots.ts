import { guardPlots } from './plots-guard.ts';
import { otherPlots } from './plots-others.ts';
import type { Plot } from './plot.ts';
import {
  accepted,
  answer,
  ask,
  asOnFile,
  by,
  called,
  confirm,
  confirmOther,
  emailCleared,
  filed,
  nameCleared,
  signed,
  take,
} from './steps.ts';

/** Some sixty cases in every state that a case can have. The latest come first, and their letters are still owed. */
export const plots: readonly Plot[] = [
  { times: 3, type: 'email-update', hoursAgo: 0.2, every: 1.4, steps: [] },
  { times: 4, type: 'name-query', hoursAgo: 1, every: 3, steps: [] },
  { times: 4, type: 'name-query', hoursAgo: 2, every: 5, steps: [confirm] },
  { times: 3, type: 'email-update', hoursAgo: 3, every: 9, steps: [confirm, confirmOther] },
  { times: 2, type: 'name-query', hoursAgo: 74, every: 20, steps: [confirm] },
  { times: 1, type: 'name-query', hoursAgo: 30, every: 1, only: 'ssn', steps: [confirm, take(0)] },
  {
    ...{ times: 2, type: 'email-update', hoursAgo: 26, every: 22, change: { recordChanged: 'not-sure' } },
    change: { contactRole: 'agent' },
    steps: [
      confirm,
      by(1, 2, { move: 'flag', reason: 'The new address is not on any domain we know of this client.' }),
    ],
  },
  { times: 3, type: 'name-query', hoursAgo: 20, every: 8, steps: [confirm, take(1), signed(1)] },
  {
    times: 3,
    type: 'email-update',
    hoursAgo: 28,
    every: 9,
    steps: [confirm, confirmOther, take(0), called(0, 'call-back')],
  },
  ...guardPlots,
  { times: 1, type: 'email-update', hoursAgo: 50, every: 1, steps: [...emailCleared(2)] },
  { times: 1, type: 'email-update', hoursAgo: 62, every: 1, steps: [...emailCleared(0), asOnFile(0)] },
  { times: 2, type: 'name-query', hoursAgo: 44, every: 6, steps: [...nameCleared(0)] },
  {
    ...{ times: 2, type: 'name-query', hoursAgo: 52, every: 18 },
    steps: [confirm, take(2), ask(2, 'Which company signed the power of attorney with us, and who signed it?')],
  },
  {
    ...{ times: 2, type: 'email-update', hoursAgo: 70, every: 24 },
    steps: [
      ...[confirm, take(1), ask(1, 'Who in your company may sign for it? Please give the full name and the title.')],
      { after: 5, importer: 'reply', text: 'Our president, as in the request. She is in the office from Monday.' },
    ],
  },
  {
    ...{ times: 1, type: 'name-query', hoursAgo: 80, every: 1 },
    steps: [...nameCleared(2), answer(2, 'already-matches')],
  },
  {
    ...{ times: 1, type: 'name-query', hoursAgo: 120, every: 1 },
    steps: [...nameCleared(0), answer(0, 'already-matches'), { after: 6, importer: 'complete' }],
  },
  {
    ...{ times: 1, type: 'email-update', hoursAgo: 60, every: 1 },
    steps: [
      ...[confirm, take(0)],
      by(0, 4, (_, now) => ({
        ...{ move: 'answer', outcome: 'accepted', values: { acceptedAt: now.toISOString() } },
        override: 'Filed by phone with the port before this desk was in use. The file has the notes.',
      })),
    ],
  },
  { times: 8, type: 'name-query', hoursAgo: 90, every: 61, steps: [...nameCleared(0), filed(0)] },
  { times: 8, type: 'email-update', hoursAgo: 110, every: 67, steps: [...emailCleared(2), accepted(2)] },
  { times: 1, type: 'name-query', hoursAgo: 200, every: 1, steps: [...nameCleared(2), answer(2, 'nothing-on-file')] },
  { times: 1, type: 'name-query', hoursAgo: 260, every: 1, steps: [...nameCleared(0), answer(0, 'inactive')] },
  { times: 1, type: 'name-query', hoursAgo: 330, every: 1, steps: [...nameCleared(2), answer(2, 'voided')] },
  {
    ...{ times: 1, type: 'email-update', hoursAgo: 280, every: 1 },
    steps: [
      ...emailCleared(0),
      answer(0, 'refused-by-cbp', { reason: 'R03: the importer number has another suffix.' }),
    ],
  },
  {
    times: 2,
    type: 'name-query',
    hoursAgo: 150,
    every: 70,
    steps: [confirm, take(1), answer(1, 'needs-power-of-attorney')],
  },
  {
    times: 1,
    type: 'email-update',
    hoursAgo: 240,
    every: 1,
    steps: [...emailCleared(2), answer(2, 'needs-bond-rider')],
  },
  {
    ...{ times: 2, type: 'email-update', hoursAgo: 170, every: 90 },
    steps: [confirm, by(2, 5, { move: 'decline', reason: 'not-a-client' })],
  },
  {
    ...{
      times: 1,
      type: 'email-update',
      hoursAgo: 210,
      every: 1,
      change: { newEmail: 'acme.imports.llc@freemail.example' },
    },
    steps: [
      ...[confirm, take(0)],
      by(0, 1, { move: 'flag', reason: 'Nobody at the company knows of this request.' }),
      by(0, 1, { move: 'decline', reason: 'suspicion' }),
    ],
  },
  {
    times: 1,
    type: 'name-query',
    hoursAgo: 300,
    every: 1,
    steps: [confirm, by(1, 3, { move: 'close', reason: 'duplicate' })],
  },
  {
    ...{ times: 1, type: 'email-update', hoursAgo: 190, every: 1, change: { powerOfAttorney: 'none' } },
    steps: [confirm, take(0), answer(0, 'needs-power-of-attorney')],
  },
  {
    ...{ times: 1, type: 'email-update', hoursAgo: 360, every: 1 },
    steps: [...emailCleared(0), answer(0, 'needs-reactivation')],
  },
  // Nobody has the address that was typed: the case says whom to call.
  {
    ...{ times: 1, type: 'name-query', hoursAgo: 7, every: 1 },
    steps: [{ after: 0.1, comesBack: 'contact-received' }],
  },
  ...otherPlots,
];
