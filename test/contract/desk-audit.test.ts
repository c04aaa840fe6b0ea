import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoAuditStore } from '../../functions/aws/desk-items/audit-store.ts';
import type { AuditStore } from '#casework/sign-in/ports.ts';
import type { AuditEvent } from '#domain/desk/kept.ts';
import { memoryAudit } from '#test/fakes/memory-audit.ts';
import { contractTable } from './desk-table.ts';

const DAYS = 1827;
const { client, name } = await contractTable('audit');
const stores: readonly [string, AuditStore][] = [
  ['in memory', memoryAudit()],
  ['in DynamoDB', dynamoAuditStore(client, name, DAYS)],
];

const event = (at: string, what: string, about?: Record<string, string>): AuditEvent => ({
  at,
  who: 'ada@harborpine.example',
  name: 'Ada Osei',
  what,
  ...(about && { about }),
});
const second = (month: string, nth: number) => `${month}-01T00:00:${String(nth).padStart(2, '0')}.000Z`;

describe.each(stores)('an audit trail %s', (_, audit) => {
  it('gives back what was put on record, the latest first', async () => {
    const [one, two] = [
      event(second('2031-01', 1), 'code-made', { member: 'luis@harborpine.example' }),
      event(second('2031-01', 2), 'signed-in'),
    ];
    await audit.add(one);
    await audit.add(two);
    expect(await audit.list('2031-01', { most: 10 })).toEqual({ events: [two, one] });
  });

  it('keeps two events of one moment', async () => {
    const one = event(second('2031-02', 1), 'signed-in');
    await Promise.all([audit.add(one), audit.add(one), audit.add(one)]);
    expect((await audit.list('2031-02', { most: 10 })).events).toHaveLength(3);
  });

  it('gives pages without a gap or a repeat, and an end', async () => {
    for (let nth = 0; nth < 7; nth += 1) await audit.add(event(second('2031-03', nth), `event-${String(nth)}`));
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await audit.list('2031-03', { most: 3, cursor });
      seen.push(...page.events.map(({ what }) => what));
      cursor = page.cursor;
      pages += 1;
    } while (cursor !== undefined && pages < 10);
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((nth) => `event-${String(nth)}`));
    expect(pages).toBe(3);
  });

  it('keeps months apart, and knows nothing of others', async () => {
    await audit.add(event('2031-04-30T23:59:59.999Z', 'last'));
    await audit.add(event('2031-05-01T00:00:00.000Z', 'first'));
    expect((await audit.list('2031-05', { most: 10 })).events.map(({ what }) => what)).toEqual(['first']);
    expect(await audit.list('2030-01', { most: 10 })).toEqual({ events: [] });
  });

  it('takes a made-up cursor for a place, not for an error', async () => {
    expect(await audit.list('2031-05', { most: 10, cursor: '0' })).toEqual({ events: [] });
  });
});

it('is kept as long as a closed case', async () => {
  const at = second('2031-06', 1);
  await dynamoAuditStore(client, name, DAYS).add(event(at, 'signed-in'));
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'AUDIT#2031-06' } },
    }),
  );
  expect(Items[0]?.['expiresAt']).toEqual({ N: String(Date.parse(at) / 1000 + DAYS * 86_400) });
});
