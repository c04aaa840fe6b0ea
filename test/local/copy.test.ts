import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { broughtBack } from '#domain/case/copied.ts';
import { opened } from '#test/fakes/requests.ts';
import { forgetExpired } from '#casework/forget/forget-expired.ts';
import { itemOf } from '../../functions/aws/case-item.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { allItems } from './backup-table.ts';
import { command } from './operator-kit.ts';

const LIVE = 'importer-desk';
const { endpoint, close } = await startEmbeddedDynamodb();
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
for (const name of [LIVE, 'restored']) await ensureTable(client, name);
afterAll(() => {
  client.destroy();
  return close();
});

const live = dynamoCaseStore(client, LIVE);
let n = 0;
/** A case in the restored table, and what became of it since. */
async function inCopy(): Promise<Case> {
  const of = opened('name-query', { submissionId: `00000000-0000-4000-a000-00000000000${(n += 1)}` });
  await dynamoCaseStore(client, 'restored').put(of);
  return of;
}

const copying = (reference: string, ...more: readonly string[]) =>
  command('infra/local/copy/run.ts', ['--from', 'restored', '--only', reference, ...more], {
    DYNAMODB_ENDPOINT: endpoint,
  }).ended;

/** As the command does it, at whatever moment it did. */
const isBack = (found: Case | undefined, copy: Case, today?: Case) =>
  expect(found).toEqual(broughtBack(copy, today, new Date(found?.timeline.at(-1)?.at ?? 0)));

describe('npm run copy', () => {
  it('says what differs, and changes nothing without being told', async () => {
    const of = await inCopy();
    await live.put({ ...of, rev: 5, version: 3, state: 'closed', closedAt: of.openedAt });
    const before = await allItems(client, LIVE);
    const { code, said } = await copying(of.reference);
    expect(said).toContain('today: closed, version 3');
    expect(said).toContain('copy:  new, version 1');
    expect(said).toContain('differing: state, closedAt');
    expect(said).toContain('Nothing was changed');
    expect(said).not.toContain(of.answers['companyName']);
    expect(code).toBe(1);
    expect(await allItems(client, LIVE)).toEqual(before);
  });

  it('brings back what is not there', async () => {
    const of = await inCopy();
    const { code, said } = await copying(of.reference, '--write');
    expect(said).toContain('Brought back');
    expect(code).toBe(0);
    isBack(await live.read(of), of);
  });

  it('brings back over what somebody made of it', async () => {
    const of = await inCopy();
    const today: Case = { ...of, rev: 7, version: 3, state: 'declined', answers: {} };
    await live.put(today);
    expect((await copying(of.reference, '--write')).code).toBe(0);
    isBack(await live.read(of), of, today);
  });

  it('brings back over a record that nobody can read', async () => {
    const of = await inCopy();
    const { case: _, ...item } = itemOf({ ...of, rev: 4 });
    await client.send(new PutItemCommand({ TableName: LIVE, Item: { ...item, case: { M: {} } } }));
    const { said } = await copying(of.reference);
    expect(said).toContain('The record of today cannot be read');
    expect((await copying(of.reference, '--write')).code).toBe(0);
    expect(await live.read(of)).toMatchObject({ rev: 5, answers: of.answers });
  });

  it('leaves a case in peace whose time was over, and says so', async () => {
    const of = await inCopy();
    await live.put({ ...of, letters: [], expiresAt: '2026-11-01T00:00:00.000Z' });
    const traces = dynamoTraceStore(client, LIVE);
    const now = () => new Date('2026-11-02T00:00:00.000Z');
    await forgetExpired({ cases: live, traces, keyed: (text) => text, now, log: () => undefined });
    const { code, said } = await copying(of.reference, '--write');
    expect(said).toContain('It went on 2026-11-02 (unconfirmed) and is not brought back');
    expect(code).toBe(1);
    expect(await live.read(of)).toBeUndefined();
  });

  it('has nothing to do where both are the same', async () => {
    const of = await inCopy();
    await live.put(of);
    const { code, said } = await copying(of.reference, '--write');
    expect(said).toContain('the same in both');
    expect(code).toBe(0);
    expect(await live.read(of)).toEqual(of);
  });

  it.each([
    ['no case', ['--from', 'restored', '--only', '00000-00000'], 'restored holds no case 00000-00000'],
    ['no table', ['--from', 'nowhere', '--only', '00000-00000'], 'There is no table nowhere'],
    ['the same table', ['--from', LIVE, '--only', '00000-00000'], '--from names another one'],
    ['no reference', ['--from', 'restored', '--only', 'hello'], '--only is "hello"'],
  ])('refuses %s', async (_, args, says) => {
    const { code, trouble } = await command('infra/local/copy/run.ts', args, { DYNAMODB_ENDPOINT: endpoint }).ended;
    expect(trouble).toContain(says);
    expect(code).toBe(2);
  });
});
