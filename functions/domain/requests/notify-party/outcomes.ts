import type { Outcomes } from '../outcome.ts';

/** *Prepared*: on file at CBP, or on the way there. Who receives is named by the broker, as the company said by phone, never copied from the request. */
export const outcomes = {
  prepared: {
    fields: {
      receiver: { kind: 'line', min: 2, max: 100, needed: true },
      way: { kind: 'select', options: ['form-4811', 'tab'], needed: true },
      preparedAt: { kind: 'moment', needed: true },
    },
    needsClearance: true,
    tellsEarlierContact: true,
  },
  'needs-power-of-attorney': { fields: {}, needsClearance: false },
} as const satisfies Outcomes;
