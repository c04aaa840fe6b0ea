import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { leaseLetter, letterFailed } from '#domain/case/letters.ts';
import { opened } from '#test/fakes/requests.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoStuckRecords } from '../../functions/aws/stuck.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { startInbox } from '../../infra/local/ses/start-inbox.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { queuesOf } from './aws/queues.ts';
import { startAws } from './aws/server.ts';
import { command, newFolder } from './operator-kit.ts';

const TABLE = 'importer-desk';
const { endpoint, close } = await startEmbeddedDynamodb();
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
await ensureTable(client, TABLE);
afterAll(() => {
  client.destroy();
  return close();
});

const cases = dynamoCaseStore(client, TABLE);
const stuck = dynamoStuckRecords(client, TABLE);
const keys = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
const redriving = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  command('infra/local/redrive/run.ts', args, { DYNAMODB_ENDPOINT: endpoint, ...environment }).ended;
const row = (name: string, ...numbers: readonly number[]) => new RegExp(`^${name} +${numbers.join(' +')}`, 'm');

let n = 0;
const fresh = (): Case => opened('name-query', { submissionId: `00000000-0000-4000-a000-00000000000${(n += 1)}` });
const now = () => new Date();

async function putStuck(): Promise<Case> {
  const of = fresh();
  await cases.put(of);
  const at = now().toISOString();
  await stuck.putAside({ case: of }, { why: 'ZodError', at, nextAtOf: () => '9999-12-31T23:59:59.999Z' });
  return of;
}

async function putParked(): Promise<Case> {
  const of = fresh();
  const inFiveDays = (openedAt: string) => new Date(Date.parse(openedAt) + 5 * 24 * 3600_000);
  const letters = of.letters.map((letter) =>
    letterFailed('Throttling', 0)(leaseLetter(letter, now()), inFiveDays(of.openedAt)),
  );
  await cases.put({ ...of, letters });
  return { ...of, letters };
}

const owing = async () => (await cases.owing('9999', 100)).map(({ reference }) => reference).sort();

describe('npm run redrive', { timeout: 60_000 }, () => {
  it('makes what was set aside due now, leaves what was given up, and does no harm the second time', async () => {
    const aside = [await putStuck(), await putStuck()].map(({ reference }) => reference).sort();
    const parked = await putParked();
    expect(await owing()).toEqual([]);
    const first = await redriving([]);
    expect(first.said).toMatch(row('records that were set aside', 2, 2, 0));
    expect(first.said).toMatch(row('cases with letters given up', 1, 0, 1));
    expect(first.said).toContain('--parked');
    expect(first.code).toBe(1);
    expect(await owing()).toEqual(aside);
    const second = await redriving([]);
    expect(second.said).toMatch(row('records that were set aside', 0, 0, 0));
    expect(await owing()).toEqual(aside);
    expect(await cases.read(parked)).toEqual(parked);
  });

  it('with --parked owes again what was given up', async () => {
    const parked = await putParked();
    const { said, code } = await redriving(['--parked']);
    expect(said).toMatch(row('cases with letters given up', 2, 2, 0));
    expect(code).toBe(0);
    const again = await cases.read(parked);
    expect(again?.letters.map(({ state, attempts }) => [state, attempts])).toEqual(
      parked.letters.map(() => ['owed', 0]),
    );
    const { said: then } = await redriving(['--parked']);
    expect(then).toMatch(row('cases with letters given up', 0, 0, 0));
    expect((await cases.read(parked))?.rev).toBe(again?.rev);
  });

  it('with --parked owes the team anew what it never got', async () => {
    const of = fresh();
    const at = now().toISOString();
    const letters = of.letters.map((letter) => ({ ...letter, state: 'sent' as const, sentAt: at, bouncedAt: at }));
    await cases.put({ ...of, letters });
    expect((await redriving([])).said).toMatch(row('cases with letters given up', 1, 0, 1));
    const { said, code } = await redriving(['--parked']);
    expect(said).toMatch(row('cases with letters given up', 1, 1, 0));
    expect(code).toBe(0);
    const owed = (await cases.read(of))?.letters.filter(({ state }) => state === 'owed');
    expect(owed?.map(({ to, attempts }) => [to, attempts])).toEqual([['team', 0]]);
  });

  it('in AWS moves events back to their queue, and throws calls away only when it is told to', async () => {
    const sqs = queuesOf('production', {
      Feedback: { waiting: 0 },
      FeedbackDead: { waiting: 14, feeds: 'Feedback' },
      TimerDead: { waiting: 5 },
    });
    const aws = await startAws((called, base) => sqs.answer(called, base));
    const inAws = { TABLE_NAME: TABLE, AWS_ENDPOINT_URL_SQS: aws.endpoint, ...keys };
    const first = await redriving([], inAws);
    expect(first.trouble).toBe('');
    expect(first.said).toMatch(row('FeedbackDead', 14, 14, 0));
    expect(first.said).toMatch(row('TimerDead', 5, 0, 5));
    expect(first.code).toBe(1);
    expect(sqs.purged).toEqual([]);
    const second = await redriving(['--purge'], inAws);
    expect(second.said).toMatch(row('FeedbackDead', 0, 0, 0));
    expect(second.said).toMatch(row('TimerDead', 5, 5, 0));
    expect(second.code).toBe(0);
    expect(sqs.purged).toEqual(['TimerDead']);
    await aws.close();
  });

  it('says why SQS could not move', async () => {
    const failed = { moved: 1, status: 'FAILED', asksLeft: 0 };
    const sqs = queuesOf('production', {
      Feedback: { waiting: 0 },
      FeedbackDead: { waiting: 3, feeds: 'Feedback', move: failed },
    });
    const aws = await startAws((called, base) =>
      called.action === 'StartMessageMoveTask' ? { body: {} } : sqs.answer(called, base),
    );
    const { said, code } = await redriving([], { TABLE_NAME: TABLE, AWS_ENDPOINT_URL_SQS: aws.endpoint, ...keys });
    expect(said).toMatch(row('FeedbackDead', 3, 1, 2));
    expect(said).toContain('SQS: no reason given');
    expect(code).toBe(1);
    await aws.close();
  });

  it('takes back what the inbox of a running machine put aside', async () => {
    const inbox = await startInbox({ port: 0, dataDir: newFolder(), verifiedSenders: [] });
    const { said, code } = await redriving([], { INBOX_URL: inbox.url });
    expect(said).toMatch(row('events of the mail service', 0, 0, 0));
    expect(code).toBe(0);
    await inbox.close();
    const gone = await redriving([], { INBOX_URL: inbox.url });
    expect(gone.trouble).toContain('Is npm start running?');
    expect(gone.code).toBe(2);
  });

  it('knows no other words', async () => {
    const { trouble, code } = await redriving(['--all']);
    expect(trouble).toContain('Nothing is called "--all" here.');
    expect(code).toBe(2);
  });
});
