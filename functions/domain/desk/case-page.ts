import * as z from 'zod/mini';
import { caseStates } from '../case/case.ts';
import {
  checkKinds,
  checkSchema,
  onFileSchema,
  outcomeSchema,
  questionSchema,
  tellingSchema,
  timelineSchema,
} from '../case/parts.ts';
import { letterSchema } from '../case/letter-parts.ts';
import { requestTypeNames } from '../requests/registry.ts';
import { erasure, look, moreNumber, outcomeOffer, reasonOffer, tools, unreached } from './case-page-parts.ts';

export type { OutcomeOffer, ReasonOffer, WorksheetRow } from './case-page-parts.ts';

const statement = z.object({ version: z.string(), text: z.string(), at: z.string() });

const check = z.object({
  kind: z.enum([...checkKinds, 'mailbox', 'other-mailbox', 'earlier-contact']),
  state: z.enum(['passed', 'failed', 'missing', 'waiting']),
  check: z.optional(checkSchema),
  confirmedAt: z.optional(z.string()),
  telling: z.optional(tellingSchema),
  /** When its waiting ends. */
  until: z.optional(z.string()),
});

/** A case as a member sees it: everything on it but links, with what may be done now. */
export const casePageSchema = z.object({
  reference: z.string(),
  digest: z.string(),
  type: z.enum(requestTypeNames),
  typeName: z.string(),
  /** What the type does, and what the desk makes of it at CBP (`requests/request-type.ts`). */
  gate: z.enum(['files', 'tells', 'advises']),
  tool: z.optional(z.enum(['query', 'update'])),
  /** What it may be turned into. */
  convertsTo: z.array(z.object({ type: z.enum(requestTypeNames), name: z.string() })),
  locale: z.string(),
  state: z.enum(caseStates),
  version: z.number(),
  openedAt: z.string(),
  dueAt: z.string(),
  closedAt: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
  companyName: z.string(),
  importer: z.object({ kind: z.enum(['ein', 'cbp', 'ssn']), masked: z.string(), shown: z.optional(z.string()) }),
  /** Further numbers of the same request. */
  more: z.array(moreNumber),
  /** Of a further number, with the name of its question. */
  numberWarnings: z.array(z.string()),
  assignee: z.optional(z.string()),
  /** What was asked, in the order of the broker's ABI screen. */
  answers: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      value: z.string(),
      /** As a person dials or reads it, where that is something else. */
      shown: z.optional(z.string()),
      /** What it becomes in ABI: capitals, cut to its length. */
      fitted: z.optional(z.string()),
    }),
  ),
  /** Answers that the type needs and the case does not hold, or not as the type takes them (it was turned into this type). */
  missing: z.array(z.object({ name: z.string(), label: z.string() })),
  statement: z.optional(statement),
  confirmed: z.object({ contact: z.optional(z.string()), 'other-mailbox': z.optional(z.string()) }),
  checks: z.array(check),
  cleared: z.optional(z.object({ at: z.string(), who: z.string(), name: z.string() })),
  readyToClear: z.boolean(),
  /** Of a case that wants a second look. */
  look: z.optional(look),
  /** Earlier contacts that were told. */
  tellings: z.array(tellingSchema),
  /** Somebody says that this was not them. */
  frozen: z.optional(
    z.object({ at: z.string(), who: z.string(), name: z.optional(z.string()), reason: z.optional(z.string()) }),
  ),
  legalHold: z.optional(z.object({ at: z.string(), who: z.string(), name: z.string(), reason: z.string() })),
  /** What makes it look risky, the heaviest first, in words; and how much that is. Never weighed: nobody knows yet. */
  risk: z.object({
    level: z.enum(['none', 'some', 'high', 'unknown']),
    reasons: z.array(z.object({ code: z.string(), why: z.string(), do: z.string(), heavy: z.boolean() })),
  }),
  flags: z.array(z.object({ id: z.string(), at: z.string(), who: z.string(), name: z.string(), reason: z.string() })),
  questions: z.array(questionSchema),
  /** Prepared questions, in the importer's language, with their name for the desk. */
  prepared: z.array(z.object({ id: z.string(), name: z.string(), text: z.string() })),
  outcome: z.optional(outcomeSchema),
  outcomes: z.array(outcomeOffer),
  declines: z.array(reasonOffer),
  closes: z.array(reasonOffer),
  onFile: z.optional(onFileSchema),
  tools: z.optional(tools),
  was: z.array(z.object({ type: z.string(), at: z.string(), who: z.string(), statement: z.optional(statement) })),
  timeline: z.array(timelineSchema),
  letters: z.array(z.omit(letterSchema, { mails: true, leasedUntil: true })),
  unreached: z.optional(unreached),
  /** Its importer asked that it be deleted, or it is being deleted. `stays`: why it must be kept, in words. */
  erasure: z.optional(erasure),
  /** Moves that the case takes now. */
  moves: z.array(z.string()),
  /** Another case with the very same reference, by rare chance. */
  twins: z.array(z.object({ digest: z.string(), companyName: z.string() })),
});

export type CasePage = z.infer<typeof casePageSchema>;

/** What a move that came too late is told: who changed what since the version that was read, and the case as it is now. */
export const movedSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  code: z.literal('moved'),
  since: z.array(timelineSchema),
  case: casePageSchema,
});

export type Moved = z.infer<typeof movedSchema>;
