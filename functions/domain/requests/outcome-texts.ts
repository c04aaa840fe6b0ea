import type { RecordedOutcome } from '../case/parts.ts';
import { outcomeTexts as accountError } from './account-error/outcome-texts.ts';
import type { outcomes as accountErrors } from './account-error/outcomes.ts';
import { outcomeTexts as common } from './common/outcome-texts.ts';
import { outcomeTexts as emailUpdate } from './email-update/outcome-texts.ts';
import type { outcomes as emailUpdates } from './email-update/outcomes.ts';
import type { Locale } from './locale.ts';
import { outcomeTexts as nameQuery } from './name-query/outcome-texts.ts';
import type { outcomes as nameQueries } from './name-query/outcomes.ts';
import { outcomeTexts as notifyParty } from './notify-party/outcome-texts.ts';
import type { outcomes as notifyParties } from './notify-party/outcomes.ts';
import type { Outcomes } from './outcome.ts';
import { outcomeTexts as refundReturned } from './refund-returned/outcome-texts.ts';
import type { outcomes as refundsReturned } from './refund-returned/outcomes.ts';
import type { RequestTypeName } from './registry.ts';
import type { Texts } from './texts.ts';

/** What every outcome and every field of one says. A missing one does not compile. */
type FieldOf<Of extends Outcomes> = { [Code in keyof Of]: keyof Of[Code]['fields'] }[keyof Of] & string;
type OutcomeTexts<Of extends Outcomes> = Readonly<
  Record<`${keyof Of & string}.${'name' | 'when' | 'title' | 'text' | 'next'}`, string> &
    Record<`${FieldOf<Of>}.${'label' | 'hint'}`, string>
>;

const own: Record<RequestTypeName, Record<Locale, Texts>> = {
  'name-query': {
    ...nameQuery,
    en: { ...common.en, ...nameQuery.en } satisfies OutcomeTexts<typeof nameQueries>,
  },
  'email-update': {
    ...emailUpdate,
    en: { ...common.en, ...emailUpdate.en } satisfies OutcomeTexts<typeof emailUpdates>,
  },
  'account-error': {
    ...accountError,
    en: { ...common.en, ...accountError.en } satisfies OutcomeTexts<typeof accountErrors>,
  },
  'refund-returned': {
    ...refundReturned,
    en: { ...common.en, ...refundReturned.en } satisfies OutcomeTexts<typeof refundsReturned>,
  },
  'notify-party': {
    ...notifyParty,
    en: { ...common.en, ...notifyParty.en } satisfies OutcomeTexts<typeof notifyParties>,
  },
};

/** An outcome's name, of whichever type: a case tells of what it was before. */
export const outcomeNameOf = (code: string): string | undefined =>
  Object.values(own)
    .map(({ en }) => en[`${code}.name`])
    .find((name) => name !== undefined);

/** Flat texts of a type's outcomes and of the ends that all types share, in one language. What the desk reads is English. */
export const outcomeTexts = (locale: Locale, type: RequestTypeName): Texts => ({
  ...common[locale],
  ...own[type][locale],
});

/**
 * What the importer reads of an end, with its `{placeholders}`: `broker`, `phone`, `powerOfAttorneyLink` and the
 * outcome's own values; `acceptedAt` as a time in words; `newEmail` in full, since only its requester's confirmed
 * mailbox is shown an outcome. `next` holds one step each.
 */
export type OutcomeWords = { readonly title: string; readonly text: string; readonly next: readonly string[] };

/** A shared end (`declined`, `closed`) is told by its reason. */
export const outcomeKey = ({ code, values }: Pick<RecordedOutcome, 'code' | 'values'>): string =>
  code === 'declined' || code === 'closed' ? `${code}.${values['reason'] ?? 'other'}` : code;

export function outcomeWords(
  locale: Locale,
  type: RequestTypeName,
  outcome: Pick<RecordedOutcome, 'code' | 'values'>,
): OutcomeWords {
  const texts = outcomeTexts(locale, type);
  const key = outcomeKey(outcome);
  const [title, text, next] = [texts[`${key}.title`], texts[`${key}.text`], texts[`${key}.next`]];
  if (title === undefined || text === undefined || next === undefined) throw new Error(`no words for ${key}`);
  return { title, text, next: next.split('\n').filter((step) => step !== '') };
}

/** The words without the steps that nothing fills: a broker without a page for powers of attorney has no step that names it. */
export const outcomeWordsFor = (all: OutcomeWords, fills: Readonly<Record<string, unknown>>): OutcomeWords => ({
  ...all,
  next: all.next.filter((step) => placeholdersOf(step).every((name) => fills[name] !== undefined)),
});

/** The words filled in one pass: what is filled in is never read again. Throws on a placeholder of title or text that nothing fills. */
export function filledOutcome(all: OutcomeWords, fills: Readonly<Record<string, string | undefined>>): OutcomeWords {
  const { title, text, next } = outcomeWordsFor(all, fills);
  const filled = (of: string): string =>
    of.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const fill = fills[name];
      if (fill === undefined) throw new Error(`nothing fills ${name}`);
      return fill;
    });
  return { title: filled(title), text: filled(text), next: next.map(filled) };
}

const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name);
