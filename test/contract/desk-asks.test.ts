import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoAskStore } from '../../functions/aws/desk-items/ask-store.ts';
import { askIdOfItem, dynamoPutAsk } from '../../functions/aws/desk-items/put-ask.ts';
import { newAsk } from '#casework/asks/ask-for-link.ts';
import type { AskStore } from '#casework/asks/ports.ts';
import { leaseAsk, settleAsk } from '#domain/desk/ask.ts';
import { memoryAskStore } from '#test/fakes/memory-desk.ts';
import { keptItemsContract } from './desk-items.ts';
import { contractTable } from './desk-table.ts';

const { client, name } = await contractTable('asks');
const stores: readonly [string, AskStore][] = [
  ['in memory', memoryAskStore()],
  ['in DynamoDB', dynamoAskStore(client, name)],
];

const at = (minute: number) => new Date(Date.UTC(2031, 0, 1, 0, minute));
const ask = (nth: number, minute = 0) =>
  newAsk({ purpose: 'sign-in', mailbox: `m${String(nth)}@harborpine.example` }, at(minute));

describe.each(stores)('asks for links %s', (_, asks) => {
  keptItemsContract(
    () => Promise.resolve(asks),
    (nth) => ask(nth),
    settleAsk,
  );

  it('lists what is owed by a time, oldest first and no more than asked; a lease hides it, settling takes it out', async () => {
    const [later, first, second] = [ask(101, 50), ask(102, 20), ask(103, 30)];
    for (const one of [later, first, second]) await asks.put(one);
    const mine = async (until: number) =>
      (await asks.owing(at(until).toISOString(), 100)).filter((id) =>
        [later, first, second].some((one) => one.id === id),
      );
    expect(await mine(40)).toEqual([first.id, second.id]);
    expect(await asks.owing(at(60).toISOString(), 1)).toHaveLength(1);
    const leased = leaseAsk(first, at(45));
    await asks.save(leased, 1);
    expect(await mine(45)).toEqual([second.id]);
    expect(await mine(46)).toEqual([second.id, first.id]);
    await asks.save(settleAsk(leased), 2);
    expect(await mine(60)).toEqual([second.id, later.id]);
  });
});

it('is put by the door for anyone as the payer reads it, under a key of its own and with a time to live', async () => {
  const one = ask(201);
  await dynamoPutAsk(client, name).put(one);
  expect(await dynamoAskStore(client, name).read(one.id)).toEqual(one);
  const Key = { pk: { S: `ASK#${one.id}` }, sk: { S: 'ask' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: name, Key }));
  expect(Item?.['expiresAt']).toEqual({ N: String(Date.parse(one.keptUntil ?? '') / 1000) });
  expect(askIdOfItem(Item ?? {})).toBe(one.id);
  expect(askIdOfItem({ pk: { S: 'CASE#1' } })).toBeUndefined();
});
