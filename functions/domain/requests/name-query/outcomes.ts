import type { Outcomes, OutcomeField } from '../outcome.ts';
import { moreNumbers } from './fields.ts';

const name = (max: number, needed: boolean) => ({ kind: 'line', min: 1, max, needed }) as const;

const results = ['on-file', 'nothing-on-file', 'voided', 'inactive'] as const;

/** What CBP's answer shows under one of several numbers, and the names where there are some. */
const ofNumber = (number: string, nth: number): [string, OutcomeField][] => {
  const [result, of] = [`result${String(nth + 1)}`, nth === 0 ? {} : { of: [number] }];
  return [
    [result, { kind: 'select', options: results, needed: true, ...of }],
    [`abbreviatedName${String(nth + 1)}`, { ...name(32, false), needed: { field: result, in: ['on-file'] }, ...of }],
    [`legalName${String(nth + 1)}`, { ...name(100, false), ...of }],
  ];
};

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
  'names-on-file': {
    fields: Object.fromEntries(['importerNumber', ...moreNumbers].flatMap(ofNumber)),
    of: moreNumbers,
    needsClearance: true,
  },
  'already-matches': { fields: {}, needsClearance: true, turnsInto: 'email-update' },
  'nothing-on-file': { fields: {}, needsClearance: true },
  voided: { fields: {}, needsClearance: true },
  inactive: { fields: {}, needsClearance: true },
  'needs-power-of-attorney': { fields: {}, needsClearance: false },
} as const satisfies Outcomes;
