/**
 * What we promise, as data (docs/operations.md, "What we promise, and how it is measured"): infra/slo.ts makes alarms of it, the
 * dashboard shows it. A promise holds over 28 days; what may fail in them is its budget.
 */
export const windowDays = 28;

export const objectives = {
  /** A letter is taken by SES within 60 seconds of being owed. Told late is each letter once; those that were not sent yet count, too. */
  LettersAccepted: { target: 0.999, bad: 'letter-late', all: ['letter-sent', 'letter-late'] },
  /**
   * A letter is delivered within five minutes of being owed. Told slow are some of the delivered, when they are; told delayed is a letter
   * that its receiver did not take at once: each once, and also one that never arrives.
   */
  LettersDelivered: { target: 0.99, bad: 'letter-slow', all: ['letter-delivered'], orBad: 'letter-delayed' },
  /** A reference that somebody was shown is stored. It has no budget: a single one is an alarm (ReferencesMissingAlarm). */
  ReferencesStored: { target: 1, bad: 'references-missing', all: ['references-accepted'] },
} as const satisfies Readonly<Record<string, Objective>>;

export type Objective = {
  readonly target: number;
  readonly bad: string;
  readonly all: readonly string[];
  /** Bad as well, of letters that are not among all yet. The larger of both counts for the alarms (infra/slo.ts). */
  readonly orBad?: string;
};

/**
 * How fast a budget may burn ("The Site Reliability Workbook", chapter 5): at 14.4 times the even pace, an hour takes 2 % of what four
 * weeks may have; at 6 times, six hours take 5 %. The short window says that it burns still. `few`: so many bad ones at least, since at
 * a quiet desk a single letter is a tenth of all.
 */
export const burns = {
  Fast: { severity: 'urgent', times: 14.4, long: { minutes: 60, few: 3 }, short: { minutes: 5, few: 1 } },
  Slow: { severity: 'soon', times: 6, long: { minutes: 360, few: 5 }, short: { minutes: 30, few: 1 } },
} as const;

/** A quiet desk has a letter every few minutes: the short window looks at the last three of its kind. */
export const shortWindows = 3;
