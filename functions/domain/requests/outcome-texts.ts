import type { RecordedOutcome } from '../case/parts.ts';
import type { outcomes as accountErrors } from './account-error/outcomes.ts';
import accountError from './account-error/text/outcomes.en.json' with { type: 'json' };
import common from './common/text/outcomes.en.json' with { type: 'json' };
import type { outcomes as emailUpdates } from './email-update/outcomes.ts';
import emailUpdate from './email-update/text/outcomes.en.json' with { type: 'json' };
import type { Locale } from './locale.ts';
import type { outcomes as nameQueries } from './name-query/outcomes.ts';
import nameQuery from './name-query/text/outcomes.en.json' with { type: 'json' };
import { numbered } from './numbered.ts';
import type { outcomes as notifyParties } from './notify-party/outcomes.ts';
import notifyParty from './notify-party/text/outcomes.en.json' with { type: 'json' };
import type { Outcomes } from './outcome.ts';
import type { outcomes as refundsReturned } from './refund-returned/outcomes.ts';
import refundReturned from './refund-returned/text/outcomes.en.json' with { type: 'json' };
import type { RequestTypeName } from './registry.ts';
import type { Texts } from './texts.ts';

/** What every outcome and every field of one says. A missing one does not compile, in no language. */
type FieldOf<Of extends Outcomes> = { [Code in keyof Of]: keyof Of[Code]['fields'] }[keyof Of] & string;
type OutcomeTexts<Of extends Outcomes> = Readonly<
  Record<`${keyof Of & string}.${'name' | 'when' | 'title' | 'text' | 'next'}`, string> &
    Record<`${FieldOf<Of>}.${'label' | 'hint'}`, string>
>;

const words: Record<Locale, Record<RequestTypeName, Texts>> = {
  en: {
    'name-query': { ...common, ...nameQuery, ...numbered(nameQuery, 1) } satisfies OutcomeTexts<typeof nameQueries>,
    'email-update': { ...common, ...emailUpdate } satisfies OutcomeTexts<typeof emailUpdates>,
    'account-error': { ...common, ...accountError } satisfies OutcomeTexts<typeof accountErrors>,
    'refund-returned': { ...common, ...refundReturned } satisfies OutcomeTexts<typeof refundsReturned>,
    'notify-party': { ...common, ...notifyParty } satisfies OutcomeTexts<typeof notifyParties>,
  },
};

/** An outcome's name, of whichever type: a case tells of what it was before. */
export const outcomeNameOf = (code: string): string | undefined =>
  Object.values(words.en)
    .map((texts) => texts[`${code}.name`])
    .find((name) => name !== undefined);

/** Flat texts of a type's outcomes and of the ends that all types share, in one language. What the desk reads is English. */
export const outcomeTexts = (locale: Locale, type: RequestTypeName): Texts => words[locale][type];

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
