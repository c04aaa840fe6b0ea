import { guidance } from '../common/outcome-fields.ts';
import type { Outcomes } from '../outcome.ts';

/** Both may tell what a report says of the importer's money: only to a receiver whom the client file knows. */
export const outcomes = {
  'guidance-sent': { fields: { guidance: guidance('reportShows') }, needsClearance: true },
  escalated: { fields: { escalatedAt: { kind: 'moment', needed: true } }, needsClearance: true },
  'needs-power-of-attorney': { fields: {}, needsClearance: false },
} as const satisfies Outcomes;
