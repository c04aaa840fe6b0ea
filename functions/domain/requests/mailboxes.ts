import type { Answers } from './read-request.ts';
import { requestTypes } from './registry.ts';
import type { RequestTypeName } from './registry.ts';
import type { RequestType } from './request-type.ts';

/** For finding and comparing: providers treat case in a mailbox alike, and so do all that matter in practice. */
export const mailboxKey = (address: string): string => address.trim().toLowerCase();

/** The other mailbox that a request names (an email update's new one), when it is not the contact's own. */
export function otherMailboxOf(type: RequestTypeName, answers: Answers): string | undefined {
  const definition: RequestType = requestTypes[type];
  const other = definition.otherMailbox === undefined ? undefined : answers[definition.otherMailbox];
  const contact = answers['contactEmail'] ?? '';
  return other !== undefined && mailboxKey(other) !== mailboxKey(contact) ? other : undefined;
}
