import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { newToken } from '#casework/links.ts';
import { withoutBudgets } from '#casework/budgets/take-budget.ts';
import { payFromStream } from '../../functions/aws/stream.ts';
import { newAsk } from '#casework/asks/ask-for-link.ts';
import type { PayAsksPorts } from '#casework/asks/pay-asks.ts';
import type { Ask } from '#casework/asks/ports.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import type { PayPorts } from '#casework/pay-owed.ts';
import type { Case, CaseKey } from '#domain/case/case.ts';
import type { MailboxItem } from '#domain/desk/kept.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryAskStore, memoryItems, memorySignInStores } from '#test/fakes/memory-desk.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const desk = { broker, siteUrl: '' };
const opening = (n: number) =>
  opened('name-query', { submissionId: `00000000-0000-4000-b000-00000000000${String(n)}` });
const record = (of: Case, nth: number): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: String(nth), Keys: { pk: { S: `CASE#${of.reference}` }, sk: { S: of.digest } } },
});

async function stage(...cases: Case[]) {
  const store = memoryCaseStore();
  for (const one of cases) await store.put(one);
  const post = memoryMailer();
  const asks = memoryAskStore();
  const ports: PayPorts & PayAsksPorts = {
    cases: store,
    asks,
    budgets: withoutBudgets,
    mailboxes: memoryItems<MailboxItem>(),
    stuck: store.stuck,
    signInLinks: memorySignInStores().signInLinks,
    mailer: post.mailer,
    now: () => aMonday,
    random: () => 1,
    newToken,
    weigh: () => Promise.resolve(),
    log: () => undefined,
  };
  return { ports, asks, sent: post.sent };
}

it('pays each case of a batch once, however often it is in there', async () => {
  const [one, other] = [opening(1), opening(2)];
  const { ports, sent } = await stage(one, other);
  const Records = [record(one, 1), record(other, 2), record(one, 3)];
  expect(await payFromStream(ports, desk, { Records })).toEqual({ batchItemFailures: [] });
  expect(sent).toHaveLength(4);
});

const down = () => new StoreUnavailable('down');

it('does not hold up a shard for a case that nobody can work on: it is set aside', async () => {
  const [one, broken] = [opening(8), opening(9)];
  const { ports, sent } = await stage(one, broken);
  const read = (key: CaseKey) =>
    key.digest === broken.digest ? Promise.reject(new TypeError('poison')) : ports.cases.read(key);
  const Records = [record(broken, 1), record(one, 2)];
  const result = await payFromStream({ ...ports, cases: { ...ports.cases, read } }, desk, { Records });
  expect(result).toEqual({ batchItemFailures: [] });
  expect(sent).toHaveLength(2);
  expect(await ports.stuck.list(5)).toMatchObject([{ digest: broken.digest, why: 'TypeError' }]);
});

it('reports only what failed, by its number in the stream', async () => {
  const [one, broken, last] = [opening(3), opening(4), opening(5)];
  const { ports, sent } = await stage(one, broken, last);
  const cases = {
    ...ports.cases,
    read: (key: CaseKey) => (key.digest === broken.digest ? Promise.reject(down()) : ports.cases.read(key)),
  };
  const Records = [record(one, 11), record(broken, 12), record(last, 13)];
  const result = await payFromStream({ ...ports, cases }, desk, { Records });
  expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '12' }] });
  expect(sent).toHaveLength(4);
});

const askRecord = ({ id }: Ask, nth: number): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: String(nth), Keys: { pk: { S: `ASK#${id}` }, sk: { S: 'ask' } } },
});
const asking = (mailbox: string) => newAsk({ purpose: 'sign-in', mailbox }, aMonday);

it('settles the asks of a batch once each, beside its cases', async () => {
  const one = opening(6);
  const { ports, asks, sent } = await stage(one);
  const [ada, stranger] = [asking('ada@harborpine.example'), asking('who@stranger.example')];
  for (const ask of [ada, stranger]) await asks.put(ask);
  const Records = [record(one, 1), askRecord(ada, 2), askRecord(stranger, 3), askRecord(ada, 4)];
  expect(await payFromStream(ports, desk, { Records })).toEqual({ batchItemFailures: [] });
  expect(sent.map(({ kind }) => kind)).toEqual(['sign-in-link', 'team-request', 'contact-received']);
  expect([...asks.all.values()].map(({ state }) => state)).toEqual(['settled', 'settled']);
});

it('reports an ask that failed, and pays the others', async () => {
  const one = opening(7);
  const { ports, asks, sent } = await stage(one);
  const [broken, ada] = [asking('luis@harborpine.example'), asking('ada@harborpine.example')];
  for (const ask of [broken, ada]) await asks.put(ask);
  const away = {
    ...asks,
    read: (id: string) => (id === broken.id ? Promise.reject(down()) : asks.read(id)),
  };
  const Records = [askRecord(broken, 7), askRecord(ada, 8), record(one, 9)];
  const result = await payFromStream({ ...ports, asks: away }, desk, { Records });
  expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });
  expect(sent).toHaveLength(3);
});

it('leaves alone what is no case', async () => {
  const { ports, sent } = await stage();
  const Records = [{ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: 'SESSION#1' }, sk: { S: '1' } } } }, {}];
  expect(await payFromStream(ports, desk, { Records })).toEqual({ batchItemFailures: [] });
  expect(sent).toHaveLength(0);
});
