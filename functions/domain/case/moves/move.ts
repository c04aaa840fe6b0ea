import * as z from 'zod/mini';
import { maskSsn } from '../../abi/mask.ts';
import type { LookRefusal } from '../clearance/second-look.ts';
import { requestTypeNames } from '../../requests/registry.ts';
import { secretsOut } from '../../secrets/without.ts';
import { checkKinds, onFileSchema } from '../parts.ts';
import type { RecordDuty } from '../record-duty.ts';

/** Everything a member can do with a case, as it comes from the desk. Lengths bound what one case can hold. */
const name = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    // Half a character cannot be stored.
    z.refine((text) => text.isWellFormed()),
  );

/** No secret is kept, whoever wrote it. After all else: words that say what was taken out may be longer than it was. */
const words = (max: number) => name(max).check(z.overwrite(secretsOut));

/** CBP's answer holds a few lines of 80 columns for one importer. */
const MOST_ON_FILE = 4000;
const onFile = onFileSchema.check(z.refine((shown) => canBeKept(JSON.stringify(shown))));

/** The browser masks a paste before it reads it; a program that did not is refused here. JSON spells out half a character. */
const canBeKept = (shown: string): boolean =>
  shown.length <= MOST_ON_FILE && maskSsn(shown) === shown && !/\\ud[89a-f][\da-f]{2}/.test(shown);

/** A second look is a move of its own: who looks is who makes it. */
const recordedKinds = checkKinds.filter((kind) => kind !== 'second-look');

/** Why we do not do it. `suspicion` tells the importer only to call us. */
export const declineReasons = ['not-a-client', 'no-authority', 'not-needed', 'suspicion', 'other'] as const;
export const closeReasons = ['duplicate', 'solved', 'withdrawn', 'no-answer', 'other'] as const;

export const moveSchema = z.discriminatedUnion('move', [
  z.strictObject({ move: z.literal('take') }),
  z.strictObject({ move: z.literal('hand-over'), to: name(254), text: z.optional(words(1000)) }),
  z.strictObject({ move: z.literal('put-back') }),
  z.strictObject({ move: z.literal('note'), text: words(4000) }),
  z.strictObject({ move: z.literal('flag'), reason: words(500) }),
  z.strictObject({ move: z.literal('unflag'), flag: name(40), reason: words(500) }),
  /** In the importer's language: free words, or a prepared question of the type, which they may have changed. */
  z.strictObject({ move: z.literal('ask'), text: words(2000), prepared: z.optional(words(40)) }),
  z.strictObject({
    move: z.literal('check'),
    kind: z.enum(recordedKinds),
    result: z.enum(['passed', 'failed']),
    person: words(100),
    source: words(200),
    on: z.optional(z.iso.date()),
    /** When a power of attorney ends, where it says so. */
    ends: z.optional(z.iso.date()),
    note: z.optional(words(1000)),
  }),
  /** Tells an earlier contact by mail, at an address of the client file. */
  z.strictObject({ move: z.literal('tell-earlier'), mailbox: name(254), source: words(200) }),
  z.strictObject({ move: z.literal('came-back'), telling: name(40), note: z.optional(words(1000)) }),
  z.strictObject({
    move: z.literal('look-again'),
    result: z.enum(['passed', 'failed']),
    note: z.optional(words(1000)),
  }),
  z.strictObject({ move: z.literal('freeze'), reason: words(500) }),
  z.strictObject({ move: z.literal('unfreeze'), reason: words(1000) }),
  /** A letter that was held back leaves. */
  z.strictObject({ move: z.literal('let-go'), letter: name(60) }),
  z.strictObject({ move: z.literal('legal-hold'), reason: words(500) }),
  z.strictObject({ move: z.literal('end-legal-hold'), reason: words(500) }),
  /** The power of attorney on record was revoked or ran out on that day. */
  z.strictObject({ move: z.literal('power-ended'), on: z.iso.date(), note: z.optional(words(1000)) }),
  /** Deletes the case: its importer is told once more, then only a trace stays. */
  z.strictObject({ move: z.literal('erase'), reason: words(500) }),
  z.strictObject({ move: z.literal('clear') }),
  /** What CBP's record shows of the number of the case, or of those beside it, by the name of their question. */
  z.strictObject({
    move: z.literal('on-file'),
    onFile: z.optional(onFile),
    more: z.optional(z.record(name(40), onFile)),
  }),
  z.strictObject({
    move: z.literal('answer'),
    outcome: name(40),
    values: z.record(z.string(), z.string().check(z.overwrite(secretsOut))),
    words: z.optional(words(2000)),
    /** A licensed member's reason for recording it without clearance. */
    override: z.optional(words(1000)),
  }),
  z.strictObject({ move: z.literal('decline'), reason: z.enum(declineReasons), words: z.optional(words(2000)) }),
  z.strictObject({ move: z.literal('close'), reason: z.enum(closeReasons), text: z.optional(words(1000)) }),
  z.strictObject({ move: z.literal('reopen'), reason: words(1000) }),
  /** Goes on as another request, with all that happened. */
  z.strictObject({ move: z.literal('convert'), to: z.enum(requestTypeNames) }),
]);

export type Move = z.infer<typeof moveSchema>;
export type MoveName = Move['move'];

/** Why a case does not take a move: closed, its words stand with the desk. */
export type Refusal =
  | {
      readonly code:
        'over' | 'not-over' | 'already-yours' | 'already-theirs' | 'nobody-has-it' | 'no-such-member' | 'no-such-flag';
    }
  | {
      readonly code:
        'frozen' | 'not-frozen' | 'no-need' | 'no-such-telling' | 'no-such-letter' | 'already-held' | 'not-held';
    }
  | LookRefusal
  | { readonly code: 'no-power' }
  | { readonly code: 'record-duty'; readonly duties: readonly RecordDuty[] }
  | { readonly code: 'not-cleared' | 'licensed-only' | 'already-cleared' | 'already-that-type' | 'too-much' }
  | { readonly code: 'checks-missing'; readonly checks: readonly string[] }
  | { readonly code: 'no-such-outcome' | 'in-the-future' }
  | { readonly code: 'values'; readonly problems: readonly { readonly field: string; readonly code: string }[] };
