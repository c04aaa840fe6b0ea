import { guidance } from '../common/outcome-fields.ts';
import type { Outcomes } from '../outcome.ts';

/** Advice tells nothing of CBP's record: what would, goes on as a request that has its checks. */
export const outcomes = {
  'guidance-sent': { fields: { guidance: guidance('errorSeen') }, needsClearance: false },
  'needs-name-query': { fields: {}, needsClearance: false, turnsInto: 'name-query' },
  'needs-email-update': { fields: {}, needsClearance: false, turnsInto: 'email-update' },
  'needs-power-of-attorney': { fields: {}, needsClearance: false },
} as const satisfies Outcomes;
