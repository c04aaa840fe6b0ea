import { channel } from 'node:diagnostics_channel';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, describe, expect, it } from 'vitest';
import { readPattern } from '../../infra/local/logs/filter-pattern.ts';
import { openLogStore } from '../../infra/local/logs/log-store.ts';
import { LOG_GROUP, startLogs } from '../../infra/local/logs/start-logs.ts';

/** The log of one machine, asked as the SDK asks CloudWatch. */
const undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'importer-desk-logs-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function logsIn(dataDir: string, linesAPage?: number) {
  const logs = await startLogs(dataDir, linesAPage);
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  const client = new CloudWatchLogsClient({
    endpoint: logs.endpoint,
    region: 'us-east-2',
    credentials,
    maxAttempts: 1,
  });
  const close = async () => {
    client.destroy();
    await logs.close();
  };
  undo.push(close);
  const ask = (more: Partial<FilterLogEventsCommand['input']> = {}) =>
    client.send(new FilterLogEventsCommand({ logGroupName: LOG_GROUP, ...more }));
  return { client, ask, close };
}

/** As functions/aws/log.ts says a line. */
const say = (event: string, nth: number) =>
  channel('importer-desk:log').publish(JSON.stringify({ level: 'INFO', event, nth }));
const nthsIn = (events: readonly { readonly message?: string | undefined }[] = []) =>
  events.map(({ message = '' }) => Number(/"nth":(\d+)/.exec(message)?.[1]));

describe('the log of one machine', () => {
  it('hears what the doors say, from the first line on, and keeps it over a stop and a start', async () => {
    const dataDir = temporaryFolder();
    const first = await logsIn(dataDir);
    const before = Date.now();
    for (const nth of [1, 2]) say('case-opened', nth);
    expect(nthsIn((await first.ask()).events)).toEqual([1, 2]);
    await first.close();
    // Nobody listens now.
    say('case-opened', 3);
    const second = await logsIn(dataDir);
    say('case-repeated', 4);
    const { events = [], nextToken } = await second.ask({ startTime: before, endTime: Date.now() });
    expect(nthsIn(events)).toEqual([1, 2, 4]);
    expect(nextToken).toBeUndefined();
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(3);
    for (const { timestamp = 0 } of events) expect(timestamp).toBeGreaterThanOrEqual(before);
  });

  it('gives what fits, in pages, some of them empty', async () => {
    const { ask } = await logsIn(temporaryFolder(), 2);
    for (let nth = 1; nth <= 9; nth += 1) say(nth % 4 === 1 ? 'case-opened' : 'letter-sent', nth);
    const filterPattern = '{ $.event = "case-opened" }';
    const pages: number[][] = [];
    for (let nextToken: string | undefined, more = true; more; more = nextToken !== undefined) {
      const page = await ask({ filterPattern, nextToken });
      pages.push(nthsIn(page.events));
      nextToken = page.nextToken;
    }
    expect(pages).toEqual([[1], [], [5], [], [9]]);
    const two = await ask({ limit: 1 });
    expect(nthsIn(two.events)).toEqual([1]);
    expect(nthsIn((await ask({ limit: 1, nextToken: two.nextToken })).events)).toEqual([2]);
  });

  it('skips what a kill left of a line, and goes on behind it', async () => {
    const dataDir = temporaryFolder();
    const first = await logsIn(dataDir);
    say('case-opened', 1);
    await first.close();
    const [file = ''] = readdirSync(join(dataDir, 'log'));
    appendFileSync(join(dataDir, 'log', file), `${Date.now()} {"event":"case-op`);
    const second = await logsIn(dataDir);
    say('case-opened', 2);
    expect(nthsIn((await second.ask({ filterPattern: '{ $.event = "case-opened" }' })).events)).toEqual([1, 2]);
  });

  it('keeps eight days, and touches no file that is not its own', () => {
    const dataDir = temporaryFolder();
    let now = Date.parse('2026-11-27T23:59:59.000Z');
    const store = openLogStore(dataDir, () => now);
    undo.push(() => store.close());
    store.keep('{"nth":1}');
    writeFileSync(join(dataDir, 'log', 'notes.txt'), 'mine');
    now += 2000;
    store.keep('{"nth":2}');
    expect(store.days()).toEqual(['2026-11-27', '2026-11-28']);
    expect(store.linesOf('2026-11-28')).toEqual([{ at: now, message: '{"nth":2}' }]);
    now += 8 * 24 * 3600 * 1000;
    store.keep('{"nth":3}');
    expect(store.days()).toEqual(['2026-11-28', '2026-12-06']);
    expect(readdirSync(join(dataDir, 'log'))).toContain('notes.txt');
  });

  it('says what it does not know, rather than answer with a guess', async () => {
    const { client, ask } = await logsIn(temporaryFolder());
    const name = (of: string) => ({ name: of });
    await expect(client.send(new DescribeLogGroupsCommand({}))).rejects.toMatchObject(
      name('UnknownOperationException'),
    );
    await expect(ask({ logGroupName: '/of/others' })).rejects.toMatchObject(name('ResourceNotFoundException'));
    await expect(ask({ filterPattern: '{ $.seconds > 5 }' })).rejects.toMatchObject(name('InvalidParameterException'));
    await expect(ask({ nextToken: 'mine' })).rejects.toMatchObject(name('InvalidParameterException'));
    await expect(ask({ limit: 0 })).rejects.toMatchObject(name('InvalidParameterException'));
  });
});

describe('a filter pattern', () => {
  const opened = { event: 'case-opened', reference: 'H7K2M-9QXTC' };
  it.each([
    ['{ $.event = "case-opened" }', true],
    ['{$.event="case-opened"}', true],
    ['{ $.event = "case-repeated" }', false],
    ['{ ($.event = "case-repeated") || ($.event = "case-opened") }', true],
    ['{ $.reference = "H7K2M-9QXTC" }', true],
    ['{ $.nothing = "" }', false],
  ])('%s fits a case that was opened: %s', (pattern, fits) => {
    expect(readPattern(pattern)?.(opened)).toBe(fits);
  });

  it.each(['case-opened', '{ $.event = "a" && $.event = "b" }', '{ $.n > 5 }', '{ $.a.b = "c" }', '', '{}', '[a, b]'])(
    'that nobody here uses is not read: %s',
    (pattern) => {
      expect(readPattern(pattern)).toBeUndefined();
    },
  );
});
