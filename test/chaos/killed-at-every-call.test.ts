import { afterAll, describe, expect, it } from 'vitest';
import { newAsk } from '#casework/asks/ask-for-link.ts';
import { deliveryOf } from '#domain/case/delivery-state.ts';
import { LEASE_MS } from '#domain/case/letters.ts';
import { readReference } from '#domain/case/reference.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { aMonday } from '#test/fakes/requests.ts';
import { clientOf } from './cases.ts';
import { report } from './report.ts';
import { dynamoStore, memoryStore, processOn, worldOn } from './process.ts';
import type { Process, Store, World } from './process.ts';
import { minutes, sized } from './size.ts';
import { seam, unkilled } from './stop.ts';
import type { Stop } from './stop.ts';
import { newRequest } from './traffic.ts';
import type { Request } from './traffic.ts';

/** What somebody outside has heard by now. A kill does not take it back. */
type Heard = { reference?: string; asked?: true };

const signIn = { purpose: 'sign-in', mailbox: 'ada@harborpine.example' } as const;

/**
 * A day of the desk: a request comes and its letters go; then its contact asks for the page of the case, and a member for a
 * way in; then the mail service tells what became of each letter. Told again after a kill, it goes on from what was heard.
 */
async function day(process: Process, request: Request, heard: Heard): Promise<void> {
  heard.reference ??= await posted(process, request);
  await process.pay();
  if (!heard.asked) {
    const mailbox = request.answers['contactEmail'] ?? '';
    await process.askFor({ purpose: 'case', mailbox, reference: read(heard.reference) });
    await process.askFor(signIn);
    heard.asked = true;
  }
  await process.pay();
  await process.hear();
}

async function posted(process: Process, request: Request): Promise<string> {
  const reference = await process.post(request);
  if (reference === undefined) throw new Error('this store is never away');
  return reference;
}

function read(reference: string) {
  const known = readReference(reference);
  if (!known) throw new Error(`"${reference}" is no reference`);
  return known;
}

/** What is stored of the day: its case, what is owed in all, and what of it is written down as sent. */
async function kept({ cases, asks }: World, began: Date, { reference }: Heard) {
  const stored = reference === undefined ? [] : await cases.find(read(reference));
  // A link to sign in is a mail without a case. Who asks again a minute later asks for another one.
  const minutesLater = (minute: number) => newAsk(signIn, new Date(began.getTime() + minute * 60_000)).id;
  const asked = await Promise.all([0, 1].map((minute) => asks.read(minutesLater(minute))));
  const states = [...stored.flatMap(({ letters }) => letters), ...asked].flatMap((one) => one?.state ?? []);
  return { stored, owed: states.length, marked: states.filter((state) => state !== 'owed').length };
}

/** Each day is an hour later than the one before: asks within a minute would be one. */
let clock = aMonday.getTime();

const totals = () => ({ accepted: 0, stored: 0, owed: 0, sent: 0, duplicates: 0, lost: 0 });

/** One day with a kill at each of these calls, one process after the other, and then a process that lives. Gives the calls that were reached. */
async function dayKilledAt(store: Store, stops: readonly Stop[], count = totals()): Promise<string[]> {
  const world = worldOn(store, (clock += 3_600_000));
  const [began, request, heard]: [Date, Request, Heard] = [world.now(), newRequest('email-update'), {}];
  const reached: string[] = [];
  let twice = 0;
  for (const stop of stops) {
    const here = seam(stop);
    await Promise.race([day(processOn(world, here), request, heard), here.stopped]);
    const last = here.last();
    if (last === undefined) break;
    reached.push(`${stop.when} ${last}`);
    const { stored, marked } = await kept(world, began, heard);
    // Whoever was shown a reference has a case, at that very moment.
    expect(stored, reached.join()).toHaveLength(heard.reference === undefined ? 0 : 1);
    // What is out and not written down will go again; nothing else will.
    twice = world.post.sent.length - marked;
    expect(twice, reached.join()).toBeLessThanOrEqual(reached.length);
    world.wait(LEASE_MS + 1);
  }
  const process = processOn(world, seam(unkilled));
  await day(process, request, heard);
  expect(await process.post(request), 'a repeat').toBe(heard.reference);

  const { stored, owed, marked } = await kept(world, began, heard);
  const mails = world.post.sent.map(({ kind }) => kind).sort();
  expect(stored, reached.join()).toHaveLength(1);
  const all = ['case-link', 'contact-received', 'mailbox-named', 'sign-in-link', 'team-request'];
  expect([...new Set(mails)], reached.join()).toEqual(all);
  expect([marked, mails.length - owed], reached.join()).toEqual([owed, twice]);
  const letters = stored.flatMap((of) => of.letters.map(deliveryOf));
  expect(letters, reached.join()).toEqual(letters.map(() => 'delivered'));
  count.accepted += 1;
  count.stored += stored.length;
  count.owed += owed;
  count.sent += mails.length;
  count.duplicates += twice;
  return reached;
}

const whens = ['before', 'after'] as const;

/** Days with one kill at the first call, the second, and so on, until a day goes by untouched. */
async function everyCall(name: string, makeStore: () => Store, step = 1): Promise<string[]> {
  const [count, calls]: [ReturnType<typeof totals>, string[]] = [totals(), []];
  for (let at = 1; ; at += step) {
    const reached = [];
    for (const when of whens) reached.push(...(await dayKilledAt(makeStore(), [{ at, when }], count)));
    if (reached.length === 0) break;
    calls.push(...reached);
  }
  report({ what: `killed at each of ${String(calls.length)} moments, ${name}`, ...count });
  // A kill between a letter and its mark is among them: otherwise the seam misses what it is for.
  expect(count.duplicates).toBeGreaterThan(0);
  return [...new Set(calls)].sort();
}

/** Every call that the doors make, each before and after its effect. A port that is not among them is not looked at. */
const every = [
  ...['asks.owing', 'asks.put', 'asks.read', 'asks.save'],
  ...['budgets.put', 'budgets.read', 'budgets.save'],
  ...['cases.find', 'cases.owing', 'cases.read', 'cases.save', 'feedback.read', 'feedback.save', 'intake.put'],
  ...['lists.some', 'mailboxes.put', 'mailboxes.read', 'mailer.send', 'signInLinks.put', 'stuck.list'],
];
const moments = whens.flatMap((when) => every.map((call) => `${when} ${call}`)).sort();

describe('killed at every call to a port, before its effect and after it: what was shown is stored, every letter goes, at most one twice', () => {
  it('in memory', async () => {
    expect(await everyCall('memory', memoryStore)).toEqual(moments);
  });

  it('on DynamoDB', minutes(2, 10), async () => {
    const embedded = await startEmbeddedDynamodb();
    const client = clientOf(embedded.endpoint);
    afterAll(async () => {
      client.destroy();
      await embedded.close();
    });
    await ensureTable(client, 'every-call');
    const store = dynamoStore(client, 'every-call');
    // In short: each fifth call, which the whole of the memory's run stands for.
    const reached = await everyCall('DynamoDB', () => store, sized(5, 1));
    // One table for all days: after the first of them the team's mailbox is known, and saved instead of put.
    const here = moments.map((moment) => moment.replace('mailboxes.put', 'mailboxes.save')).sort();
    expect(reached.filter((moment) => ![...moments, ...here].includes(moment))).toEqual([]);
    if (sized(false, true)) expect(reached.filter((moment) => !moment.includes('mailboxes.put'))).toEqual(here);
  });

  it('and killed again at a call of the process that comes after', minutes(2, 20), async () => {
    const count = totals();
    let days = 0;
    // In short: each second kill with every seventh first one.
    for (let first = 1; ; first += sized(7, 1)) {
      let isOver = true;
      for (let second = 1; ; second += sized(5, 1)) {
        const reached: number[] = [];
        for (const [one, other] of whens.flatMap((a) => whens.map((b) => [a, b] as const))) {
          const stops = [
            { at: first, when: one },
            { at: second, when: other },
          ];
          days += 1;
          reached.push((await dayKilledAt(memoryStore(), stops, count)).length);
        }
        if (reached.some((kills) => kills > 0)) isOver = false;
        if (reached.every((kills) => kills < 2)) break;
      }
      if (isOver) break;
    }
    report({ what: `killed twice, ${String(days)} days`, ...count });
  });
});
