import type { Broker } from '../../broker/broker.ts';
import type { Case } from '../case.ts';
import type { importerEvents } from '../events.ts';
import { expiryOf } from '../retention.ts';
import type { Entry } from './step.ts';

/** When an importer does something, and for which broker. */
export type On = { readonly now: Date; readonly broker: Broker };

/** What everything changes that an importer does; `raise`: by how much the version rises that members read. */
export function finished(
  before: Case,
  next: Case,
  entry: Entry<(typeof importerEvents)[number]>,
  on: On,
  raise: 0 | 1,
): Case {
  const at = on.now.toISOString();
  const { expiresAt: _, ...rest } = next;
  const moved: Case = {
    ...rest,
    rev: before.rev + 1,
    version: before.version + raise,
    movedAt: at,
    movedBy: 'importer',
    timeline: [...next.timeline, { at, who: 'importer', ...entry }],
  };
  const expiresAt = expiryOf(moved, on.broker.retentionDays);
  return expiresAt === undefined ? moved : { ...moved, expiresAt };
}
