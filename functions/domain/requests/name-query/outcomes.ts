import type { Outcomes } from '../outcome.ts';

const name = (max: number, needed: boolean) => ({ kind: 'line', min: 1, max, needed }) as const;

/** The lengths are those of CBP's answer: K1 holds 32 characters, K7 and K8 together 100 (query chapter v7, 15 July 2025). */
export const outcomes = {
  'name-on-file': {
    fields: {
      legalName: name(100, false),
      abbreviatedName: name(32, true),
      secondQualifier: { kind: 'select', options: ['DBA', 'DIV', 'AKA'], needed: false },
      secondName: name(32, false),
    },
    together: ['secondQualifier', 'secondName'],
    needsClearance: true,
  },
  'already-matches': { fields: {}, needsClearance: true, turnsInto: 'email-update' },
  'nothing-on-file': { fields: {}, needsClearance: true },
  voided: { fields: {}, needsClearance: true },
  inactive: { fields: {}, needsClearance: true },
  'needs-power-of-attorney': { fields: {}, needsClearance: false },
} as const satisfies Outcomes;
