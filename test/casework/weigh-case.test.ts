import { afterAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { payCase } from '#casework/pay-owed.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { CaseLists } from '#casework/lists/ports.ts';
import { weighCase } from '#casework/risk/weigh-case.ts';
import type { WeighPorts } from '#casework/risk/weigh-case.ts';
import type { Case } from '#domain/case/case.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { opened } from '#test/fakes/requests.ts';
import { after, ada, at, confirmed, luis, moves, on, secondPerson, updateChecks } from '#test/domain/moves-cases.ts';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { mailDomains } from '../../functions/mail-domains/mail-domains.ts';
import { embeddedTable } from '../http/desk.ts';
import { payStage } from './pay-owed-stage.ts';

/** Weighing a case behind the public door, on any store. */
const embedded = await embeddedTable('weigh');
afterAll(() => embedded.close());
const memory = memoryCaseStore();
const stores: readonly (readonly [string, CaseStore, Pick<CaseLists, 'some'>])[] = [
  ['memory', memory, memoryCaseLists(memory)],
  ['embedded DynamoDB', embedded.cases, dynamoCaseLists(embedded.client, embedded.name)],
];
let nth = 0;
const asks = (change: Record<string, unknown> = {}): Case => {
  nth += 1;
  return opened('email-update', {
    submissionId: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
    importerNumberKind: 'ein',
    importerNumber: '95-7654321',
    ...change,
  });
};

describe.each(stores)('weighing on %s', (_, cases, lists) => {
  const logged: string[] = [];
  const ports: WeighPorts = { cases, lists, mailDomains, now: () => at(5), log: (event) => logged.push(event) };
  const weigh = (of: Case) => weighCase(ports, broker, of);
  const codes = async (of: Case) => (await cases.read(of))?.risk?.flags.map(({ code }) => code);

  it('finds nothing odd, and says that it looked', async () => {
    const one = asks({ importerNumber: '95-7000001' });
    await cases.put(one);
    await weigh(one);
    expect(await cases.read(one)).toMatchObject({ rev: 2, version: 1, risk: { level: 'none', flags: [] } });
    await weigh(one);
    expect((await cases.read(one))?.rev).toBe(2);
  });

  it('tells the earlier case of a later one that wants another mailbox, and takes its clearance', async () => {
    const ready = after(after(confirmed(confirmed(asks()), 'other-mailbox'), luis, ...updateChecks), ada, secondPerson);
    await cases.put({ ...ready, rev: 1 });
    await weigh(ready);
    const first = await cases.read(ready);
    if (!first) throw new Error('it is gone');
    const step = makeMove(first, moves.clear, on(luis, 100));
    if ('refused' in step) throw new Error(JSON.stringify(step.refused));
    await cases.save(step.moved, first.rev);
    const later = asks({ newEmail: 'boss@bluebird-toys.example' });
    await cases.put(later);
    await weigh(later);
    expect(await codes(later)).toContain('another-new-email');
    expect(await codes(ready)).toContain('another-new-email');
    const now = await cases.read(ready);
    expect(now).not.toHaveProperty('cleared');
    expect(now?.letters.at(-1)).toMatchObject({ kind: 'team-alert', about: 'risk', state: 'owed' });
    expect(now?.version).toBe(step.moved.version);
  });

  it('sees who asks for many importers, and what was declined on suspicion', async () => {
    const contactEmail = `busy${nth}@agents.example`;
    const all = [1, 2, 3, 4].map((one) => asks({ contactEmail, importerNumber: `95-700010${one}` }));
    for (const one of all) await cases.put(one);
    const [last, before] = all.toReversed();
    if (!last || !before) throw new Error('none');
    await weigh(last);
    expect(await codes(last)).toContain('many-importers');
    const step = makeMove(before, { move: 'decline', reason: 'suspicion' }, on(ada));
    if ('refused' in step) throw new Error('refused');
    await cases.save(step.moved, before.rev);
    const again = asks({ contactEmail, importerNumber: '95-7000105' });
    await cases.put(again);
    await weigh(again);
    expect(await codes(again)).toContain('declined-on-suspicion');
  });

  it('stops no letter by a mistake of ours: the case stays unweighed, which wants a second look', async () => {
    const one = asks({ importerNumber: '95-7000009' });
    await cases.put(one);
    const broken = {
      ...ports,
      mailDomains: {
        ...mailDomains,
        isDisposable: () => {
          throw new TypeError('oops');
        },
      },
    };
    await weighCase(broken, broker, one);
    expect(logged).toContain('weigh-failed');
    expect(await cases.read(one)).not.toHaveProperty('risk');
  });

  it('leaves a case owing when the store cannot be asked', async () => {
    const down = { ...ports, lists: { some: () => Promise.reject(new StoreUnavailable('down')) } };
    const one = asks({ importerNumber: '95-7000010' });
    await cases.put(one);
    await expect(weighCase(down, broker, one)).rejects.toThrow(StoreUnavailable);
  });
});

it('comes before the team reads of the case: its letter says what was found', async () => {
  const store = memoryCaseStore();
  const { ports, post } = payStage(store);
  const weighing = { cases: store, lists: memoryCaseLists(store), mailDomains, now: ports.now, log: ports.log };
  const one = asks({ newEmail: 'customs@bluebird-toyz.example', contactRole: 'agent' });
  await store.put(one);
  const weigh = (key: Parameters<typeof weighCase>[2]) => weighCase(weighing, broker, key);
  await payCase({ ...ports, weigh }, { broker, siteUrl: 'https://desk.example' }, one);
  const team = post.sent.find(({ kind }) => kind === 'team-request');
  expect(team?.text).toContain('High risk: two people look at this');
  expect(team?.text.indexOf('bluebird-toyz.example looks like')).toBeLessThan(team?.text.indexOf('What is asked') ?? 0);
  for (const { text, subject, html } of post.sent.filter(({ to }) => to !== broker.teamMailboxes[0]))
    expect(`${subject} ${text} ${html}`).not.toMatch(/risk|look.?alike|toyz|from outside/i);
});
