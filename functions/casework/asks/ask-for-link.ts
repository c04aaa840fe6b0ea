import { hash } from 'node:crypto';
import type { CaseReference } from '#domain/case/reference.ts';
import type { EmailField } from '#domain/requests/field.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { readEmail } from '#domain/requests/read-field.ts';
import type { Clock } from '../ports.ts';
import type { Ask, AskStore } from './ports.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** Asks for the same within so long are one: a double click, a retry, a flood. Not longer: who signs out and in again waits for it. */
export const WINDOW_MS = MINUTE;

export type AskPorts = { readonly asks: Pick<AskStore, 'put'>; readonly now: Clock };

export type AskedLink =
  | { readonly purpose: 'sign-in'; readonly mailbox: string }
  | { readonly purpose: 'case'; readonly mailbox: string; readonly reference: CaseReference };

/**
 * Somebody asks for a link by mail. One write, whoever asks: whether there is anybody to write to is found out later and
 * elsewhere, so that neither the answer nor the time it takes tells a stranger anything.
 */
export async function askForLink({ asks, now }: AskPorts, asked: AskedLink): Promise<void> {
  await asks.put(newAsk(asked, now()));
}

const mailbox: EmailField = { kind: 'email', max: 254, needed: true };

/** Whatever else is typed there is not kept, a password least of all; the rest goes on as for an address that nobody has. */
function addressIn(typed: string): string {
  const read = readEmail(mailbox, typed);
  return 'value' in read ? (read.value ?? '') : '';
}

export function newAsk(asked: AskedLink, now: Date): Ask {
  const at = now.toISOString();
  const window = Math.floor(now.getTime() / WINDOW_MS);
  const reference = asked.purpose === 'case' ? asked.reference : undefined;
  return {
    id: hash('sha256', JSON.stringify([asked.purpose, mailboxKey(asked.mailbox), reference ?? '', window])),
    rev: 1,
    keptUntil: new Date(now.getTime() + DAY).toISOString(),
    purpose: asked.purpose,
    mailbox: addressIn(asked.mailbox),
    ...(reference !== undefined && { reference }),
    state: 'owed',
    askedAt: at,
    nextAt: at,
    attempts: 0,
  };
}
