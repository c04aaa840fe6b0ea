import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { checkStates, isReadyToClear, missingForClearance } from '#domain/case/clearance/clearance.ts';
import { isToClear, neededChecks } from '#domain/case/clearance/needed.ts';
import type { Case } from '#domain/case/case.ts';
import { complete } from '#domain/case/moves/importer-moves.ts';
import type { Check, CheckKind } from '#domain/case/parts.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { opened, samples, unsuspicious } from '#test/fakes/requests.ts';
import {
  after,
  at,
  confirmed,
  importerOn,
  luis,
  moves,
  query,
  readyQuery,
  readyUpdate,
  update,
} from './moves-cases.ts';

const record = (kind: CheckKind, result: 'passed' | 'failed' = 'passed', minutes = 25): Check => ({
  kind,
  result,
  at: at(minutes).toISOString(),
  who: luis.email,
  name: luis.name,
  person: 'Rosa Alvarez',
  source: 'Client file',
});
/** A Tuesday afternoon, long after every check of these tests. */
const now = { now: at(2000), broker };
const second: Check = { ...record('second-person'), licensed: true };
const withChecks = (of: Case, ...checks: readonly Check[]): Case => ({ ...of, checks: [...checks] });
const both = confirmed(confirmed(update), 'other-mailbox');
const all = [second, record('call-back'), record('power-of-attorney'), record('certifier')];

describe('what is missing for clearance', () => {
  it.each([
    ['a new name query', query, ['mailbox', 'power-of-attorney', 'receiver']],
    ['a name query whose mailbox is read', confirmed(query), ['power-of-attorney', 'receiver']],
    ['a name query with its checks', readyQuery, []],
    [
      'a new email update',
      update,
      ['mailbox', 'other-mailbox', 'earlier-contact', 'call-back', 'power-of-attorney', 'certifier'],
    ],
    [
      'an email update of one mailbox',
      unsuspicious(opened('email-update', { newEmail: update.answers['contactEmail'] })),
      ['mailbox', 'earlier-contact', 'call-back', 'power-of-attorney', 'certifier'],
    ],
    ['an email update with its checks', readyUpdate, []],
    ['one with all but the new mailbox', withChecks(confirmed(update), ...all), ['other-mailbox']],
    ['one whose certifier was reached at the second call', withChecks(both, record('certifier', 'failed'), ...all), []],
    [
      'one where a person said no once, and somebody wrote a yes over it',
      withChecks(both, record('call-back', 'failed'), ...all),
      ['second-look'],
    ],
    ['one that passed once and failed later', withChecks(both, ...all, record('certifier', 'failed')), ['certifier']],
    [
      'one with a check of another type',
      withChecks(both, record('receiver')),
      ['earlier-contact', 'call-back', 'power-of-attorney', 'certifier'],
    ],
  ] as const)('%s', (_, of, missing) => {
    expect(missingForClearance(of, now)).toEqual(missing);
    expect(isReadyToClear(of, now)).toBe(missing.length === 0);
  });

  it('is never nothing for a type that is cleared: each needs a power of attorney and a person spoken to', () => {
    for (const type of requestTypeNames.filter(isToClear)) {
      expect(neededChecks(type)).toContain('power-of-attorney');
      expect(neededChecks(type).length).toBeGreaterThan(1);
      expect(isReadyToClear(opened(type), now)).toBe(false);
    }
  });
});

describe('how each check stands', () => {
  it('is said in the order of work, with the record that counts', () => {
    const states = checkStates(withChecks(confirmed(update), ...all, record('certifier', 'failed', 70)), now);
    expect(states.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'mailbox passed',
      'other-mailbox missing',
      'earlier-contact passed',
      'call-back passed',
      'power-of-attorney passed',
      'certifier failed',
    ]);
    expect(states[0]).toMatchObject({ confirmedAt: at(20).toISOString() });
    expect(states[5]).toMatchObject({ check: { result: 'failed', at: at(70).toISOString() } });
  });
});

describe('a case that became another request', () => {
  const earlier = withChecks(confirmed(query), ...all);
  const turned = after(earlier, luis, moves.convert);
  const stateOf = (of: Case, kind: string) => checkStates(of, now).find((one) => one.kind === kind)?.state;
  const complete_ = (of: Case) => {
    const step = complete(of, samples['email-update'][0] ?? {}, importerOn(200));
    if (!('moved' in step)) throw new Error('refused');
    const weighed: Case['risk'] = { at: at(201).toISOString(), level: 'none', flags: [] };
    return confirmed({ ...step.moved, risk: weighed }, 'other-mailbox');
  };

  it.each([
    ['call-back', 'missing'],
    ['certifier', 'missing'],
    ['power-of-attorney', 'passed'],
  ])('has its earlier %s as %s', (kind, state) => {
    expect(stateOf(turned, kind)).toBe(state);
  });

  it('wants the answers it lacks', () => {
    expect(missingForClearance(turned, now)).toContain('answers');
    expect(missingForClearance(complete_(turned), now)).toEqual(['earlier-contact', 'call-back', 'certifier']);
  });

  it('takes checks made after its last answers, none made before them', () => {
    const before = complete_({
      ...turned,
      checks: [...turned.checks, record('call-back', 'passed', 190), record('certifier', 'passed', 190)],
    });
    expect(missingForClearance(before, now)).toEqual(['earlier-contact', 'call-back', 'certifier']);
    const called = { ...second, at: at(210).toISOString() };
    const later = [called, record('call-back', 'passed', 210), record('certifier', 'passed', 210)];
    expect(missingForClearance({ ...before, checks: [...before.checks, ...later] }, now)).toEqual([]);
  });

  it('wants a second look until it was weighed as what it is now', () => {
    const { risk, ...unweighed } = complete_(turned);
    const old: Case['risk'] = { at: at(1).toISOString(), level: 'none', flags: [] };
    for (const of of [unweighed, { ...unweighed, risk: old }])
      expect(missingForClearance(of, now)).toContain('second-look');
    expect(risk && missingForClearance({ ...unweighed, risk }, now)).not.toContain('second-look');
  });

  it('does not forget that an earlier check failed', () => {
    const failed = after(withChecks(confirmed(query), record('call-back', 'failed')), luis, moves.convert);
    expect(stateOf(failed, 'call-back')).toBe('failed');
  });
});
