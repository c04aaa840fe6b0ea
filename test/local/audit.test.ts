import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { logHeads } from '#casework/audit/heads.ts';
import { record, recordByLink, recordOfCase, recordSeen } from '#casework/audit/record.ts';
import { memoryHeadsMark } from '#test/fakes/memory-trail.ts';
import { opened } from '#test/fakes/requests.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoTrailStore } from '../../functions/aws/desk-items/trail-store.ts';
import { readArguments } from '../../infra/local/audit/arguments.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';

const TABLE = 'importer-desk';
const member = { name: 'Ada Osei', email: 'ada@harborpine.example', role: 'licensed' } as const;
const of = opened('name-query');

/** A data folder as `npm start` leaves it, with a hand on its table. */
async function withTable(dataDir: string, work: (client: DynamoDBClient) => Promise<unknown>): Promise<void> {
  const { endpoint, close } = await startEmbeddedDynamodb(join(dataDir, 'dynamodb'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await ensureTable(client, TABLE);
  await work(client);
  client.destroy();
  await close();
}

/** The command as a person runs it. */
function audit(dataDir: string, ...args: readonly string[]) {
  const { TABLE_NAME: _, DYNAMODB_ENDPOINT: __, ...env } = process.env;
  const run = spawnSync(process.execPath, ['infra/local/audit/run.ts', ...args], {
    env: { ...env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  return { code: run.status, said: run.stdout, trouble: run.stderr };
}

describe('npm run audit', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'importer-desk-audit-'));
  const heads = join(dataDir, 'heads.log');
  const span = ['--from', '2026-11-15', '--to', '2026-11-17'] as const;
  const mine = 'TRAIL#2026-11-16#ada@harborpine.example';
  const its = `CASETRAIL#${of.reference}#${of.digest}`;
  const entry = (pk: string, n: number) => ({ pk: { S: pk }, sk: { S: String(n).padStart(9, '0') } });

  beforeAll(async () => {
    let clock = Date.parse('2026-11-16T15:00:00.000Z');
    const lines: string[] = ['Importer Desk is running for Harbor & Pine.'];
    await withTable(dataDir, async (client) => {
      const ports = {
        audit: dynamoTrailStore(client, TABLE, 1827),
        now: () => new Date(clock),
        headsMark: memoryHeadsMark(),
        log: (event: string, details = {}) => lines.push(JSON.stringify({ event, ...details })),
      };
      await dynamoCaseStore(client, TABLE).put(of);
      await record(ports, member, 'signed-in', { with: 'passkey' });
      await recordSeen(ports, member, of);
      await recordOfCase(ports, member, of, 'moved', { move: 'take' });
      await recordByLink(ports, of, 'saw', { mailbox: 'contact' });
      clock += 65 * 60_000;
      await logHeads(ports);
    });
    writeFileSync(heads, lines.join('\n'));
  });

  it('finds what `npm start` wrote whole, and says what it read', () => {
    const { code, said } = audit(dataDir, ...span, '--heads', heads);
    expect(said).toContain('2026-11-16  2 chains  6 entries  whole');
    expect(said).toContain('Whole. 6 entries in 2 chains were read, and agree with 2 heads in the log.');
    expect(code).toBe(0);
  });

  it('checks one case, with or without its digest', () => {
    for (const name of [of.reference, `${of.reference}/${of.digest}`]) {
      const { code, said } = audit(dataDir, '--case', name);
      expect(said).toContain(`${of.reference}  1 chains  3 entries  whole`);
      expect(said).toContain('an end that was cut off may not show');
      expect(code).toBe(0);
    }
  });

  it('says which entry was changed, and which is missing, and where', async () => {
    await withTable(dataDir, async (client) => {
      const Item = { ...entry(mine, 1), entry: { M: { prev: { S: '' }, hash: { S: 'x' }, event: { M: {} } } } };
      await client.send(new PutItemCommand({ TableName: TABLE, Item }));
      await client.send(new DeleteItemCommand({ TableName: TABLE, Key: entry(its, 2) }));
    });
    const { code, said } = audit(dataDir, ...span);
    expect(said).toContain('changed: day 2026-11-16 ada@harborpine.example, entry 1 is not what it was');
    expect(said).toContain(`removed: case ${of.reference} ${of.digest}, entry 2 is missing`);
    expect(said).toContain('NOT WHOLE');
    expect(code).toBe(1);
  });

  it('says by the log that an end was cut off', async () => {
    await withTable(dataDir, (client) => client.send(new DeleteItemCommand({ TableName: TABLE, Key: entry(its, 3) })));
    const { code, said } = audit(dataDir, ...span, '--heads', heads);
    expect(said).toContain(`cut: case ${of.reference} ${of.digest}, entry 3 is in the log and not here`);
    expect(code).toBe(1);
  });

  it.each([
    ['nothing to read', ['--month', '2026-11'], join(dataDir, 'nowhere'), 'There is no data in'],
    ['no such log', ['--heads', join(dataDir, 'none.log')], dataDir, '--heads wants lines of the log'],
    ['no such case', ['--case', '00000-00000'], dataDir, 'No case 00000-00000 is there'],
    ['a mistake', ['--mont', '2026-11'], dataDir, 'Nothing is called "--mont" here.'],
  ])('says what to do when it has %s', (_, args, folder, says) => {
    const { code, trouble } = audit(folder, ...args);
    expect(trouble).toContain(says);
    expect(code).toBe(2);
  });

  it('says that the folder is in use, and by whom', async () => {
    await withTable(dataDir, () => {
      const { code, trouble } = audit(dataDir, ...span);
      expect(trouble).toContain('Stop npm start first');
      expect(code).toBe(2);
      return Promise.resolve();
    });
  });
});

describe('what the command is asked', () => {
  const today = '2026-11-16';
  const spanOf = (...args: readonly string[]) => {
    const wanted = readArguments(args, today);
    return 'problems' in wanted ? wanted.problems : [wanted.days[0], wanted.days.at(-1), wanted.days.length];
  };

  it.each([
    [[], ['2026-11-01', today, 16]],
    [
      ['--month', '2026-02'],
      ['2026-02-01', '2026-02-28', 28],
    ],
    [
      ['--month', '2026-11'],
      ['2026-11-01', today, 16],
    ],
    [
      ['--from', '2026-11-10'],
      ['2026-11-10', today, 7],
    ],
    [
      ['--from', '2026-10-31', '--to', '2026-11-01'],
      ['2026-10-31', '2026-11-01', 2],
    ],
  ])('%j is these days', (args, days) => {
    expect(spanOf(...args)).toEqual(days);
  });

  it.each([
    [['--month', '2026-13'], ['--month is "2026-13"']],
    [
      ['--from', '2026-02-30', '--to', 'x'],
      ['--from is "2026-02-30"', '--to is "x"'],
    ],
    [['--from', '2026-11-10', '--to', '2026-11-09'], ['--to (2026-11-09) is before']],
    [['--month', '2026-11', '--to', '2026-11-02'], ['not both']],
    [['--case', 'hello'], ['--case is "hello"']],
    [['--heads'], ['--heads wants something']],
    [
      ['what', '--month', '--case'],
      ['Nothing is called "what"', 'wants something'],
    ],
  ])('%j is refused with every reason', (args, reasons) => {
    const wanted = readArguments(args, today);
    const problems = 'problems' in wanted ? wanted.problems.join('\n') : '';
    for (const reason of reasons) expect(problems).toContain(reason);
  });
});
