/** Between which times a table can be restored (ISO 8601, UTC). */
export type Window = { readonly earliest: string; readonly latest: string };

/** What AWS says of a table that a restore makes: from which one, and of which time. */
export type Restoring = { readonly from: string; readonly at: string; readonly ready: boolean };

/** A table's time machine. It has one contract suite for its adapter and its fake. */
export type PointInTime = {
  /** `off`: the table is there and its point-in-time recovery is not on. */
  window(table: string): Promise<Window | 'off' | 'no-table'>;
  /** What stands under a name: nothing, a restore, or a table that no restore made. */
  found(table: string): Promise<Restoring | 'nothing' | 'another-table'>;
  /** Begins to make a table as the other one was at a time (ISO); it takes minutes to hours. */
  begin(restore: { readonly from: string; readonly at: string; readonly to: string }): Promise<void>;
  /** Switches on what a restore leaves off, and tells of each. Harmless when it is on. */
  settle(table: string, tell: (what: string) => void): Promise<void>;
};
