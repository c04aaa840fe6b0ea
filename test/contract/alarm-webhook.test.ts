/** An alarm's whole way from the platform's message to a receiver that checks the signature by the same library that others use. */
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { tellAlarm } from '#casework/alarms/tell-alarm.ts';
import { readAlarm } from '../../functions/webhook/read-alarm.ts';
import { signedWebhook } from '../../functions/webhook/signed-webhook.ts';

const secret = `whsec_${Buffer.from('a secret of thirty-two letters!!').toString('base64')}`;

type Answer = { readonly status: number; readonly location?: string } | 'silence';
type Post = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };

let answers: Answer[] = [];
let posts: Post[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    posts.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks).toString() });
    const answer = answers.shift() ?? { status: 200 };
    if (answer === 'silence') return;
    response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location }).end('thanks');
  });
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const address = server.address();
const origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answers = [];
  posts = [];
});

/** The room's name is what some chat tools take for a password. */
const place = (url = `${origin}/in?room=sesame`) => ({ url, secret, now: () => new Date() });

const change = {
  AlarmName: 'importer-desk-production-LettersFailingAlarm',
  AlarmDescription: 'Many letters could not be sent for ten minutes.',
  AWSAccountId: '000000000000',
  NewStateValue: 'ALARM',
  NewStateReason: 'Threshold Crossed',
  StateChangeTime: '2026-11-28T10:00:05.123+0000',
};
const message = (said: object | string, topic = 'Urgent') => ({
  MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
  TopicArn: `arn:aws:sns:us-east-1:000000000000:importer-desk-production-${topic}`,
  Timestamp: '2026-11-28T10:00:06.000Z',
  Message: typeof said === 'string' ? said : JSON.stringify(said),
});

/** As the door does it. */
function teller(webhook = signedWebhook(place())) {
  const lines: string[] = [];
  const log = (event: string, details = {}) => void lines.push(JSON.stringify({ event, ...details }));
  const tell = (said: object | string, topic?: string) => tellAlarm({ webhook, log }, readAlarm(message(said, topic)));
  return { tell, lines };
}

const verified = (post: Post | undefined) => new Webhook(secret).verify(post?.body ?? '', post?.headers ?? {});

describe('an alarm', () => {
  it('is posted as JSON, signed, with words that a chat tool shows', async () => {
    const { tell, lines } = teller();
    await tell(change);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({ path: '/in?room=sesame', headers: { 'content-type': 'application/json' } });
    expect(verified(posts[0])).toEqual({
      type: 'alarm',
      severity: 'urgent',
      name: 'LettersFailingAlarm',
      state: 'alarm',
      what: 'Many letters could not be sent for ten minutes.',
      at: '2026-11-28T10:00:05.123Z',
      text: 'Urgent: LettersFailingAlarm. Many letters could not be sent for ten minutes.',
    });
    expect(lines).toEqual(['{"event":"alarm-told","alarm":"LettersFailingAlarm","state":"alarm"}']);
  });

  it.each([
    [{ ...change, NewStateValue: 'OK' }, 'Urgent', { state: 'ok', text: 'Over: LettersFailingAlarm.' }],
    [{ ...change, NewStateValue: 'INSUFFICIENT_DATA' }, 'Urgent', { state: 'unknown' }],
    [{ ...change, AlarmDescription: 'Few.' }, 'Soon', { severity: 'soon', text: 'Soon: LettersFailingAlarm. Few.' }],
    [{ ...change, AlarmDescription: null }, 'Soon', { what: '', text: 'Soon: LettersFailingAlarm. ' }],
    [{ ...change, StateChangeTime: 'soon' }, 'Soon', { at: '2026-11-28T10:00:06.000Z' }],
  ])('says how bad it is and whether it is over: %#', async (said, topic, expected) => {
    await teller().tell(said, topic);
    expect(verified(posts[0])).toMatchObject(expected);
  });

  it.each(['hello', '{"AlarmName":1}', '{}'])('that cannot be read is told all the same: %s', async (said) => {
    await teller().tell(said, 'Soon');
    expect(verified(posts[0])).toMatchObject({ name: 'unread', state: 'alarm', severity: 'soon' });
  });

  it('does not verify when a letter of it was changed on the way, or when another key signed it', async () => {
    await teller().tell(change);
    const { body = '', headers = {} } = posts[0] ?? {};
    expect(() => new Webhook(secret).verify(body.replace('urgent', 'soon'), headers)).toThrow();
    expect(() => new Webhook(Buffer.from('somebody else').toString('base64')).verify(body, headers)).toThrow();
  });
});

describe('a receiver that does not take it', () => {
  it.each<[string, Answer]>([
    ['status-500', { status: 500 }],
    ['status-404', { status: 404 }],
    ['status-302', { status: 302, location: '/elsewhere' }],
    ['TimeoutError', 'silence'],
  ])('%s: is thrown, so that the platform tries again; and goes nowhere else', async (reason, answer) => {
    answers = [answer];
    const { tell, lines } = teller(signedWebhook(place(), 300));
    await expect(tell(change)).rejects.toThrow(reason);
    expect(posts).toHaveLength(1);
    expect(lines).toEqual([
      `{"event":"alarm-untold","alarm":"LettersFailingAlarm","state":"alarm","reason":"${reason}"}`,
    ]);
  });

  it('may be gone', async () => {
    const closed = await new Promise<number>((known) => {
      const other = createServer().listen(0, '127.0.0.1', () => {
        const at = other.address();
        other.close(() => known(typeof at === 'object' && at ? at.port : 0));
      });
    });
    const { tell, lines } = teller(signedWebhook(place(`http://127.0.0.1:${closed}/in?room=sesame`)));
    await expect(tell(change)).rejects.toThrow('ECONNREFUSED');
    expect(lines[0]).toContain('ECONNREFUSED');
  });

  it('gets it again with the same id and a signature of now, and knows it for a repeat', async () => {
    answers = [{ status: 503 }];
    const { tell, lines } = teller();
    await expect(tell(change)).rejects.toThrow();
    await tell(change);
    expect(posts.map(({ headers }) => headers['webhook-id'])).toEqual([
      '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
      '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
    ]);
    expect(verified(posts[1])).toEqual(verified(posts[0]));
    expect(lines.map((line) => line.slice(0, 22))).toEqual(['{"event":"alarm-untold', '{"event":"alarm-told",']);
  });

  it('learns from no log and no error where it is or what signs', async () => {
    answers = [{ status: 500 }];
    const { tell, lines } = teller();
    const error = await tell(change).catch((thrown: unknown) => (thrown instanceof Error ? thrown.stack : ''));
    await tell(change);
    for (const private_ of [secret, secret.slice(6), 'sesame', origin]) {
      expect(lines.join('\n')).not.toContain(private_);
      expect(error).not.toContain(private_);
    }
  });
});
