import { expect, it } from 'vitest';
import { aWhile, countsOf, listen, sendOne } from './inbox-feedback-kit.ts';
import { openInbox, setFaults } from './inbox-kit.ts';

const told = async (url: string): Promise<unknown> => (await fetch(`${url}/faults`)).json();

it('prompt: tells as it happens, also on a day when nothing was said of events', async () => {
  const inbox = await openInbox();
  const listener = listen(inbox);
  await sendOne(inbox);
  await setFaults(inbox, { mode: 'none', events: 'prompt' });
  expect(await told(inbox.url)).toEqual({ mode: 'none', rate: 1, events: 'prompt' });
  await sendOne(inbox);
  await listener.hear(4);
  expect(listener.kinds().sort()).toEqual(['Delivery', 'Delivery', 'Send', 'Send']);
});

it('late: holds everything back until it is something else', async () => {
  const inbox = await openInbox();
  const listener = listen(inbox);
  await setFaults(inbox, { mode: 'none', events: 'late' });
  await sendOne(inbox);
  await aWhile();
  expect(listener.events()).toEqual([]);
  expect(await countsOf(inbox)).toEqual({ waiting: 2, dead: 0 });

  await setFaults(inbox, { mode: 'none' });
  await listener.hear(2);
  expect(listener.kinds()).toEqual(['Send', 'Delivery']);
});

it('twice: each comes twice, the second time as a message of its own', async () => {
  const inbox = await openInbox();
  const listener = listen(inbox);
  await setFaults(inbox, { mode: 'none', events: 'twice' });
  await sendOne(inbox, { to: 'bounce@simulator.amazonses.com' });
  await listener.hear(4);
  expect(listener.kinds().sort()).toEqual(['Bounce', 'Bounce', 'Send', 'Send']);
  expect(new Set(listener.records().map(({ messageId }) => messageId)).size).toBe(4);
  expect(new Set(listener.records().map(({ body }) => body)).size).toBe(2);
});

it('shuffled: comes as the dice have it, and none before it happened', async () => {
  const dice = [0, 0.5, 0.3, 0];
  const inbox = await openInbox({ random: () => dice.shift() ?? 0 });
  const listener = listen(inbox);
  await setFaults(inbox, { mode: 'none', events: 'shuffled' });
  const began = Date.now();
  // The first roll is for the call itself.
  await sendOne(inbox, { to: 'complaint@simulator.amazonses.com' });
  await listener.hear(3);
  expect(listener.kinds()).toEqual(['Complaint', 'Delivery', 'Send']);
  expect(Date.now() - began).toBeGreaterThan(750);
});

it('none: loses them for good, and only those of that day', async () => {
  const inbox = await openInbox();
  const listener = listen(inbox);
  await setFaults(inbox, { mode: 'none', events: 'none' });
  await sendOne(inbox, { tags: { nth: 'first' } });
  await setFaults(inbox, { mode: 'none' });
  await sendOne(inbox, { tags: { nth: 'second' } });
  const events = await listener.hear(2);
  expect(events.map(({ mail }) => mail.tags['nth'])).toEqual([['second'], ['second']]);
  expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 0 });
});

it('lost-answer: the mail was taken, so its events come', async () => {
  const inbox = await openInbox();
  const listener = listen(inbox);
  await setFaults(inbox, { mode: 'lost-answer', events: 'twice' });
  await expect(sendOne(inbox)).rejects.toThrow(/hang up|ECONNRESET/);
  await listener.hear(4);
  expect(listener.kinds().sort()).toEqual(['Delivery', 'Delivery', 'Send', 'Send']);
});

it.each(['throttle', 'error'])('%s: the mail was not taken, so nothing is told', async (mode) => {
  const inbox = await openInbox();
  const listener = listen(inbox);
  await setFaults(inbox, { mode, events: 'prompt' });
  await expect(sendOne(inbox)).rejects.toThrow();
  await aWhile();
  expect(listener.events()).toEqual([]);
});

it.each([{ events: 'late' }, { mode: 'none', events: 'never' }, { mode: 'none', events: null }])(
  'refuses %j, and says what can be said',
  async (body) => {
    const inbox = await openInbox();
    const response = await setFaults(inbox, body);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/mode.*lost-answer.*events.*prompt.*late.*twice.*shuffled.*none/);
    expect(await told(inbox.url)).toEqual({ mode: 'none', rate: 1 });
  },
);
