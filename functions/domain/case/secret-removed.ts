import type { RemovedSecret } from '../requests/read-request.ts';
import type { deskEvents } from './events.ts';
import type { TimelineEntry } from './parts.ts';

type Removed = TimelineEntry & { readonly what: (typeof deskEvents)[number] };

/** Tells the team that answers are not quite as they came: which question, and what kind was taken out of its answer. */
export function secretRemoved(removed: readonly RemovedSecret[], at: string): Removed[] {
  const kinds = Map.groupBy(removed, ({ field }) => field);
  const about = Object.fromEntries(Array.from(kinds, ([field, all]) => [field, all.map(({ kind }) => kind).join(' ')]));
  return removed.length === 0 ? [] : [{ at, who: 'desk', what: 'secret-removed', about }];
}
