import * as z from 'zod/mini';
import { importerNumberFrom } from '../importer-number/record.ts';
import type { ImporterNumber } from '../importer-number/importer-number.ts';
import { isLocale } from '../requests/locale.ts';
import type { Locale } from '../requests/locale.ts';
import { isRequestTypeName } from '../requests/registry.ts';
import type { RequestTypeName } from '../requests/registry.ts';
import {
  checkSchema,
  onFileSchema,
  outcomeSchema,
  questionSchema,
  tellingSchema,
  time,
  timelineSchema,
} from './parts.ts';
import { letterSchema, linkSchema } from './letter-parts.ts';
import { readReference } from './reference.ts';
import { signsSchema, weighedSchema } from './risk-parts.ts';
import type { CaseReference } from './reference.ts';

export type { Letter, LetterKind } from './letter-parts.ts';

const importerNumber = z.pipe(
  z.object({ kind: z.string(), canonical: z.optional(z.string()), lastFour: z.optional(z.string()) }),
  z.transform((stored, ctx): ImporterNumber => {
    const number = importerNumberFrom(stored);
    if (number) return number;
    ctx.issues.push({ code: 'custom', message: 'no importer number', input: null });
    return z.NEVER;
  }),
);

/**
 * `new`: nobody has worked on it. `open`: in work. `waiting`: the importer was asked. The others are over: `answered`
 * with an outcome, `declined` by us, `closed` for another reason.
 */
export const openStates = ['new', 'open', 'waiting'] as const;
export const closedStates = ['answered', 'declined', 'closed'] as const;
export const caseStates = [...openStates, ...closedStates] as const;

const statement = z.object({ version: z.string(), text: z.string(), at: time });
const requestType = z.custom<RequestTypeName>((value) => typeof value === 'string' && isRequestTypeName(value));
const list = <Item extends z.core.$ZodType>(item: Item) => z._default(z.array(item), []);

/** A case as it is stored, and the reader that checks it at the store's border. Times are ISO 8601 in UTC. */
export const caseSchema = z.object({
  /** The item's format: a reader of an older one is kept for as long as such items exist (`formats.ts`). */
  format: z.literal(2),
  reference: z.custom<CaseReference>((value) => typeof value === 'string' && readReference(value) === value),
  /** SHA-256 of the submission, hexadecimal: with the reference, the key. */
  digest: z.string(),
  type: requestType,
  locale: z.custom<Locale>(isLocale),
  importerNumber,
  numberWarnings: z.array(z.string()),
  answers: z.record(z.string(), z.string()),
  /** The statement that was ticked: its version, its very words and when. */
  statement: z.optional(statement),
  state: z.enum(caseStates),
  /** Raised by every write; each write is conditional on the one it read. */
  rev: z.number(),
  /** Raised by people's moves only: what the desk shows and names. */
  version: z.number(),
  openedAt: time,
  /** When the team promised its first answer. */
  dueAt: time,
  /** When the item may be deleted; without it, never (`retention.ts`). */
  expiresAt: z.optional(time),
  letters: z.array(letterSchema),
  timeline: z.array(timelineSchema),
  /** The mailbox of the member who works on it. */
  assignee: z.optional(z.string()),
  /** The last move of a person, and whose it was. */
  movedAt: z.optional(time),
  movedBy: z.optional(z.string()),
  /** The first move of a member. */
  firstMoveAt: z.optional(time),
  closedAt: z.optional(time),
  /** When each mailbox was shown to be read by somebody. */
  confirmed: z._default(z.object({ contact: z.optional(time), 'other-mailbox': z.optional(time) }), {}),
  checks: list(checkSchema),
  cleared: z.optional(z.object({ at: time, who: z.string(), name: z.string() })),
  questions: list(questionSchema),
  /** Earlier contacts that were told, the oldest first. */
  tellings: list(tellingSchema),
  /** Somebody said that this was not them: nothing is cleared, filed or told until a licensed member lifts it. */
  frozen: z.optional(
    z.object({ at: time, who: z.string(), name: z.optional(z.string()), reason: z.optional(z.string()) }),
  ),
  /** When it was last frozen; what was checked by then proves nothing any more. */
  frozenAt: z.optional(time),
  /** Kept whatever its time, by a licensed member. */
  legalHold: z.optional(z.object({ at: time, who: z.string(), name: z.string(), reason: z.string() })),
  /** The importer asked on the case's page that it be deleted. */
  erasureAskedAt: z.optional(time),
  /** A licensed member deletes it: it goes when its last letter is settled. */
  erasing: z.optional(z.object({ at: time, who: z.string(), name: z.string() })),
  /** How the request came in, beside what it says. */
  signs: z.optional(signsSchema),
  /** It is our own canary, by a mark that was checked: in no list, no count, and gone after a day. */
  canary: z.optional(z.literal(true)),
  /** What makes it look risky, found when it was last weighed. */
  risk: z.optional(weighedSchema),
  /** Raised by hand, each with its reason. */
  flags: list(z.object({ id: z.string(), at: time, who: z.string(), name: z.string(), reason: z.string() })),
  onFile: z.optional(onFileSchema),
  /** The same of the numbers beside the first, by the name of their question. */
  moreOnFile: z.optional(z.record(z.string(), onFileSchema)),
  outcome: z.optional(outcomeSchema),
  /** What it was before it was turned into another request, the oldest first, with what had been ticked by then. */
  was: list(z.object({ type: requestType, at: time, who: z.string(), statement: z.optional(statement) })),
  links: list(linkSchema),
});

export type Case = z.infer<typeof caseSchema>;
export type CaseState = Case['state'];

/** What names a case for good. The reference alone may, by rare chance, name two. */
export type CaseKey = { readonly reference: CaseReference; readonly digest: string };

export const isOver = ({ state }: Pick<Case, 'state'>): boolean => closedStates.some((over) => over === state);
