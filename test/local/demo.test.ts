import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { checkStates } from '#domain/case/clearance/clearance.ts';
import { caseSchema, caseStates } from '#domain/case/case.ts';
import { deliveryOf } from '#domain/case/delivery-state.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { outcomesOf } from '#domain/requests/outcomes.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { withLettersSent } from '../../infra/local/demo/fill.ts';
import { playedCases } from '../../infra/local/demo/play.ts';

/** A Wednesday afternoon and a Sunday night: the demo may be started at any time. */
const times = [new Date('2026-11-18T19:00:00.000Z'), new Date('2027-01-03T03:30:00.000Z')];

describe.each(times)('the demo, started at %s', (now) => {
  const cases = playedCases(now);

  it('has some sixty cases, each of its own, as the store takes them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(55);
    expect(new Set(cases.map(({ reference }) => reference)).size).toBe(cases.length);
    for (const one of cases) expect(caseSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  it('shows every state and every outcome of every request', () => {
    expect([...new Set(cases.map(({ state }) => state))].sort()).toEqual([...caseStates].sort());
    const told = cases.flatMap(({ type, timeline }) =>
      timeline.flatMap(({ about }) => (about?.['outcome'] === undefined ? [] : [`${type} ${about['outcome']}`])),
    );
    // An outcome that turns a case into another request is told on the case as it is now.
    const turned = cases.flatMap(({ was, timeline }) =>
      was.flatMap(({ type }) => timeline.map(({ about }) => `${type} ${about?.['outcome'] ?? ''}`)),
    );
    const all = requestTypeNames.flatMap((type) => Object.keys(outcomesOf[type]).map((code) => `${type} ${code}`));
    expect(all.filter((outcome) => ![...told, ...turned].includes(outcome))).toEqual([]);
    expect(all.length).toBeGreaterThan(10);
  });

  it('shows work in every stage: flagged, cleared, asked, turned, recorded without clearance, overdue', () => {
    const some = (holds: (one: (typeof cases)[number]) => boolean) => cases.filter(holds).length;
    expect(some(({ flags }) => flags.length > 0)).toBeGreaterThan(1);
    expect(some(({ cleared, state }) => cleared !== undefined && state === 'open')).toBeGreaterThan(2);
    expect(some(({ questions }) => questions.some(({ answer }) => answer !== undefined))).toBeGreaterThan(0);
    expect(some(({ was }) => was.length > 0)).toBeGreaterThan(1);
    expect(some(({ outcome }) => outcome?.override !== undefined && outcome.releasedAt === undefined)).toBe(1);
    expect(some(({ state, dueAt }) => state === 'open' && dueAt < now.toISOString())).toBeGreaterThan(0);
    expect(some(({ assignee }) => assignee === undefined)).toBeGreaterThan(5);
  });

  it('shows the gate at work: a hold that runs, a freeze, a second look that is wanted, a letter that is held', () => {
    const states = (one: (typeof cases)[number]) =>
      checkStates(withLettersSent(one), { now, broker }).map(({ kind, state }) => `${kind} ${state}`);
    const some = (holds: (one: (typeof cases)[number]) => boolean) => cases.filter(holds).length;
    const open = cases.filter(({ closedAt, frozen }) => closedAt === undefined && !frozen);
    expect(open.filter((one) => states(one).includes('earlier-contact waiting')).length).toBeGreaterThan(0);
    const last = open.filter((one) => states(one).every((said) => /passed|second-look missing/.test(said)));
    expect(last.filter((one) => states(one).includes('second-look missing')).length).toBeGreaterThan(0);
    expect(some(({ frozen }) => frozen?.who === 'earlier-contact')).toBe(1);
    expect(some(({ letters }) => letters.some(({ state }) => state === 'held'))).toBe(1);
  });

  it('shows an importer whom no letter reaches, and letters that arrived', () => {
    const settled = cases.map(withLettersSent);
    expect(settled.filter((one) => cardOf(one).unreached)).toHaveLength(1);
    const delivered = settled.flatMap(({ letters }) => letters.map(deliveryOf)).filter((is) => is === 'delivered');
    expect(delivered.length).toBeGreaterThan(100);
  });

  it('tells nothing of the future, and the same cases again at a second start', () => {
    for (const { timeline } of cases) expect(timeline.every(({ at }) => at <= now.toISOString())).toBe(true);
    const again = playedCases(new Date(now.getTime() + 60_000));
    expect(again.map(({ digest }) => digest)).toEqual(cases.map(({ digest }) => digest));
  });
});
