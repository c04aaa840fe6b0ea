import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoMailboxes } from '../../functions/aws/desk-items/mailbox-store.ts';
import { dynamoBudgets, dynamoSignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import type { Budget, MailboxItem, MemberItem, ProviderTrip, Session, SignInLink } from '#domain/desk/kept.ts';
import { memoryItems, memorySignInStores } from '#test/fakes/memory-desk.ts';
import { keptItemsContract } from './desk-items.ts';
import { contractTable } from './desk-table.ts';

const { client, name } = await contractTable('sign-in');
const stores = [
  ['in memory', memorySignInStores()],
  ['in DynamoDB', dynamoSignInStores(client, name)],
] as const;

const at = '2031-01-01T00:00:00.000Z';
const later = '2031-01-01T12:00:00.000Z';
const id = (nth: number) => String(nth).padStart(64, '0');

const session = (nth: number): Session => ({
  id: id(nth),
  rev: 1,
  keptUntil: later,
  email: 'ada@harborpine.example',
  stage: 'half',
  startedAt: at,
  seenAt: at,
  expiresAt: later,
  challenge: 'abc_-',
});
const link = (nth: number): SignInLink => ({
  id: id(nth),
  rev: 1,
  keptUntil: later,
  email: 'ada@harborpine.example',
  madeAt: at,
  expiresAt: later,
});
const trip = (nth: number): ProviderTrip => ({ id: id(nth), rev: 1, keptUntil: later, expiresAt: later });
const passkey = {
  id: 'AAbb-_',
  publicKey: 'pQEC',
  counter: 0,
  transports: [],
  deviceType: 'singleDevice',
  backedUp: false,
  name: 'Ada’s 🔑',
  madeAt: at,
};
const budget = (nth: number): Budget => ({ id: id(nth), rev: 1, keptUntil: later, letters: 1 });
const member = (nth: number): MemberItem => ({
  id: `m${String(nth)}@harborpine.example`,
  rev: 1,
  passkeys: [passkey, { ...passkey, id: 'other', counter: 4_294_967_295, usedAt: at, transports: ['usb', 'nfc'] }],
  code: { hash: id(1), madeBy: 'mei@harborpine.example', madeAt: at, expiresAt: later },
  spentCodes: [id(2)],
  wrongCodes: 4,
  lockedUntil: later,
  sessionsFrom: at,
});

describe.each(stores)('sessions %s', (_, { sessions }) => {
  keptItemsContract(
    () => Promise.resolve(sessions),
    session,
    ({ challenge: __, ...one }) => ({ ...one, endedAt: later }),
  );
});
describe.each(stores)('links to sign in %s', (_, { signInLinks }) => {
  keptItemsContract(
    () => Promise.resolve(signInLinks),
    link,
    (one) => ({ ...one, usedAt: later }),
  );
});
describe.each(stores)('trips to the provider %s', (_, { trips }) => {
  keptItemsContract(
    () => Promise.resolve(trips),
    trip,
    (one) => ({ ...one, usedAt: later }),
  );
});
describe.each(stores)('members %s', (_, { members }) => {
  keptItemsContract(
    () => Promise.resolve(members),
    member,
    ({ code: __, ...one }) => ({ ...one, passkeys: [], wrongCodes: 0 }),
  );
});

describe.each([
  ['in memory', memoryItems<MailboxItem>()],
  ['in DynamoDB', dynamoMailboxes(client, name)],
] as const)('mailboxes that fail %s', (_, mailboxes) => {
  keptItemsContract(
    () => Promise.resolve(mailboxes),
    (nth): MailboxItem => ({ id: id(nth), rev: 1, keptUntil: later, bouncedAt: at }),
    (one) => ({ ...one, complainedAt: later, wellAt: at }),
  );
});

describe('in one table', () => {
  it('kinds keep apart under one id, each with its time to live', async () => {
    const { sessions, signInLinks, trips } = dynamoSignInStores(client, name);
    const same = id(99_999);
    await sessions.put({ ...session(0), id: same });
    expect(await signInLinks.read(same)).toBeUndefined();
    await signInLinks.put({ ...link(0), id: same });
    await trips.put({ ...trip(0), id: same });
    for (const kind of ['SESSION', 'LINK', 'TRIP']) {
      const Key = { pk: { S: `${kind}#${same}` }, sk: { S: kind.toLowerCase() } };
      const { Item } = await client.send(new GetItemCommand({ TableName: name, Key }));
      expect(Item?.['expiresAt']).toEqual({ N: String(Date.parse(later) / 1000) });
    }
  });

  it('a member has no end', async () => {
    const { members } = dynamoSignInStores(client, name);
    await members.put(member(77));
    const Key = { pk: { S: `MEMBER#${member(77).id}` }, sk: { S: 'member' } };
    const { Item } = await client.send(new GetItemCommand({ TableName: name, Key }));
    expect(Item).toHaveProperty('kept');
    expect(Item).not.toHaveProperty('expiresAt');
  });
});

describe.each([
  ['in memory', memoryItems<Budget>()],
  ['in DynamoDB', dynamoBudgets(client, name)],
] as const)('counts of letters %s', (_, budgets) => {
  keptItemsContract(
    () => Promise.resolve(budgets),
    (nth) => budget(nth),
    (one) => ({ ...one, letters: one.letters + 1 }),
  );
});
