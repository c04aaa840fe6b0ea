import { expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { noteMailEvent } from '#casework/feedback/note-mail-event.ts';
import { healthOf } from '#casework/mailboxes/health.ts';
import { payCase } from '#casework/pay-owed.ts';
import type { Case } from '#domain/case/case.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import { deliveryOf } from '#domain/case/delivery-state.ts';
import { opened } from '#test/fakes/requests.ts';
import { dice, shuffled } from './dice.ts';
import type { Dice } from './dice.ts';
import { desk, feedbackPortsOf, memoryStore, payPortsOf, worldOn } from './process.ts';
import type { World } from './process.ts';
import { sized } from './size.ts';

const open = { through: <P extends object>(_: string, port: P): P => port };
const DAY = 24 * 3_600_000;

const kinds = ['delivered', 'delayed', 'complained', 'bounced', 'bounced'] as const;
const bounces = [
  { type: 'permanent', sub: 'General' },
  { type: 'transient', sub: 'MailboxFull' },
  { type: 'transient', sub: 'General' },
  { type: 'undetermined', sub: '' },
] as const;

/** What may befall the letters of a case within some days, first what happened first. */
function happened(of: Case, chance: Dice): MailEvent[] {
  const began = Date.parse(of.openedAt);
  const events = of.letters.flatMap(({ id, to, kind }): MailEvent[] =>
    Array.from({ length: chance.below(4) }, (): MailEvent => {
      const what = kinds[chance.below(kinds.length)] ?? 'delivered';
      return {
        ...{ kind: what, at: new Date(began + chance.below(3 * DAY)).toISOString(), messageId: `mail-${id}` },
        ...{ letterKind: kind, letter: { reference: of.reference, digest: of.digest, id } },
        mailbox: to === 'team' ? broker.teamMailboxes[0] : `${to}@bluebird-toys.example`,
        ...(what === 'bounced' && { bounce: bounces[chance.below(bounces.length)] ?? bounces[0] }),
      };
    }),
  );
  return events.sort((a, b) => (a.at < b.at ? -1 : 1)).filter(isFirstDelivery);
}

/** A mail is delivered once; whatever else may befall it twice. */
const isFirstDelivery = ({ kind, messageId }: MailEvent, nth: number, all: readonly MailEvent[]): boolean =>
  kind !== 'delivered' || all.findIndex((one) => one.kind === kind && one.messageId === messageId) === nth;

/** A case whose letters went, and what is known of them and of their mailboxes when all was told. */
async function toldOf(of: Case, events: readonly MailEvent[]): Promise<object> {
  const world: World = worldOn(memoryStore(), Date.parse(of.openedAt));
  await world.cases.put(of);
  await payCase(payPortsOf(world, open), desk, of);
  world.wait(4 * DAY);
  for (const event of events) await noteMailEvent(feedbackPortsOf(world, open), broker, event);
  const letters = (await world.cases.read(of))?.letters.slice(0, of.letters.length) ?? [];
  const mailboxes = [...new Set(events.map(({ mailbox }) => mailbox))].sort();
  const health = await Promise.all(mailboxes.map((mailbox) => healthOf(world, mailbox)));
  return {
    letters: letters.map((letter) => ({
      id: letter.id,
      is: deliveryOf(letter),
      told: letter.told,
      at: letter.bouncedAt,
    })),
    health: mailboxes.map((mailbox, nth) => [mailbox, health[nth]?.state]),
  };
}

it('days late, twice and in any order: each letter and each mailbox ends as if all had been told at once', async () => {
  const chance = dice();
  const ends = new Set<string>();
  for (let round = 0; round < sized(300, 3000); round += 1) {
    const one = opened('email-update');
    // A second letter to the same mailbox: what is told of one must not hide what is told of the other.
    const letters = one.letters.flatMap((letter) => [letter, { ...letter, id: `${letter.id}-2` }]);
    const of: Case = { ...one, letters };
    const events = happened(of, chance);
    const inOrder = await toldOf(of, events);
    const seed = `seed ${String(chance.seed)}, round ${String(round)}`;
    expect(await toldOf(of, shuffled([...events, ...events], chance)), seed).toEqual(inOrder);
    ends.add(JSON.stringify(inOrder));
  }
  // Otherwise there was nothing to prove.
  expect(ends.size).toBeGreaterThan(100);
});
