import type { PutAside, StuckRecord } from '#casework/system/ports.ts';
import type { SystemStores } from '#casework/system/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { owedAt } from '#domain/case/letters.ts';
import { hasPutAside } from '#domain/case/put-aside.ts';
import type { MailboxItem } from '#domain/desk/kept.ts';
import type { Canary, Hour } from '#domain/desk/system.ts';
import { memoryItems } from './memory-desk.ts';

/** What was put aside, over cases in memory. It passes the suite that DynamoDB passes (test/contract/put-aside.ts). */
export const memoryPutAside = (cases: () => readonly Case[], records: StuckRecord[] = []): PutAside => ({
  parked: (most) =>
    Promise.resolve(
      cases()
        .filter((one) => owedAt(one) === undefined && hasPutAside(one))
        .slice(0, most)
        .map(({ reference, digest }) => ({ reference, digest })),
    ),
  held: (most) => {
    const waits = (one: Case) => !hasPutAside(one) && one.letters.some(({ state }) => state === 'held');
    return Promise.resolve(Math.min(most, cases().filter((one) => owedAt(one) === undefined && waits(one)).length));
  },
  stuck: (most) => Promise.resolve([...records].sort((a, b) => (a.nextAt < b.nextAt ? -1 : 1)).slice(0, most)),
});

type Known = { hours: Hour[]; canary: Canary; readonly stuck: StuckRecord[] };

/** All that the system page reads; a test changes what it holds. */
export function memorySystem(cases: () => readonly Case[] = () => []) {
  const known: Known = { hours: [], canary: { on: false }, stuck: [] };
  const mailboxes = memoryItems<MailboxItem>();
  const stores: SystemStores = {
    mailboxes,
    putAside: memoryPutAside(cases, known.stuck),
    hours: (most) => Promise.resolve(known.hours.slice(0, most)),
    canary: () => Promise.resolve(known.canary),
  };
  return { ...stores, mailboxes, known };
}
