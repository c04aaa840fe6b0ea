import type { Card } from '#domain/desk/card.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';

/** As many as the door takes at once (`case-calls.ts`); and as many as fill whole lines of six numbers, where each case has one. */
const AT_ONCE = 25;
const LINES_AT_ONCE = 24;

const parts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

export type Taken = {
  readonly taken: number;
  /** Those that are not, each with its reason in words. */
  readonly not: readonly { readonly reference: string; readonly why: string }[];
  readonly problem?: Problem;
};

/** Takes cases for the member. Stops at a call that fails; what was taken by then stays taken. */
export async function takeAll(cards: readonly Card[]): Promise<Taken> {
  let sum: Taken = { taken: 0, not: [] };
  for (const part of parts(cards, AT_ONCE)) {
    const cases = part.map(({ reference, digest, version }) => ({ reference, digest, version }));
    const called = await call('take', { body: { cases } });
    if ('problem' in called) return { ...sum, problem: called.problem };
    const not = called.ok.results.filter(({ result }) => result !== 'taken');
    sum = {
      taken: sum.taken + called.ok.results.length - not.length,
      not: [...sum.not, ...not.map(({ reference, why = '' }) => ({ reference, why }))],
    };
  }
  return sum;
}

export type KiLines = {
  readonly lines: readonly string[];
  readonly leftOut: readonly { readonly reference: string; readonly why: string }[];
  readonly problem?: Problem;
};

export async function kiLines(cards: readonly Card[], addresses: boolean): Promise<KiLines> {
  let sum: KiLines = { lines: [], leftOut: [] };
  for (const part of parts(cards, LINES_AT_ONCE)) {
    const cases = part.map(({ reference, digest }) => ({ reference, digest }));
    const called = await call('ki', { body: { cases, addresses } });
    if ('problem' in called) return { ...sum, problem: called.problem };
    sum = { lines: [...sum.lines, ...called.ok.lines], leftOut: [...sum.leftOut, ...called.ok.leftOut] };
  }
  return sum;
}
