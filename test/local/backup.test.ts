import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { holdingItsLetters } from '#domain/case/copied.ts';
import { opened } from '#test/fakes/requests.ts';
import { keyOfItem, keyOf } from '../../functions/aws/case-item.ts';
import type { Item } from '../../functions/aws/case-item.ts';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { caseOf } from '../../functions/aws/read-case-item.ts';
import type { CaseList } from '#casework/lists/ports.ts';
import { hashOf, itemIn, lineOf } from '../../infra/local/backup/item-line.ts';
import { kindOf, leftOut } from '../../infra/local/backup/kinds.ts';
import { readManifest } from '../../infra/local/backup/manifest.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { startAws } from './aws/server.ts';
import type { Called } from './aws/server.ts';
import { allItems, fillTable } from './backup-table.ts';
import { command, newFolder } from './operator-kit.ts';

const TABLE = 'importer-desk';
const MANY = 250;

const { endpoint, close } = await startEmbeddedDynamodb();
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
afterAll(() => {
  client.destroy();
  return close();
});

const keys = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
const exporting = (...args: readonly string[]) =>
  command('infra/local/backup/export/run.ts', args, { DYNAMODB_ENDPOINT: endpoint });
const importing = (...args: readonly string[]) =>
  command('infra/local/backup/import/run.ts', args, { DYNAMODB_ENDPOINT: endpoint });

/** Each item by its key and its hash: the same when they are the same to the letter. */
const sorted = (items: readonly Item[]): string[] =>
  items.map((item) => `${item['pk']?.S ?? ''} ${item['sk']?.S ?? ''} ${hashOf(lineOf(item))}`).sort();
const pagesIn = (folder: string): number =>
  (readManifest(folder)?.segments ?? []).reduce((sum, part) => sum + part.pages, 0);
/** Every page that an export has written, and when. */
const writtenIn = (folder: string) =>
  readdirSync(join(folder, 'pages'))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => [name, statSync(join(folder, 'pages', name)).mtimeMs] as const);

const folder = join(newFolder(), 'export');
let before: readonly Item[] = [];
let cases: readonly Case[] = [];

beforeAll(async () => {
  await ensureTable(client, TABLE);
  await fillTable(client, TABLE, MANY);
  before = await allItems(client, TABLE);
  cases = before.flatMap((item) => (keyOfItem(item) ? (caseOf(item) ?? []) : []));
});

describe('npm run export', { timeout: 120_000 }, () => {
  it('goes on where it was killed, time and again, and writes no page twice', async () => {
    const args = ['--to', folder, '--units', '60', '--segments', '2'];
    const kept: (readonly [string, number])[] = [];
    for (const signal of ['SIGKILL', 'SIGKILL', 'SIGINT'] as const) {
      const done = pagesIn(folder);
      const ended = await exporting(...args).stopWhen(() => pagesIn(folder) >= done + 2, signal);
      expect(ended.code).not.toBe(0);
      if (signal === 'SIGINT') expect(ended.trouble).toContain('The same command again goes on where it was.');
      expect(readManifest(folder)?.whole).toBeUndefined();
      kept.splice(0, kept.length, ...writtenIn(folder));
    }
    const { code, said, trouble } = await exporting('--to', folder, '--units', '100000').ended;
    expect(trouble).toBe('');
    expect(code).toBe(0);
    expect(said).toContain(`case ${cases.length}`);
    // A page that the manifest counted is not touched again; the one that was being written may be.
    const now = new Map(writtenIn(folder));
    const again = kept.filter(([name, at]) => now.get(name) !== at);
    expect(again.length).toBeLessThanOrEqual(2);
    expect(kept.length).toBeGreaterThanOrEqual(6);
  });

  it('holds every item once, but those that are over within hours, and says why', async () => {
    const whole = readManifest(folder)?.whole;
    const lines = (whole?.pages ?? []).flatMap(({ file }) =>
      readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'),
    );
    const wanted = before.filter((item) => !Object.hasOwn(leftOut, kindOf(item)));
    expect(sorted(lines.map(itemIn))).toEqual(sorted(wanted));
    expect(whole?.items).toBe(wanted.length);
    expect(Object.keys(whole?.leftOut ?? {}).sort()).toEqual(['BUDGET', 'LINK', 'SESSION', 'TRIP']);
    const { said } = await exporting('--to', folder).ended;
    expect(said).toContain('left out: session 1 (sign-ins: members sign in again)');
    expect(JSON.stringify(lines)).not.toContain('SESSION#');
  });

  it('is readable by nobody but its owner', () => {
    const modes = [
      folder,
      join(folder, 'pages'),
      join(folder, 'manifest.json'),
      join(folder, 'pages', '0-000001.jsonl'),
    ];
    expect(modes.map((file) => (statSync(file).mode & 0o777).toString(8))).toEqual(['700', '700', '600', '600']);
  });

  it.each([
    ['a folder of something else', ['--to', 'test'], 'holds something else'],
    ['no folder', [], '--to is missing'],
    ['no number', ['--to', 'x', '--units', 'many'], '--units is "many"'],
  ])('refuses %s', async (_, args, says) => {
    const { code, trouble } = await exporting(...args).ended;
    expect(trouble).toContain(says);
    expect(code).toBe(2);
  });

  it('refuses a table that is not there', async () => {
    const environment = { DYNAMODB_ENDPOINT: endpoint, TABLE_NAME: 'another', ...keys };
    const to = join(newFolder(), 'none');
    const { code, trouble } = await command('infra/local/backup/export/run.ts', ['--to', to], environment).ended;
    expect(trouble).toContain('There is no table another.');
    expect(code).toBe(2);
    expect(existsSync(to)).toBe(false);
  });

  it('refuses the folder of another table', async () => {
    await ensureTable(client, 'another');
    const environment = { DYNAMODB_ENDPOINT: endpoint, TABLE_NAME: 'another', ...keys };
    const { code, trouble } = await command('infra/local/backup/export/run.ts', ['--to', folder], environment).ended;
    expect(trouble).toContain('holds an export of importer-desk (this machine)');
    expect(code).toBe(2);
  });
});

/** The same lists, page by page, as the desk asks for them. */
async function listsIn(table: string) {
  const lists = dynamoCaseLists(client, table);
  const [one] = cases;
  const asked: CaseList[] = [
    { by: 'queue', of: 'open' },
    { by: 'queue', of: 'closed' },
    { by: 'day', of: one?.openedAt.slice(0, 10) ?? '' },
    { by: 'assignee', of: 'ada@harborpine.example' },
    { by: 'contact-mailbox', of: one?.answers['contactEmail'] ?? '' },
  ];
  return Promise.all(asked.map(async (list) => (await lists.some(list, { most: 1000 })).found));
}

describe('npm run import', { timeout: 120_000 }, () => {
  it('goes on where it was killed, and brings back every case, its letters held', async () => {
    const args = ['--from', folder, '--table', 'copied'];
    const notes = () => {
      const name = readdirSync(folder).find((file) => file === 'import-copied.json');
      return name === undefined ? 0 : Number(/"pages": (\d+)/.exec(readFileSync(join(folder, name), 'utf8'))?.[1]);
    };
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const from = notes();
      const ended = await importing(...args, '--units', '2000').stopWhen(() => notes() >= from + 2, signal);
      expect(ended.code).not.toBe(0);
    }
    const { code, said, trouble } = await importing(...args, '--units', '100000').ended;
    expect(trouble).toBe('');
    expect(code).toBe(0);
    expect(said).toContain(`Whole: ${readManifest(folder)?.whole?.items ?? 0} items were read back`);
    const owed = cases.flatMap(({ letters }) => letters.filter(({ state }) => state === 'owed')).length;
    expect(owed).toBeGreaterThan(MANY);
    expect(said).toContain(`LETTERS: ${owed} were owed`);
    const copied = dynamoCaseStore(client, 'copied');
    for (const one of cases) expect(await copied.read(one)).toEqual(holdingItsLetters(one));
    expect(await copied.owing('9999', 1000)).toEqual([]);
  });

  it('brings back all else as it was', async () => {
    const others = (items: readonly Item[]) =>
      sorted(items.filter((item) => kindOf(item) !== 'case' && !Object.hasOwn(leftOut, kindOf(item))));
    expect(others(await allItems(client, 'copied'))).toEqual(others(before));
  });

  it('does nothing more when it is asked again', async () => {
    const copied = await allItems(client, 'copied');
    const { code } = await importing('--from', folder, '--table', 'copied').ended;
    expect(code).toBe(0);
    expect(sorted(await allItems(client, 'copied'))).toEqual(sorted(copied));
  });

  it('with --letters send brings back every item as it was, and every list', async () => {
    const args = ['--from', folder, '--table', 'sending', '--letters', 'send', '--units', '100000'];
    const { code, said } = await importing(...args).ended;
    expect(said).toContain('leaves when a desk runs on this table');
    expect(code).toBe(0);
    const wanted = before.filter((item) => !Object.hasOwn(leftOut, kindOf(item)));
    expect(sorted(await allItems(client, 'sending'))).toEqual(sorted(wanted));
    expect(await listsIn('sending')).toEqual(await listsIn(TABLE));
    const store = dynamoCaseStore(client, 'sending');
    for (const one of cases) expect(await store.read(one)).toEqual(one);
    expect((await store.owing('9999', 1000)).length).toBeGreaterThan(MANY / 2);
  });

  it('overwrites nothing that somebody changed meanwhile, and says which', async () => {
    const [one] = cases;
    if (!one) throw new Error('there are cases');
    const store = dynamoCaseStore(client, 'sending');
    await store.save({ ...one, rev: one.rev + 1, version: one.version + 1 }, one.rev);
    const args = ['--from', folder, '--table', 'sending', '--letters', 'send', '--units', '100000'];
    writeFileSync(join(folder, 'import-sending.json'), aheadOf(0));
    const { code, said } = await importing(...args).ended;
    expect(said).toContain('NOT WHOLE: 0 items are missing, 1 differ');
    expect(said).toContain(`CASE#${one.reference} ${one.digest}`);
    expect(code).toBe(1);
    expect((await store.read(one))?.rev).toBe(one.rev + 1);
  });

  const aheadOf = (pages: number): string =>
    readFileSync(join(folder, 'import-sending.json'), 'utf8').replace(/"pages": \d+/, `"pages": ${pages}`);

  it('writes what is missing when it is told so', async () => {
    const [, two] = cases;
    if (!two) throw new Error('there are cases');
    const { DeleteItemCommand } = await import('@aws-sdk/client-dynamodb');
    await client.send(new DeleteItemCommand({ TableName: 'copied', Key: keyOf(two) }));
    const first = await importing('--from', folder, '--table', 'copied').ended;
    expect(first.said).toContain('NOT WHOLE: 1 items are missing, 0 differ');
    expect(first.code).toBe(1);
    const second = await importing('--from', folder, '--table', 'copied', '--units', '100000').ended;
    expect(second.code).toBe(0);
  });

  it('gives a table that it makes in AWS all that ours have', async () => {
    const settings = ['UpdateTable', 'DescribeTimeToLive', 'UpdateTimeToLive', 'UpdateContinuousBackups'];
    const answer = ({ action }: Called) => (settings.includes(action) ? { body: {} } : undefined);
    const aws = await startAws(answer, endpoint);
    const small = join(newFolder(), 'small');
    await ensureTable(client, 'small');
    await dynamoCaseStore(client, 'small').put(opened('name-query'));
    const inAws = { TABLE_NAME: 'small', DYNAMODB_ENDPOINT: aws.endpoint, ...keys };
    await command('infra/local/backup/export/run.ts', ['--to', small], inAws).ended;
    const args = ['--from', small, '--table', 'made'];
    const { said, code } = await command('infra/local/backup/import/run.ts', args, inAws).ended;
    await aws.close();
    expect(said).toContain('The table made was not there: it is made.');
    expect(said).toContain('Whole: 1 items were read back');
    expect(code).toBe(0);
    const asked = aws.calls.filter(({ action }) => /^Update/.test(action)).map(({ input }) => input);
    expect(asked).toEqual([
      { TableName: 'made', SSESpecification: { Enabled: true } },
      { TableName: 'made', StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } },
      { TableName: 'made', DeletionProtectionEnabled: true },
      { TableName: 'made', TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' } },
      { TableName: 'made', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    ]);
  });

  it('refuses a table that holds something', async () => {
    const { code, trouble } = await importing('--from', folder, '--table', TABLE).ended;
    expect(trouble).toMatch(/The table importer-desk is not empty: it holds a \w+/);
    expect(code).toBe(2);
    expect(sorted(await allItems(client, TABLE))).toEqual(sorted(before));
  });

  it('refuses to mix letters that are held with letters that are sent', async () => {
    const { code, trouble } = await importing('--from', folder, '--table', 'copied', '--letters', 'send').ended;
    expect(trouble).toContain('tells of another import into copied');
    expect(code).toBe(2);
  });

  it.each([
    ['nothing there', ['--from', 'nowhere', '--table', 'x'], 'There is no export in nowhere'],
    ['no table', ['--from', 'nowhere'], '--table is missing'],
    ['odd letters', ['--from', 'x', '--table', 'x', '--letters', 'burn'], '--letters is "burn"'],
  ])('refuses %s', async (_, args, says) => {
    const { code, trouble } = await importing(...args).ended;
    expect(trouble).toContain(says);
    expect(code).toBe(2);
  });

  it('refuses an export that is not what was written, or not whole', async () => {
    const page = join(folder, 'pages', '0-000001.jsonl');
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, text.replace('Note ', 'Mote '));
    const changed = await importing('--from', folder, '--table', 'never').ended;
    writeFileSync(page, text);
    expect(changed.trouble).toContain('0-000001.jsonl is not what the export wrote');
    expect(changed.code).toBe(2);
    rmSync(page);
    const gone = await importing('--from', folder, '--table', 'never').ended;
    writeFileSync(page, text);
    expect(gone.code).toBe(2);
    const half = join(newFolder(), 'half');
    await exporting('--to', half, '--units', '60', '--segments', '2').stopWhen(() => pagesIn(half) >= 1, 'SIGKILL');
    expect((await importing('--from', half, '--table', 'never').ended).trouble).toContain('is not whole');
  });
});
