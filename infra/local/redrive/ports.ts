/** A queue of dead letters: what a door, or whoever wakes it, gave up on. */
export type DeadQueue = {
  readonly name: string;
  readonly waiting: number;
  /** The queue that they came from, where there is one: they can be worked on again. Else they were calls to wake a door. */
  readonly cameFrom?: string;
};

/** How far a move back is. */
export type Moving = { readonly moved: number; readonly running: boolean; readonly failed?: string };

/** The queues of dead letters of one stage. It has one contract suite for its adapter and its fake. */
export type DeadQueues = {
  list(): Promise<readonly DeadQueue[]>;
  /** Begins to move all messages back to where they came from; a move that is under way goes on. */
  moveBack(queue: DeadQueue): Promise<void>;
  /** The last move of a queue; nothing when there was none. */
  moving(queue: DeadQueue): Promise<Moving | undefined>;
  /** Throws away all that waits in it. */
  purge(queue: DeadQueue): Promise<void>;
};
