import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { growingRest } from '../../infra/local/ses/feedback/feedback.ts';
import { aWhile, countsOf, eventOf, failuresOf, listen, sendOne, until } from './inbox-feedback-kit.ts';
import { openInbox, temporaryFolder } from './inbox-kit.ts';

const soon = { restAfter: () => 10 };
const redrive = async (url: string): Promise<unknown> =>
  (await fetch(`${url}/dead-letters/redrive`, { method: 'POST' })).json();

describe('the queue', () => {
  it('hands over what Lambda would make of it', async () => {
    const inbox = await openInbox();
    const listener = listen(inbox);
    const began = Date.now();
    await sendOne(inbox);
    await listener.hear(2);
    const [record] = listener.records();
    expect(record).toMatchObject({
      messageAttributes: {},
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-2:000000000000:mail-feedback',
      awsRegion: 'us-east-2',
      md5OfBody: createHash('md5')
        .update(record?.body ?? '')
        .digest('hex'),
    });
    expect(record?.attributes.ApproximateReceiveCount).toBe('1');
    expect(Number(record?.attributes.SentTimestamp)).toBeGreaterThanOrEqual(began);
    expect(record?.receiptHandle).not.toBe('');
    expect(new Set(listener.records().map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('lets events wait until there is a door, and then gives ten at a time, first what happened first', async () => {
    const inbox = await openInbox();
    for (let n = 0; n < 6; n += 1) await sendOne(inbox, { tags: { nth: String(n) } });
    await aWhile();
    expect(await countsOf(inbox)).toEqual({ waiting: 12, dead: 0 });

    const listener = listen(inbox);
    await listener.hear(12);
    expect(listener.batches.map(({ length }) => length)).toEqual([10, 2]);
    const sent = listener.events().filter(({ eventType }) => eventType === 'Send');
    expect(sent.map(({ mail }) => mail.tags['nth'])).toEqual(['0', '1', '2', '3', '4', '5'].map((n) => [n]));
    expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 0 });
  });

  it('tries again what the door names, and nothing else', async () => {
    const inbox = await openInbox(soon);
    await sendOne(inbox);
    await aWhile();
    // Both are due by now, so they are in one batch.
    const listener = listen(inbox, (records) =>
      failuresOf(
        records.filter(
          (record) => eventOf(record).eventType === 'Delivery' && Number(record.attributes.ApproximateReceiveCount) < 3,
        ),
      ),
    );
    await listener.hear(4);
    expect(listener.kinds()).toEqual(['Send', 'Delivery', 'Delivery', 'Delivery']);
    expect(listener.batches.map(({ length }) => length)).toEqual([2, 1, 1]);
    const tries = listener.records().slice(1);
    expect(tries.map(({ attributes }) => attributes.ApproximateReceiveCount)).toEqual(['1', '2', '3']);
    expect(new Set(tries.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(tries.map(({ receiptHandle }) => receiptHandle)).size).toBe(3);
    expect(new Set(tries.map(({ attributes }) => attributes.ApproximateFirstReceiveTimestamp)).size).toBe(1);
    expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 0 });
  });

  const broken: [string, () => unknown][] = [
    ['throws', () => Promise.reject(new Error('no table'))],
    ['names what it was not given', () => ({ batchItemFailures: [{ itemIdentifier: 'another' }] })],
    ['names nothing', () => ({ batchItemFailures: [{ itemIdentifier: '' }] })],
    ['answers in a shape of its own', () => ({ batchItemFailures: [{ id: 'x' }] })],
  ];
  it.each(broken)('takes the whole batch as failed when the door %s', async (_, answer) => {
    const reported: string[] = [];
    const inbox = await openInbox({ ...soon, report: (event) => reported.push(event) });
    await sendOne(inbox);
    await aWhile();
    let calls = 0;
    const listener = listen(inbox, () => ((calls += 1) === 1 ? answer() : undefined));
    await listener.hear(4);
    expect(listener.kinds().slice(0, 2)).toEqual(['Send', 'Delivery']);
    expect(listener.kinds().slice(2).sort()).toEqual(['Delivery', 'Send']);
    expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 0 });
    expect(reported.every((event) => event === 'inbox.feedback-failed')).toBe(true);
  });

  it.each([[undefined], [null], [{}], [{ batchItemFailures: null }]])('takes %j for all went well', async (answer) => {
    const inbox = await openInbox(soon);
    const listener = listen(inbox, () => answer);
    await sendOne(inbox);
    await listener.hear(2);
    expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 0 });
  });

  it('rests longer after each failure, up to half a minute', () => {
    expect([1, 2, 3, 9, 20].map(growingRest)).toEqual([200, 400, 800, 30_000, 30_000]);
  });

  it('puts aside what failed twenty times, and takes it back as new', async () => {
    const inbox = await openInbox({ restAfter: () => 0 });
    let isBroken = true;
    const listener = listen(inbox, (records) => failuresOf(isBroken ? records : []));
    await sendOne(inbox);
    await until('two dead events', async () => (await countsOf(inbox)).dead === 2);
    expect(listener.batches.flat()).toHaveLength(40);
    expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 2 });

    isBroken = false;
    expect(await redrive(inbox.url)).toEqual({ redriven: 2 });
    await listener.hear(42);
    const [again] = listener.records().slice(40);
    expect(again?.attributes.ApproximateReceiveCount).toBe('1');
    expect(listener.kinds().slice(40).sort()).toEqual(['Delivery', 'Send']);
    expect(await countsOf(inbox)).toEqual({ waiting: 0, dead: 0 });
    expect(await redrive(inbox.url)).toEqual({ redriven: 0 });
  });

  it('hands a second door what the first one got before', async () => {
    const inbox = await openInbox();
    const first = listen(inbox);
    await sendOne(inbox);
    await first.hear(2);
    const second = listen(inbox);
    await sendOne(inbox);
    await second.hear(2);
    expect([first.batches.flat().length, second.batches.flat().length]).toEqual([2, 2]);
  });

  it('is asked in the right way only', async () => {
    const inbox = await openInbox();
    expect((await fetch(`${inbox.url}/dead-letters`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${inbox.url}/dead-letters/redrive`)).status).toBe(405);
    expect((await fetch(`${inbox.url}/dead-letters/all`)).status).toBe(404);
  });
});

describe('after a stop or a kill', () => {
  it('has every event again, those of later too, and what was put aside', async () => {
    const dataDir = await temporaryFolder();
    const first = await openInbox({ dataDir, restAfter: () => 0 });
    const listener = listen(first, failuresOf);
    await sendOne(first, { tags: { nth: 'dead' } });
    await until('two dead events', async () => (await countsOf(first)).dead === 2);
    await listener.stop();
    await sendOne(first, { tags: { nth: 'waiting' } });
    await first.close();

    const second = await openInbox({ dataDir });
    expect(await countsOf(second)).toEqual({ waiting: 2, dead: 2 });
    expect(await second.feedback.redrive()).toBe(2);
    const heard = listen(second);
    const events = await heard.hear(4);
    expect(events.map(({ eventType, mail }) => `${String(mail.tags['nth'])} ${eventType}`).sort()).toEqual(
      ['dead Delivery', 'dead Send', 'waiting Delivery', 'waiting Send'].sort(),
    );
  });

  it('loses nothing when its process is killed in the middle of a batch', async () => {
    const dataDir = await temporaryFolder();
    const program = `
      import { startInbox } from './infra/local/ses/start-inbox.ts';
      const inbox = await startInbox({ port: 0, dataDir: process.env.DATA_DIR, verifiedSenders: ['broker.example'] });
      inbox.feedback.connect(({ Records }) => { console.log('got', Records.length); return new Promise(() => {}); });
      console.log(inbox.url);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await until('its start', () => said.includes('http'), 15_000);
    await sendOne({ url: /http\S+/.exec(said)?.[0] ?? '' });
    await until('a batch', () => said.includes('got'));
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    await writeFile(join(dataDir, 'mail-events', 'half.json.tmp'), '{"messageId"');
    await writeFile(join(dataDir, 'mail-events', 'foreign.json'), '{"messageId"');

    const again = await openInbox({ dataDir });
    const listener = listen(again);
    await listener.hear(2);
    expect(listener.kinds()).toEqual(['Send', 'Delivery']);
    expect(listener.records()[0]?.attributes.ApproximateReceiveCount).toBe('2');
    expect((await readdir(join(dataDir, 'mail-events'))).sort()).toEqual(['dead', 'foreign.json']);
  });

  it('waits at its close for a batch that the door has, but not for ever', async () => {
    const inbox = await openInbox();
    let finish = (): void => undefined;
    const listener = listen(inbox, () => new Promise((resolve) => (finish = () => resolve(undefined))));
    await sendOne(inbox);
    await until('a batch', () => listener.batches.length === 1);
    let isClosed = false;
    const closing = inbox.close().then(() => (isClosed = true));
    await aWhile();
    expect(isClosed).toBe(false);
    finish();
    await closing;

    const stuck = await openInbox();
    const forEver = listen(stuck, () => new Promise(() => undefined));
    await sendOne(stuck);
    await until('a batch', () => forEver.batches.length === 1);
    const began = performance.now();
    await stuck.close();
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('keeps one event in one file, and none once it is done', async () => {
    const dataDir = await temporaryFolder();
    const inbox = await openInbox({ dataDir });
    const folder = join(dataDir, 'mail-events');
    await sendOne(inbox);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    expect(names).toHaveLength(2);
    for (const name of names) expect(JSON.parse(await readFile(join(folder, name), 'utf8'))).toHaveProperty('body');
    await listen(inbox).hear(2);
    expect(await readdir(folder)).toEqual(['dead']);
  });
});
