import { setTimeout as pause } from 'node:timers/promises';

/** So many are under way at most: a machine that cannot keep up is asked less, and the rate that came about says so. */
const MOST_UNDER_WAY = 64;

/** What became of calls at a rate: how many, how fast, and how long each took, in milliseconds. */
export type Flow = { readonly done: number; readonly seconds: number; readonly took: readonly number[] };

/** Makes a call so many times a second, each at its own moment whether the last one has ended or not, if the machine can. */
export async function atRate(perSecond: number, seconds: number, call: () => Promise<void>): Promise<Flow> {
  const calls = Math.round(perSecond * seconds);
  const took: number[] = [];
  const began = performance.now();
  let next = 0;
  const sender = async () => {
    while (next < calls) {
      const moment = began + (next * 1000) / perSecond;
      next += 1;
      if (moment > performance.now()) await pause(moment - performance.now());
      const sent = performance.now();
      await call();
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: MOST_UNDER_WAY }, sender));
  return { done: calls, seconds: (performance.now() - began) / 1000, took };
}

export const together = (flows: readonly Flow[]): Flow => ({
  done: flows.reduce((sum, { done }) => sum + done, 0),
  seconds: flows.reduce((sum, { seconds }) => sum + seconds, 0),
  took: flows.flatMap(({ took }) => took),
});

/** How long it took for that share of the calls, at most. */
export const within = ({ took }: Flow, share: number): number =>
  took.toSorted((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * share))] ?? NaN;
