import * as z from 'zod/mini';
import { importerNumberFrom } from '../importer-number/record.ts';
import type { ImporterNumber } from '../importer-number/importer-number.ts';
import { isLocale } from '../requests/locale.ts';
import type { Locale } from '../requests/locale.ts';
import { isRequestTypeName } from '../requests/registry.ts';
import type { RequestTypeName } from '../requests/registry.ts';
import { readReference } from './reference.ts';
import type { CaseReference } from './reference.ts';

/** A case as it is stored, and the reader that checks it at the store's border. Times are ISO 8601 in UTC. */
const time = z.iso.datetime();

/** Who a letter is for. Addresses stay in the answers and the broker's configuration; a letter only says which. */
const reader = z.enum(['team', 'contact', 'other-mailbox']);

/**
 * A letter is a debt: owed until it is sent, or parked after its last try for the team to see.
 * `owed` with a lease in the future is being sent by somebody right now.
 */
export const letterSchema = z.object({
  id: z.string(),
  kind: z.enum(['team-request', 'contact-received', 'mailbox-named']),
  to: reader,
  state: z.enum(['owed', 'sent', 'parked']),
  owedSince: time,
  /** Not tried before this time. */
  nextAt: time,
  attempts: z.number(),
  leasedUntil: z.optional(time),
  sentAt: z.optional(time),
  messageId: z.optional(z.string()),
  lastFailure: z.optional(z.string()),
});

const timelineSchema = z.object({ at: time, who: z.string(), what: z.string() });

const importerNumber = z.pipe(
  z.object({ kind: z.string(), canonical: z.optional(z.string()), lastFour: z.optional(z.string()) }),
  z.transform((stored, ctx): ImporterNumber => {
    const number = importerNumberFrom(stored);
    if (number) return number;
    ctx.issues.push({ code: 'custom', message: 'no importer number', input: null });
    return z.NEVER;
  }),
);

export const caseSchema = z.object({
  /** The item's format: a reader of an older one is kept for as long as such items exist. */
  format: z.literal(1),
  reference: z.custom<CaseReference>((value) => typeof value === 'string' && readReference(value) === value),
  /** SHA-256 of the submission, hexadecimal: with the reference, the key. */
  digest: z.string(),
  type: z.custom<RequestTypeName>((value) => typeof value === 'string' && isRequestTypeName(value)),
  locale: z.custom<Locale>(isLocale),
  importerNumber,
  numberWarnings: z.array(z.string()),
  answers: z.record(z.string(), z.string()),
  /** The statement that was ticked: its version, its very words and when. */
  statement: z.optional(z.object({ version: z.string(), text: z.string(), at: time })),
  state: z.enum(['new']),
  /** Raised by every write; each write is conditional on the one it read. */
  rev: z.number(),
  /** Raised by people's moves only: what the desk shows and names. */
  version: z.number(),
  openedAt: time,
  /** When the team promised its first answer. */
  dueAt: time,
  /** When the item may be deleted; without it, never. At opening the longest time of all: only what happens to a case may shorten it. */
  expiresAt: z.optional(time),
  letters: z.array(letterSchema),
  timeline: z.array(timelineSchema),
});

export type Case = z.infer<typeof caseSchema>;
export type Letter = z.infer<typeof letterSchema>;
export type LetterKind = Letter['kind'];

/** What names a case for good. The reference alone may, by rare chance, name two. */
export type CaseKey = { readonly reference: CaseReference; readonly digest: string };
