import * as z from 'zod/mini';
import { caseStates } from '../case/case.ts';
import {
  checkKinds,
  checkSchema,
  letterSchema,
  onFileSchema,
  outcomeSchema,
  questionSchema,
  timelineSchema,
} from '../case/parts.ts';
import { requestTypeNames } from '../requests/registry.ts';

/** A case as a member sees it: everything on it but links, with what may be done now. */
const check = z.object({
  kind: z.enum([...checkKinds, 'mailbox', 'other-mailbox']),
  state: z.enum(['passed', 'failed', 'missing']),
  check: z.optional(checkSchema),
  confirmedAt: z.optional(z.string()),
});

const outcomeField = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.optional(z.string()),
  kind: z.enum(['line', 'long-text', 'select', 'radio', 'tick', 'moment']),
  needed: z.boolean(),
  max: z.optional(z.number()),
  options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
});

const outcomeOffer = z.object({
  code: z.string(),
  name: z.string(),
  /** When it is the right one. */
  when: z.string(),
  needsClearance: z.boolean(),
  turnsInto: z.optional(z.string()),
  /** Words to start from, in the importer's language. */
  start: z.optional(z.string()),
  fields: z.array(outcomeField),
});

/** A reason to decline or to close. */
const reasonOffer = z.object({
  reason: z.string(),
  name: z.string(),
  when: z.string(),
  start: z.optional(z.string()),
});

const worksheetRow = z.object({
  field: z.string(),
  label: z.string(),
  block: z.string(),
  value: z.optional(z.string()),
  parts: z.optional(z.array(z.object({ label: z.string(), value: z.string() }))),
  source: z.enum(['kr', 'request', 'client-file', 'fixed']),
  /** What fitting did to it, in words. */
  changed: z.array(z.string()),
  /** Characters that the screen takes. */
  max: z.optional(z.number()),
  note: z.optional(z.string()),
});

/** Opened by clearance: until then the door sends none of it. */
const tools = z.object({
  /** The `KI` input line; none for a Social Security number. */
  kiLine: z.optional(z.string()),
  worksheet: z.optional(
    z.object({
      rows: z.array(worksheetRow),
      /** What the importer says otherwise than CBP's record, and what to do about it. */
      differences: z.array(
        z.object({
          label: z.string(),
          requested: z.string(),
          onFile: z.string(),
          settle: z.enum(['bond-rider', 'look']),
          advice: z.string(),
        }),
      ),
      missing: z.array(z.string()),
      /** Nothing is missing and no difference wants a bond rider. */
      ready: z.boolean(),
    }),
  ),
});

export const casePageSchema = z.object({
  reference: z.string(),
  digest: z.string(),
  type: z.enum(requestTypeNames),
  typeName: z.string(),
  locale: z.string(),
  state: z.enum(caseStates),
  version: z.number(),
  openedAt: z.string(),
  dueAt: z.string(),
  closedAt: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
  companyName: z.string(),
  importer: z.object({ kind: z.enum(['ein', 'cbp', 'ssn']), masked: z.string(), shown: z.optional(z.string()) }),
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
  statement: z.optional(z.object({ version: z.string(), text: z.string(), at: z.string() })),
  confirmed: z.object({ contact: z.optional(z.string()), 'other-mailbox': z.optional(z.string()) }),
  checks: z.array(check),
  cleared: z.optional(z.object({ at: z.string(), who: z.string(), name: z.string() })),
  readyToClear: z.boolean(),
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
  was: z.array(z.object({ type: z.string(), at: z.string(), who: z.string() })),
  timeline: z.array(timelineSchema),
  letters: z.array(z.omit(letterSchema, { messageId: true, leasedUntil: true })),
  /** Moves that the case takes now. */
  moves: z.array(z.string()),
  /** Another case with the very same reference, by rare chance. */
  twins: z.array(z.object({ digest: z.string(), companyName: z.string() })),
});

export type CasePage = z.infer<typeof casePageSchema>;
export type ReasonOffer = z.infer<typeof reasonOffer>;
export type OutcomeOffer = z.infer<typeof outcomeOffer>;
export type WorksheetRow = z.infer<typeof worksheetRow>;

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
