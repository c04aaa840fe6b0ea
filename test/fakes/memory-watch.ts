import type { PublicDoor, Posted } from '#casework/canary/ports.ts';
import type { AcceptedLog, HourStore, StoredCases } from '#casework/watch/ports.ts';
import type { Case } from '#domain/case/case.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import type { Trace } from '#domain/case/trace.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import type { Hour } from '#domain/desk/system.ts';

/** Hours that were checked, in memory. It passes the suite that DynamoDB passes (test/contract/watch.test.ts), as do the others here. */
export function memoryHourStore(): HourStore {
  const kept = new Map<string, Hour>();
  return {
    put(hour) {
      const before = kept.get(hour.hour);
      if (!before || before.checkedAt < hour.checkedAt) kept.set(hour.hour, structuredClone(hour));
      return Promise.resolve();
    },
    latest: (most) =>
      Promise.resolve(structuredClone([...kept.values()].sort((a, b) => (a.hour < b.hour ? 1 : -1)).slice(0, most))),
  };
}

type Kept = {
  readonly all: () => readonly Case[];
  readonly traces: { readonly ofReference: (reference: CaseReference) => Promise<readonly Trace[]> };
};

/** What is stored, of a case store in memory. */
export const memoryStoredCases = ({ all, traces }: Kept): StoredCases => ({
  // eslint-disable-next-line @typescript-eslint/require-await -- nothing here needs waiting for, and the port is for what does
  async *ofHour(hour) {
    for (const one of all()) if (!one.canary && one.openedAt.startsWith(hour)) yield cardOf(one);
  },
  holds: async (reference) =>
    all().some((one) => one.reference === reference) || (await traces.ofReference(reference)).length > 0,
});

export type Line = { readonly at: string; readonly event: string; readonly reference: CaseReference };

/** A log of the public door in memory. */
export const memoryAcceptedLog = (lines: readonly Line[]): AcceptedLog => ({
  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async *between(from, to) {
    for (const { at, event, reference } of lines)
      if ((event === 'case-opened' || event === 'case-repeated') && at >= from.toISOString() && at < to.toISOString())
        yield reference;
  },
});

/** A public door that answers as it is told, and keeps what it was sent. */
export function toldDoor(answer: (nth: number) => Posted): PublicDoor & {
  readonly sent: readonly { readonly type: string; readonly request: Readonly<Record<string, string>> }[];
} {
  const sent: { type: string; request: Readonly<Record<string, string>> }[] = [];
  return {
    sent,
    post(type, request) {
      sent.push({ type, request });
      return Promise.resolve(answer(sent.length));
    },
  };
}
