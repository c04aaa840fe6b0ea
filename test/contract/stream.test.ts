import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { newToken } from '#casework/links.ts';
import { payFromStream } from '../../functions/aws/stream.ts';
import type { PayPorts } from '#casework/pay-owed.ts';
import type { Case } from '#domain/case/case.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
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
  const ports: PayPorts = {
    cases: store,
    mailer: post.mailer,
    now: () => aMonday,
    random: () => 1,
    newToken,
    log: () => undefined,
  };
  return { ports, sent: post.sent };
}

it('pays each case of a batch once, however often it is in there', async () => {
  const [one, other] = [opening(1), opening(2)];
  const { ports, sent } = await stage(one, other);
  const Records = [record(one, 1), record(other, 2), record(one, 3)];
  expect(await payFromStream(ports, desk, { Records })).toEqual({ batchItemFailures: [] });
  expect(sent).toHaveLength(4);
});

it('reports only what failed, by its number in the stream', async () => {
  const [one, broken, last] = [opening(3), opening(4), opening(5)];
  const { ports, sent } = await stage(one, broken, last);
  const cases: PayPorts['cases'] = {
    ...ports.cases,
    read: (key) => (key.digest === broken.digest ? Promise.reject(new Error('down')) : ports.cases.read(key)),
  };
  const Records = [record(one, 11), record(broken, 12), record(last, 13)];
  const result = await payFromStream({ ...ports, cases }, desk, { Records });
  expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '12' }] });
  expect(sent).toHaveLength(4);
});

it('leaves alone what is no case', async () => {
  const { ports, sent } = await stage();
  const Records = [{ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: 'SESSION#1' }, sk: { S: '1' } } } }, {}];
  expect(await payFromStream(ports, desk, { Records })).toEqual({ batchItemFailures: [] });
  expect(sent).toHaveLength(0);
});
