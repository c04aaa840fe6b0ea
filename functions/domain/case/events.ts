/** Every code that a case's timeline says (`what`). The desk has words for each; a test holds the moves to them. */
export const importerEvents = ['opened', 'confirmed', 'replied', 'completed', 'erasure-asked'] as const;

/** What the machine did by itself. */
export const deskEvents = [
  'secret-removed',
  'weighed',
  'risk-rose',
  /** The mail service says so: `about.letter`, `about.mailbox`, `about.why`. */
  'letter-came-back',
  'letter-complained',
  /** An operator put an earlier state in its place, from a copy of the table. */
  'brought-back',
] as const;

export const memberEvents = [
  'taken',
  'handed-over',
  'put-back',
  'noted',
  'flagged',
  'unflagged',
  'asked',
  'checked',
  /** A check failed on a case that was cleared. */
  'clearance-lost',
  'cleared',
  /** Cleared, and with it the outcome told that was recorded without clearance: `about.outcome`. */
  'cleared-and-answered',
  'on-file',
  'answered',
  'recorded-without-clearance',
  'declined',
  'closed',
  'reopened',
  'converted',
  /** An earlier contact is told by mail; that letter came back. */
  'told-earlier',
  'came-back',
  /** A second look: `about.result`, and `about.solo` where there is no other member. */
  'looked-again',
  'frozen',
  'unfrozen',
  'letter-let-go',
  /** One that was given up, or came back. */
  'letter-sent-again',
  'legal-hold',
  'legal-hold-ended',
  /** The power of attorney on record ended: `about.ends`. */
  'power-ended',
  'erased',
] as const;

/** What an earlier contact can do, who was told by mail. */
export const earlierContactEvents = ['not-us'] as const;

export const timelineEvents = [...importerEvents, ...deskEvents, ...memberEvents, ...earlierContactEvents] as const;
export type TimelineEvent = (typeof timelineEvents)[number];
