import { expect, it } from 'vitest';
import { mailboxState } from '#domain/case/mailbox-health.ts';

const now = new Date('2026-11-27T12:00:00.000Z');
const on = (day: string) => `2026-${day}T09:00:00.000Z`;

it.each([
  ['nothing is known', undefined, { state: 'well' }],
  ['a letter came back', { bouncedAt: on('11-20') }, { state: 'bounced', since: on('11-20') }],
  ['a later one arrived', { bouncedAt: on('11-20'), wellAt: on('11-21') }, { state: 'well', since: on('11-21') }],
  ['an earlier one arrived', { bouncedAt: on('11-20'), wellAt: on('11-19') }, { state: 'bounced', since: on('11-20') }],
  ['it was called spam', { complainedAt: on('11-20') }, { state: 'complained', since: on('11-20') }],
  [
    'it was called spam, and one came back later',
    { complainedAt: on('11-20'), bouncedAt: on('11-22') },
    { state: 'complained', since: on('11-20') },
  ],
  [
    'it was called spam, and a later one arrived',
    { complainedAt: on('11-20'), wellAt: on('11-21') },
    { state: 'complained', since: on('11-20') },
  ],
  [
    'it was called spam, and a member says that it works',
    { complainedAt: on('11-20'), wellAt: on('11-21'), saidWellAt: on('11-22') },
    { state: 'well', since: on('11-22') },
  ],
  [
    'a letter came back, and a member says that it works',
    { bouncedAt: on('11-20'), saidWellAt: on('11-21') },
    { state: 'well', since: on('11-21') },
  ],
  ['90 days ago', { bouncedAt: on('08-28') }, { state: 'well' }],
  ['almost 90 days ago', { bouncedAt: on('08-30') }, { state: 'bounced', since: on('08-30') }],
])('%s: whether letters go there', (_, known, state) => {
  expect(mailboxState(known, now)).toEqual(state);
});
