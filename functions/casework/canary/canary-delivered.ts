import { isMark, markedAt } from '#domain/case/canary.ts';
import type { Case } from '#domain/case/case.ts';
import type { Log } from '../ports.ts';
import { changeState } from './change-state.ts';
import type { CanaryStore } from './ports.ts';

export type CanaryDeliveredPorts = { readonly canaries: CanaryStore; readonly log: Log };

/**
 * Told of a case whose letter was just delivered: when it is our canary, and that was the last of its letters, it went the
 * whole way. Said once, since the mail service tells things twice; of two canaries, the one that arrived later counts.
 */
export async function canaryDelivered({ canaries, log }: CanaryDeliveredPorts, of: Case): Promise<void> {
  const deliveredAt = of.canary && arrivedAt(of);
  if (!deliveredAt) return;
  const seconds = Math.max(0, Math.round((Date.parse(deliveredAt) - sentOffAt(of)) / 1000));
  const isNews = await changeState(canaries, (state) =>
    state.deliveredAt !== undefined && state.deliveredAt >= deliveredAt
      ? undefined
      : { ...state, deliveredAt, seconds },
  );
  if (isNews) log('canary-delivered', { reference: of.reference, seconds });
}

/** When the last of its letters was delivered; nothing while one was not. */
function arrivedAt({ letters }: Case): string | undefined {
  const times = letters.flatMap(({ told }) => told?.deliveredAt ?? []);
  return times.length === letters.length ? times.sort().at(-1) : undefined;
}

/** Its mark knows when it was made, which is before the public door knew of it. */
const sentOffAt = ({ signs, openedAt }: Case): number =>
  isMark(signs?.mark) ? markedAt(signs.mark) : Date.parse(openedAt);
