import type * as z from 'zod/mini';
import type { Rule } from './check.ts';
import type { Fields } from './field.ts';

/**
 * A group of questions on the page, under one heading (`section.<id>` in the type's texts). What is in `folded` stands behind
 * the group, one inside the other, each under `fold.<id>`: a reader opens as many as they need, with or without script.
 */
export type Section = {
  readonly id: string;
  readonly fields: readonly string[];
  readonly folded?: readonly (readonly string[])[];
};

/**
 * What a type does, and so what must be on record first (`case/clearance/needed.ts`). `files`: it changes something at CBP or
 * turns money elsewhere. `tells`: it tells what CBP knows of the importer. `advises`: neither; nothing is cleared, and no tool opens.
 */
export type Gate = 'files' | 'tells' | 'advises';

/**
 * A shortcut on the page: a button (`preset.<id>` in the type's texts) that fills the questions named in `copy` from answers
 * already given. A source may name its part: `contactName:first` (all but the last word) or `contactName:last`. Of a choice it
 * names the answers whose words may be copied, `contactRole:owner|officer`: any other leaves the question empty.
 */
export type Preset = { readonly id: string; readonly copy: Readonly<Record<string, string>> };

/**
 * What makes a request type. Its folder holds: `fields.ts`, `schema.ts`, `rules.ts` (when answers depend on each other),
 * `text/<language>.json`, `type.ts` that ties them together, and `samples.ts`, which only tests and the demo import.
 */
export type RequestType<Name extends string = string, Answers = unknown> = {
  readonly name: Name;
  readonly fields: Fields;
  readonly sections: readonly Section[];
  /** The fields in the order of the broker's ABI screen, as the letter to the team lists them. */
  readonly screenOrder: readonly string[];
  readonly rules: readonly Rule[];
  readonly schema: z.ZodMiniType<Answers>;
  /** Names of questions that it asked once (docs/decisions/0051). A name in here is never used again. */
  readonly retired?: readonly string[];
  readonly gate: Gate;
  /** What the desk makes of it at CBP once it is cleared: a query for names, or an update of the 5106. */
  readonly tool?: 'query' | 'update';
  /** Fields of importer numbers beside the first, which is the one that the case goes by (docs/decisions/0066). */
  readonly moreNumbers?: readonly string[];
  /** The field that says who shall get the importer's money: two requests that name another one are looked at together. */
  readonly receiver?: string;
  /** The field whose mailbox must be told and asked as well, when it is another one than the contact's. */
  readonly otherMailbox?: string;
  /** The statement the requester ticks, kept with the case word for word: its version, and the field of its words. */
  readonly statement?: { readonly field: string; readonly version: string };
  readonly presets?: readonly Preset[];
};
