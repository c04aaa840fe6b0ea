import { outcomes as accountError } from './account-error/outcomes.ts';
import { outcomes as emailUpdate } from './email-update/outcomes.ts';
import { outcomes as nameQuery } from './name-query/outcomes.ts';
import { outcomes as notifyParty } from './notify-party/outcomes.ts';
import { outcomes as refundReturned } from './refund-returned/outcomes.ts';
import type { Outcome, Outcomes } from './outcome.ts';
import type { RequestTypeName } from './registry.ts';

/** Apart from the types' registry: the public door needs no endings, and carries none through its cold starts. */
export const outcomesOf: Readonly<Record<RequestTypeName, Outcomes>> = {
  'name-query': nameQuery,
  'email-update': emailUpdate,
  'account-error': accountError,
  'refund-returned': refundReturned,
  'notify-party': notifyParty,
};

export const outcomeOf = (type: RequestTypeName, code: string): Outcome | undefined =>
  Object.hasOwn(outcomesOf[type], code) ? outcomesOf[type][code] : undefined;
