import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { holdingItsLetters } from '#domain/case/copied.ts';
import { memoryPointInTime } from '#test/fakes/memory-point-in-time.ts';
import { opened } from '#test/fakes/requests.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { readArguments } from '../../infra/local/restore/arguments.ts';
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
    const args = ['--at', at, '--to', 'restored'];
    const killed = await restoring(...args).stopWhen(() => machine.made.has('restored'), 'SIGKILL');
    expect(killed.code).not.toBe(0);
    const { said, code, trouble } = await restoring(...args).ended;
    expect(trouble).toBe('');
    expect(said).toContain('was begun before');
    expect(said).toContain('protected from deletion');
    expect(said).toContain('LETTERS: 3 cases owed letters');
    expect(code).toBe(0);
    expect(aws.calls.filter(({ action }) => action === 'RestoreTableToPointInTime')).toHaveLength(1);
    const store = dynamoCaseStore(client, 'restored');
    for (const one of cases) expect(await store.read(one)).toEqual(holdingItsLetters(one));
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
