/** Every code that a case's timeline says (`what`). The desk has words for each; a test holds the moves to them. */
export const importerEvents = ['opened', 'confirmed', 'replied', 'completed', 'erasure-asked'] as const;

/** What the machine did by itself. */
export const deskEvents = ['secret-removed', 'weighed', 'risk-rose', 'brought-back'] as const;

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
