import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { holdingItsLetters } from '#domain/case/copied.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryPointInTime } from '#test/fakes/memory-point-in-time.ts';
import { opened } from '#test/fakes/requests.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoStuckRecords } from '../../functions/aws/stuck.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { readArguments } from '../../infra/local/restore/arguments.ts';
import { holdLetters } from '../../infra/local/restore/hold-letters.ts';
import { restoreTable } from '../../infra/local/restore/restore-table.ts';
import type { Asked } from '../../infra/local/restore/restore-table.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { startAws } from './aws/server.ts';
import { copyIn, timeMachine } from './aws/time-machine.ts';
import { command } from './operator-kit.ts';

const window = { earliest: '2026-11-01T00:00:00.000Z', latest: '2026-11-27T15:00:00.000Z' };
const at = '2026-11-20T10:00:00.000Z';

describe('a restore', () => {
  async function restored(asked: Partial<Asked>, machine = memoryPointInTime({ live: window, plain: 'off' })) {
    const said: string[] = [];
    const tell = (line: string) => said.push(line);
    const ports = { pointInTime: machine.port, wait: () => Promise.resolve(), tell, progress: tell };
    await restoreTable(ports, { from: 'live', to: 'copy', at, ...asked });
    return { said: said.join('\n'), machine };
  }

  it('is begun, waited for and settled', async () => {
    const { said, machine } = await restored({});
    expect(machine.restores.get('copy')).toMatchObject({ from: 'live', at });
    expect(said).toMatch(/Restoring live as it was at 2026-11-20T10:00:00.000Z into copy[^]*restoring[^]*all of it/);
  });

  it('that was begun before is found and not begun again, also by its latest time', async () => {
    const { machine } = await restored({ at: 'latest' });
    expect(machine.restores.get('copy')?.at).toBe(window.latest);
    const begun = machine.restores.get('copy');
    for (const again of ['latest', '2026-11-27T15:00:00Z']) {
      const { said } = await restored({ at: again }, machine);
      expect(said).toContain('was begun before');
    }
    expect(machine.restores.get('copy')).toBe(begun);
  });

  it.each([
    [
      'a time before the window',
      { at: '2026-10-31T23:59:59.000Z' },
      'is outside the time for which live can be restored',
    ],
    ['a time to come', { at: '2026-11-27T15:00:01.000Z' }, '2026-11-01T00:00:00.000Z to 2026-11-27T15:00:00.000Z'],
    ['a table without recovery', { from: 'plain' }, 'Point-in-time recovery of plain is off'],
    ['no table', { from: 'nowhere' }, 'There is no table nowhere'],
    ['a name that is taken', { to: 'live' }, 'no restore made it'],
  ])('refuses %s, and begins nothing', async (_, asked, says) => {
    const machine = memoryPointInTime({ live: window, plain: 'off' });
    await expect(restored(asked, machine)).rejects.toThrow(says);
    expect(machine.restores.size).toBe(0);
  });

  it('refuses a name under which another time was restored', async () => {
    const { machine } = await restored({});
    await expect(restored({ at: '2026-11-20T10:00:01.000Z' }, machine)).rejects.toThrow(
      'a restore of live as it was at',
    );
  });
});

describe('letters of a restored table', () => {
  let n = 0;
  const fresh = () =>
    opened('name-query', { submissionId: `00000000-0000-4000-b000-${String((n += 1)).padStart(12, '0')}` });
  const never = { why: 'ZodError', at, nextAtOf: () => '9999-12-31T23:59:59.999Z' };

  it('are held where they were set aside, too, past asks and what nobody can read', async () => {
    const store = memoryCaseStore();
    const [owing, aside, spoiled] = [fresh(), fresh(), fresh()];
    const settled = fresh();
    const over = { ...settled, letters: [], expiresAt: at };
    for (const one of [owing, aside, spoiled, over]) await store.put(one);
    for (const one of [aside, spoiled, over]) await store.stuck.putAside({ case: one }, never);
    const read: typeof store.read = (key) =>
      key.digest === spoiled.digest ? Promise.reject(new TypeError('spoiled')) : store.read(key);
    // More of them than are asked for at a time, before all cases.
    const asks = Array.from({ length: 150 }, (_, nth) => ({
      ...{ key: { pk: `ASK#${String(nth)}`, sk: 'ask' }, since: at, nextAt: at, tries: 1, why: 'TypeError' },
    }));
    const list = async (most: number) => [...asks, ...(await store.stuck.list(500))].slice(0, most);
    const said: number[] = [];
    const end = await holdLetters({ cases: { ...store, read }, stuck: { list } }, (held) => said.push(held));
    expect(end).toEqual({ held: 2, failed: [spoiled.reference] });
    expect(said).toEqual([1, 2]);
    for (const one of [owing, aside]) expect(await store.read(one)).toEqual(holdingItsLetters(one));
    expect(await store.read(over)).toEqual(over);
  });
});

describe('what npm run restore is asked', () => {
  it.each([
    ['2026-11-27T14:05:00Z', '2026-11-27T14:05:00.000Z'],
    ['2026-11-27T09:05-05:00', '2026-11-27T14:05:00.000Z'],
    ['latest', 'latest'],
  ])('%s is that second', (said, second) => {
    expect(readArguments(['--at', said, '--to', 'x'])).toMatchObject({ at: second, letters: 'hold' });
  });

  it.each(['2026-11-27T14:05:00', '2026-11-27', 'yesterday', '2026-13-27T14:05:00Z'])('%s is refused', (said) => {
    expect(readArguments(['--at', said, '--to', 'x'])).toMatchObject({
      problems: [expect.stringContaining('It wants a time with its zone')],
    });
  });
});

describe('npm run restore', { timeout: 60_000 }, async () => {
  const embedded = await startEmbeddedDynamodb();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: embedded.endpoint, region: 'us-east-1', credentials });
  const machine = timeMachine({ copy: copyIn(client) });
  const aws = await startAws((called) => machine.answer(called), embedded.endpoint);
  afterAll(async () => {
    client.destroy();
    await aws.close();
    await embedded.close();
  });
  const restoring = (...args: readonly string[]) =>
    command('infra/local/restore/run.ts', [...args, '--every', '1'], {
      ...{ TABLE_NAME: 'live', DYNAMODB_ENDPOINT: aws.endpoint },
      ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    });
  const cases = [1, 2, 3].map((n) =>
    opened('email-update', { submissionId: `00000000-0000-4000-a000-00000000000${n}` }),
  );

  it('goes on after a kill, and holds what the table owed', async () => {
    await ensureTable(client, 'live');
    for (const one of cases) await dynamoCaseStore(client, 'live').put(one);
    const aside = opened('name-query');
    await dynamoCaseStore(client, 'live').put(aside);
    await dynamoStuckRecords(client, 'live').putAside(
      { case: aside },
      { why: 'TypeError', at, nextAtOf: () => '2026-11-20T10:05:00.000Z' },
    );
    const args = ['--at', at, '--to', 'restored'];
    const killed = await restoring(...args).stopWhen(() => machine.made.has('restored'), 'SIGKILL');
    expect(killed.code).not.toBe(0);
    const { said, code, trouble } = await restoring(...args).ended;
    expect(trouble).toBe('');
    expect(said).toContain('was begun before');
    expect(said).toContain('protected from deletion');
    expect(said).toContain('LETTERS: 4 cases owed letters');
    expect(code).toBe(0);
    expect(aws.calls.filter(({ action }) => action === 'RestoreTableToPointInTime')).toHaveLength(1);
    const store = dynamoCaseStore(client, 'restored');
    for (const one of [...cases, aside]) expect(await store.read(one)).toEqual(holdingItsLetters(one));
    expect(await dynamoStuckRecords(client, 'restored').list(9)).toEqual([]);
    for (const one of cases) expect(await dynamoCaseStore(client, 'live').read(one)).toEqual(one);
  });

  it('leaves them owed when it is told so', async () => {
    const { code } = await restoring('--at', at, '--to', 'sending', '--letters', 'send').ended;
    expect(code).toBe(0);
    for (const one of cases) expect(await dynamoCaseStore(client, 'sending').read(one)).toEqual(one);
  });

  it('says on one machine what to do instead', async () => {
    const { code, trouble } = await command('infra/local/restore/run.ts', ['--at', at, '--to', 'x'], {
      DYNAMODB_ENDPOINT: embedded.endpoint,
    }).ended;
    expect(trouble).toContain('keep copies of the data folder');
    expect(code).toBe(2);
  });
});
