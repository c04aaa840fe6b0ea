/** Every code that a case's timeline says (`what`). The desk has words for each; a test holds the moves to them. */
export const importerEvents = ['opened', 'confirmed', 'replied', 'completed'] as const;

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
] as const;

export const timelineEvents = [...importerEvents, ...memberEvents] as const;
export type TimelineEvent = (typeof timelineEvents)[number];
