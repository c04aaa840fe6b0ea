import type { Locale } from '../requests/locale.ts';

/** What `broker.config.ts` says: who the broker is and how this desk behaves. Durations are in the unit their name ends with. */
export type Member = { readonly name: string; readonly email: string; readonly role: 'member' | 'licensed' };

/**
 * How members sign in. `passkey`: a mailed link and a passkey; `first` is the code by which that licensed member enrols the
 * first one. Each value of the code works once: a new value is the way back for a sole broker who lost the passkey.
 * `oidc`: your own identity provider (docs/decisions/0030). `secondFactor` says who proves that one was used: the
 * provider's `claims` (`amr`, or one of `acrValues`), or you, because the `provider` lets nobody in without.
 */
export type SignIn =
  | { readonly with: 'passkey'; readonly first?: { readonly email: string; readonly code: string } }
  | {
      readonly with: 'oidc';
      readonly issuer: string;
      readonly clientId: string;
      readonly secondFactor: 'claims' | 'provider';
      readonly acrValues?: readonly string[];
    };

/** Office hours in the broker's own time zone; a day that is not named is closed. Times are `HH:MM`, 24 hours. */
export type OfficeHours = {
  readonly timeZone: string;
  readonly days: Readonly<Partial<Record<Weekday, { readonly open: string; readonly close: string }>>>;
  /** ISO dates, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
};
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** How the desk wakes people when something is wrong with itself. All of it goes to `teamMailboxes` as well. */
export type Alarms = {
  /** An https address that every alarm is posted to, signed (Standard Webhooks): a chat tool, a pager. */
  readonly webhook?: string;
  /** One more mailbox for urgent alarms, for one a pager's. */
  readonly urgentMailbox?: string;
  /** So many office hours without a real request are worth a look: is the site still found? */
  readonly quietOfficeHours: number;
  /** What this AWS account should cost in a month, at most, in US dollars. */
  readonly monthlyDollars: number;
};

export type Broker = {
  readonly name: string;
  /** The customs broker licence number, as issued. */
  readonly licenceNumber: string;
  /** The filer code of the broker's entries: three characters. */
  readonly filerCode: string;
  readonly phone: string;
  /** Where importers may write; shown on every page. */
  readonly email: string;
  readonly website: string;
  /** A path below web/public, or nothing: the name is then the logo. */
  readonly logo?: string;
  readonly colours: { readonly accent: string; readonly accentDark: string };
  /** Letters to the team go to the first that takes mail, alarms to all, since the first may be what died. */
  readonly teamMailboxes: readonly [string, ...string[]];
  /** The address that letters come from; its domain is the one set up in SES. */
  readonly mailFrom: string;
  /** The broker's own mail domains: never allowed as an importer's new address. */
  readonly ownDomains: readonly string[];
  /** The public site's host name in production. */
  readonly siteDomain: string;
  /**
   * Your own websites whose pages may show the help and the forms in a frame, each as its origin: `https://www.broker.example`.
   * Name none where others write pages, too. Without this nobody may frame anything (docs/decisions/0070).
   */
  readonly embedOn?: readonly string[];
  readonly members: readonly Member[];
  readonly signIn: SignIn;
  readonly alarms: Alarms;
  readonly languages: readonly ['en', ...Locale[]];
  readonly officeHours: OfficeHours;
  /**
   * For the days of an attack: each request's page works for a moment before it sends. What comes without that is kept,
   * and its letters to strangers wait for a member.
   */
  readonly proofOfWork: boolean;
  /** Office hours from receipt to the promised first answer, by request type; `default` serves types not named. */
  readonly dueOfficeHours: Readonly<Record<string, number> & { default: number }>;
  /** One sentence about the fee in each language, or nothing when there is none to tell. */
  readonly feeText?: { readonly en: string } & Readonly<Partial<Record<Locale, string>>>;
  /** Where an importer can sign a power of attorney with this broker. */
  readonly powerOfAttorneyLink?: string;
  /** Whether letters to the team show an importer number in full. The desk does, so leave it false: a mailbox has copies on many devices. */
  readonly showFullNumberToTeam: boolean;
  /**
   * How long nothing is filed after: an earlier contact was told by mail; a letter went to the address on file; a broker
   * with no other member looked at a risky case for the first time. In working days of the office hours.
   */
  readonly holdWorkingDays: { readonly earlierContact: number; readonly letterOnFile: number; readonly solo: number };
  /**
   * How long a case is kept: after it came and nobody confirmed it; after it was declined and is no client's; after any other
   * end; after the power of attorney ended that it says was seen. The last two are five years at least (19 CFR 111.23).
   */
  readonly retentionDays: {
    readonly unconfirmed: number;
    readonly declined: number;
    readonly closed: number;
    readonly powerOfAttorney: number;
  };
  /** The AWS region: records of customs business stay in US customs territory (19 CFR 111.23, read 2026-07). */
  readonly region: string;
};
