import type { Outcomes } from '../outcome.ts';

/** How CBP, or we, may answer a 5106 email update. */
export const outcomes = {
  accepted: {
    fields: { acceptedAt: { kind: 'moment', needed: true } },
    needsClearance: true,
    tellsEarlierContact: true,
  },
  'refused-by-cbp': { fields: { reason: { kind: 'long-text', min: 2, max: 500, needed: true } }, needsClearance: true },
  'needs-power-of-attorney': { fields: {}, needsClearance: false },
  'needs-bond-rider': { fields: {}, needsClearance: true },
  'needs-reactivation': { fields: {}, needsClearance: true },
} as const satisfies Outcomes;
