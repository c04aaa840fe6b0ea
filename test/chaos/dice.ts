/**
 * Chance that can be played again: a run says its seed, and `CHAOS_SEED=…` plays it. What the machine does at the same
 * moment stays its own affair, so a second run is alike and not the same.
 */
export type Dice = {
  readonly seed: number;
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number below `end`. */
  readonly below: (end: number) => number;
};

export function dice(seed = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 2 ** 31))): Dice {
  let state = seed;
  // Mulberry32 of Tommy Ettinger, in the public domain: small, and even enough to choose moments by.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, next, below: (end) => Math.floor(next() * end) };
}

export function shuffled<T>(all: readonly T[], chance: Dice): T[] {
  return all
    .map((one) => [chance.next(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
