import { afterAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { takeBudget, withoutBudgets } from '#casework/budgets/take-budget.ts';
import type { BudgetStore } from '#casework/budgets/ports.ts';
import { moveCase } from '#casework/move-case.ts';
import { payCase } from '#casework/pay-owed.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import { lettersADay } from '#domain/case/letter-budget.ts';
import type { Budget } from '#domain/desk/kept.ts';
import { memoryItems } from '#test/fakes/memory-desk.ts';
import { opened } from '#test/fakes/requests.ts';
import { luis } from '#test/domain/moves-cases.ts';
import { dynamoBudgets } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { embeddedTable } from '../http/desk.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { payStage } from './pay-owed-stage.ts';

/** Nobody can use the form to fill somebody's mailbox: what is over the budget is held, and a member lets it go. */
const embedded = await embeddedTable('budgets');
afterAll(() => embedded.close());
const stores: readonly (readonly [string, BudgetStore])[] = [
  ['memory', memoryItems<Budget>()],
  ['embedded DynamoDB', dynamoBudgets(embedded.client, embedded.name)],
];
const desk = { broker, siteUrl: 'https://desk.example' };
const victim = 'victim@elsewhere.example';
const naming = (nth: number, contactEmail = victim) =>
  opened('name-query', {
    contactEmail,
    submissionId: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  });

describe.each(stores)('letters to one address, counted in %s', (_, budgets) => {
  it('are as many as its budget, though many are sent side by side', async () => {
    const now = () => new Date('2026-11-16T15:00:00.000Z');
    const taken = [];
    for (let nth = 0; nth < 8; nth += 1)
      taken.push(...(await Promise.all(Array.from({ length: 5 }, () => takeBudget({ budgets, now }, 'a@b.example')))));
    expect(taken.filter(Boolean)).toHaveLength(lettersADay.mailbox);
  });

  it('are counted anew the next day, and for each address apart', async () => {
    const at = (day: string) => ({ budgets, now: () => new Date(`2026-12-${day}T15:00:00.000Z`) });
    for (let nth = 0; nth < lettersADay.mailbox; nth += 1) await takeBudget(at('01'), 'c@d.example');
    expect(await takeBudget(at('01'), 'C+x@d.example')).toBe(false);
    expect(await takeBudget(at('01'), 'e@d.example')).toBe(true);
    expect(await takeBudget(at('02'), 'c@d.example')).toBe(true);
  });

  it('are no more than a domain’s, whatever the names before it', async () => {
    const ports = { budgets, now: () => new Date('2026-12-05T15:00:00.000Z') };
    let taken = 0;
    for (let nth = 0; nth < 200; nth += 1) if (await takeBudget(ports, `n${nth}@f.example`)) taken += 1;
    expect(taken).toBe(lettersADay.domain);
  });
});

describe('two hundred requests that name one victim', () => {
  const store = memoryCaseStore();
  const { ports, post, events } = payStage(store);
  const all = Array.from({ length: 200 }, (_, nth) => naming(nth));

  it('are all kept and told to the team, and give the victim no more than a day’s budget', async () => {
    for (const one of all) {
      await store.put(one);
      await payCase(ports, desk, one);
    }
    expect(post.sent.filter(({ to }) => to === victim)).toHaveLength(lettersADay.mailbox);
    expect(post.sent.filter(({ kind }) => kind === 'team-request')).toHaveLength(200);
    const held = store.all().flatMap(({ letters }) => letters.filter(({ state }) => state === 'held'));
    expect(held).toHaveLength(200 - lettersADay.mailbox);
    for (const letter of held)
      expect(letter).toMatchObject({ kind: 'contact-received', heldFor: 'budget', attempts: 0 });
    expect(events.filter((event) => event === 'letter-held')).toHaveLength(held.length);
  });

  it('let a member send one that was held, whatever the budget says', async () => {
    const of = store.all().find(({ letters }) => letters.some(({ state }) => state === 'held'));
    if (!of) throw new Error('none is held');
    const before = post.sent.length;
    const move = { move: 'let-go', letter: 'contact-received' } as const;
    await moveCase({ cases: store, now: ports.now }, { key: of, version: of.version, move, by: luis, broker });
    await payCase(ports, desk, of);
    expect(post.sent.slice(before).map(({ to, kind }) => `${kind} ${to}`)).toEqual([`contact-received ${victim}`]);
  });
});

it('counts a letter once that is tried again and again', async () => {
  const [store, counts] = [memoryCaseStore(), memoryItems<Budget>()];
  const { one, ports, wait } = payStage(store, () => 'Throttling');
  await store.put(one);
  for (let nth = 0; nth < 4; nth += 1) {
    await payCase({ ...ports, budgets: counts }, desk, one);
    wait(20 * 60_000);
  }
  expect(store.all()[0]?.letters.map(({ attempts }) => attempts)).toEqual([4, 4, 4]);
  // Two mailboxes of one domain.
  expect([...counts.all.values()].map(({ letters }) => letters).sort()).toEqual([1, 1, 2]);
});

it('leaves a letter owed when nobody can count', async () => {
  const store = memoryCaseStore();
  const { one, ports, post } = payStage(store);
  await store.put(one);
  const refused = () => Promise.reject(new StoreUnavailable('down'));
  const down = { ...ports, budgets: { read: refused, put: refused, save: refused } };
  await expect(payCase(down, desk, one)).rejects.toThrow(StoreUnavailable);
  expect(post.sent.map(({ kind }) => kind)).toEqual(['team-request']);
  expect(store.all()[0]?.letters.map(({ state }) => state)).toEqual(['sent', 'owed', 'owed']);
  await payCase({ ...ports, budgets: withoutBudgets }, desk, one);
  expect(post.sent).toHaveLength(3);
});
