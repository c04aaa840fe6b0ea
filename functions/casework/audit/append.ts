import { hourOfEvent } from '#domain/desk/trail.ts';
import type { AuditEvent, Chain, TrailEntry, Twin } from '#domain/desk/trail.ts';
import { StoreUnavailable } from '../ports.ts';
import { nextEntry } from './entry.ts';
import type { TrailWriter } from './ports.ts';

type How = {
  readonly twin?: Twin | undefined;
  /** The very same within so many milliseconds is on record already. */
  readonly quietMs?: number | undefined;
};

/** Each refused put means that somebody else got on; more than this is a store that cannot be worked with now. */
const MOST_TRIES = 30;
/** So far back the same event is looked for. */
export const LOOK_BACK = 10;

/** Puts an event at the end of a chain. Gives its entry; nothing when the same is on record already. */
export async function append(
  audit: TrailWriter,
  chain: Chain,
  event: AuditEvent,
  { twin, quietMs }: How = {},
): Promise<TrailEntry | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const latest = await audit.latest(chain, quietMs === undefined ? 1 : LOOK_BACK);
    if (quietMs !== undefined && isOnRecord(latest, event, quietMs)) return undefined;
    const [last] = latest;
    const entry = nextEntry(chain, last, event, twin);
    // Before the entry: there is none whose chain cannot be found by its day.
    if (!last || hourOfEvent(last.event) !== hourOfEvent(event)) await audit.note(chain, hourOfEvent(event));
    if ((await audit.put(chain, entry)) === 'stored') return entry;
  }
  throw new StoreUnavailable('an audit chain is written too often');
}

/** Whether the same was done by the same, to the same, a moment ago. */
export const isOnRecord = (latest: readonly TrailEntry[], event: AuditEvent, quietMs: number): boolean =>
  latest.some(
    ({ event: one }) => essence(one) === essence(event) && Date.parse(event.at) - Date.parse(one.at) < quietMs,
  );

const essence = ({ who, what, about = {}, ...of }: AuditEvent): string =>
  JSON.stringify([who, what, of.case?.reference, of.case?.digest, Object.entries(about).sort()]);
