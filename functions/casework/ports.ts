import type { Case, CaseKey } from '#domain/case/case.ts';
import type { CaseReference } from '#domain/case/reference.ts';

/** What the stories need of the world: small records of functions, in our own words. Each has one contract suite for all its adapters. */

/** The store cannot be asked right now. Thrown by adapters, since no story can go on; the edge answers "try again soon". */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

export type CaseStore = {
  /** Puts a new case, unless the very same is there: then nothing changes. One write, no read. */
  put(opened: Case): Promise<'stored' | 'already-stored'>;
  /** The case as it is now (a consistent read), or nothing. */
  read(key: CaseKey): Promise<Case | undefined>;
  /** All cases of a reference (a consistent read): none, one, or by rare chance two. Those past their time too, while they exist. */
  find(reference: CaseReference): Promise<readonly Case[]>;
  /** Replaces a case whose `rev` still is `readRev`; else nothing changes. */
  save(next: Case, readRev: number): Promise<'saved' | 'moved'>;
  /** Keys of cases with a letter to pay not later than `until` (ISO), oldest first, at most `most`. May lag a second. */
  owing(until: string, most: number): Promise<readonly CaseKey[]>;
};

/** A mail as it goes out. Addresses are bare; `conversation` threads all letters of a case. */
export type Mail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly conversation: string;
  readonly kind: string;
  /** Of a case's letter: what the mail service tells of this mail finds its letter by it. */
  readonly letter?: { readonly reference: CaseReference; readonly digest: string; readonly id: string };
  /** It may have gone before: an answer was lost. */
  readonly mayBeTwice?: boolean;
};

/** `unsure`: nothing answered, so nobody knows whether the mail was taken. */
export type Sending = { readonly sent: string } | { readonly failed: string; readonly unsure?: boolean };

export type Mailer = {
  /** Hands a mail over: the provider's id, or a short code of what went wrong. Never throws, never takes longer than 10 s. */
  send(mail: Mail): Promise<Sending>;
};

/** An event name and references, nothing else: no body, address, number or token is ever logged. */
export type Log = (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void;

export type Clock = () => Date;
