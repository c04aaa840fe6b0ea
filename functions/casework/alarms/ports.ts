/** An alarm of the cloud that came up or went out, as it is told to a webhook. */
export type Alarm = {
  /** The same for each try to tell it, so that the receiver knows a repeat. */
  readonly id: string;
  /** `urgent` wakes somebody now; `soon` is looked at on the same working day. */
  readonly severity: 'urgent' | 'soon';
  readonly name: string;
  /** `alarm`: it came up. `ok`: it is over. `unknown`: nothing is measured any more. */
  readonly state: 'alarm' | 'ok' | 'unknown';
  /** One or two sentences, with nothing private in them. */
  readonly what: string;
  /** ISO 8601, UTC. */
  readonly at: string;
};

/** What is posted. `text` is what chat tools show. */
export type AlarmSaid = Omit<Alarm, 'id'> & { readonly type: 'alarm'; readonly text: string };

export type Webhook = {
  /** Posts it, signed: taken, or a short code of what went wrong. Never throws, never takes longer than 10 s. */
  post(id: string, said: AlarmSaid): Promise<'taken' | { readonly failed: string }>;
};
