import { accountError } from './account-error/type.ts';
import { emailUpdate } from './email-update/type.ts';
import { nameQuery } from './name-query/type.ts';
import { notifyParty } from './notify-party/type.ts';
import { refundReturned } from './refund-returned/type.ts';
import type { RequestType } from './request-type.ts';

/** Every request type, in the order the site names them. A new type is a folder, and a line here and in each of its neighbours that does not compile without. */
export const requestTypes = {
  'name-query': nameQuery,
  'email-update': emailUpdate,
  'account-error': accountError,
  'refund-returned': refundReturned,
  'notify-party': notifyParty,
} as const satisfies Record<string, RequestType>;

export type RequestTypeName = keyof typeof requestTypes;

export const requestTypeNames = Object.keys(requestTypes).filter(isRequestTypeName);

export function isRequestTypeName(name: string): name is RequestTypeName {
  return Object.hasOwn(requestTypes, name);
}
