import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import outcomeNames from '../../web/src/desk/words/case.en.json' with { type: 'json' };
import { typeName } from '../../web/src/desk/words/types.ts';
import { publicSideOf } from '#casework/importer/public-side.ts';
import { checkStates, missingForClearance } from '#domain/case/clearance/clearance.ts';
import { isToClear } from '#domain/case/clearance/needed.ts';
import type { Case } from '#domain/case/case.ts';
import { missingAnswers } from '#domain/case/completion.ts';
import { complete } from '#domain/case/moves/importer-moves.ts';
import { makeMove, movesFor } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { recordDutiesOf } from '#domain/case/record-duty.ts';
import { outcomesOf } from '#domain/requests/outcomes.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { teamLabel } from '#domain/requests/team-answers.ts';
import { textsOf } from '#domain/requests/texts.ts';
import { flagsOfOthers, rivalsEachOther } from '#domain/risk/of-others.ts';
import { flagsOfRequest } from '#domain/risk/of-request.ts';
import { typeAt } from '#domain/case/type-at.ts';
import { levelOf } from '#domain/risk/weights.ts';
import { opened, samples, unsuspicious } from '#test/fakes/requests.ts';
import { mailDomains } from '../../functions/mail-domains/mail-domains.ts';
import { ada, after, at, confirmed, importerOn, luis, moves, on, updateChecks } from './moves-cases.ts';

const now = { now: at(2000), broker };
const world = { broker, domains: [], ...mailDomains };
const notify = unsuspicious(opened('notify-party'));
const advice = confirmed(opened('account-error'));
const refund = confirmed(unsuspicious(opened('refund-returned')));
const guidance = { guidance: 'Ask in your company who signed up.\n\nThen write to ACE Support.' };

describe('a notify party turns money elsewhere', () => {
  it('stands behind the very gate of an email update', () => {
    const kinds = (of: Case) =>
      checkStates({ ...of, risk: { at: '', level: 'high', flags: [] } }, now).map(({ kind }) => kind);
    const update = { ...opened('email-update'), answers: { ...opened('email-update').answers, newEmail: '' } };
    expect(kinds(notify)).toEqual(kinds(update).filter((kind) => kind !== 'other-mailbox'));
    expect(kinds(notify)).toContain('second-look');
  });

  const prepared: Move = {
    ...{ move: 'answer', outcome: 'prepared' },
    values: { receiver: 'Harbor & Pine', way: 'tab', preparedAt: at(20).toISOString() },
  };

  it('is not prepared before it is cleared', () => {
    expect(makeMove(confirmed(notify), prepared, on(luis))).toEqual({ refused: { code: 'not-cleared' } });
    expect(missingForClearance(confirmed(notify), now)).toEqual([
      ...['earlier-contact', 'call-back', 'power-of-attorney', 'certifier'],
    ]);
  });

  it('tells the earlier contact who was told, and who may still say no', () => {
    const told = after(confirmed(notify), luis, moves['tell-earlier'], ...updateChecks);
    const sent = told.letters.map((one) =>
      one.kind === 'earlier-contact' ? { ...one, state: 'sent' as const, sentAt: at(40).toISOString() } : one,
    );
    const at4 = { by: luis, now: at(4 * 24 * 60), broker };
    const cleared = makeMove({ ...told, letters: sent }, { move: 'clear' }, at4);
    const done = 'moved' in cleared && makeMove(cleared.moved, prepared, at4);
    expect(done).toMatchObject({ moved: { state: 'answered' } });
    expect(done && 'moved' in done && done.moved.letters.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['outcome', 'earlier-contact-filed']),
    );
  });

  it.each([
    ['somebody who is no broker', { receiverKind: 'another', receiverName: 'Acme Holding Inc' }, ['not-a-broker']],
    ['an agent who asks', { contactRole: 'agent' }, ['agent']],
    ['another signer than who asks', { certifierLast: 'Doe' }, ['other-certifier']],
    ['nothing', {}, []],
  ])('weighs %s', (_, change, codes) => {
    const known = { broker, domains: [], isDisposable: () => false, toUnicode: (domain: string) => domain };
    const flags = flagsOfRequest(opened('notify-party', change), known);
    expect(flags.map(({ code }) => code)).toEqual(codes);
  });

  it('weighs another request that names another receiver enough for a second look', () => {
    const other = opened('notify-party', { receiverKind: 'another', receiverName: 'Quick Refunds LLC' });
    const flags = flagsOfOthers(notify, { importer: [other], requester: [], mailbox: [] });
    expect(flags.map(({ code }) => code)).toEqual(['another-receiver']);
    expect(levelOf(flags)).toBe('high');
    expect(rivalsEachOther(notify, other)).toBe(true);
    expect(rivalsEachOther(notify, opened('notify-party'))).toBe(false);
    expect(rivalsEachOther(notify, opened('email-update'))).toBe(false);
  });

  it('is the rival of one that names the same receiver with another number, and of none that names nobody yet', () => {
    const named = (change: Record<string, unknown>) =>
      opened('notify-party', { receiverKind: 'other-broker', receiverName: 'Good Broker Inc', ...change });
    const [one, other] = [named({ receiverNumber: '12-3456789' }), named({ receiverNumber: '98-7654321' })];
    expect(rivalsEachOther(one, other)).toBe(true);
    expect(rivalsEachOther(one, named({}))).toBe(false);
    const { receiverKind: _, receiverName: __, receiverNumber: ___, ...rest } = one.answers;
    expect(rivalsEachOther({ ...one, answers: rest }, other)).toBe(false);
  });

  it('weighs a receiver whose name holds letters of another alphabet', () => {
    const codes = (receiverName: string) =>
      flagsOfRequest(opened('notify-party', { receiverKind: 'other-broker', receiverName }), world).map(
        ({ code }) => code,
      );
    expect(codes('G\u043e\u043ed Broker Inc')).toContain('look-alike-name');
    expect(codes('CBP Refund Office')).toContain('poses-as');
    expect(codes('Good Broker Inc')).toEqual([]);
  });

  it('keeps its own statement through another request and back, and shows none that was ticked for that', () => {
    const asUpdate = after(notify, luis, { move: 'convert', to: 'email-update' });
    expect(notify.statement).toBeDefined();
    expect(asUpdate.statement).toBeUndefined();
    const ticked = { ...asUpdate, statement: { at: asUpdate.was[0]?.at ?? '', text: 'Of the email.', version: '1' } };
    const again = after(ticked, luis, { move: 'convert', to: 'notify-party' });
    expect(again.statement).toEqual(notify.statement);
    expect(again.was.at(-1)?.statement?.text).toBe('Of the email.');
  });

  it('is what an earlier contact was told of, whatever it became later', () => {
    const before = notify.openedAt;
    const turned = after(notify, luis, { move: 'convert', to: 'account-error' });
    expect(typeAt(turned, before)).toBe('notify-party');
    expect(typeAt(turned, new Date(Date.parse(turned.was[0]?.at ?? '') + 1).toISOString())).toBe('account-error');
  });
});

describe('advice', () => {
  it('is never cleared: no tool opens on it without a power of attorney', () => {
    expect(movesFor(advice, ada)).not.toContain('clear');
    expect(makeMove(advice, { move: 'clear' }, on(ada))).toEqual({ refused: { code: 'no-need' } });
    expect(requestTypeNames.filter((type) => !isToClear(type))).toEqual(['account-error']);
  });

  it('is told at once, step by step, and may be erased: CBP was asked nothing', () => {
    const told = after(advice, luis, { move: 'answer', outcome: 'guidance-sent', values: guidance });
    expect(told.state).toBe('answered');
    expect(recordDutiesOf(told)).not.toContain('customs-business');
  });

  it('about a refund wants a receiver whom the client file knows, and is a record', () => {
    const answer: Move = { move: 'answer', outcome: 'guidance-sent', values: guidance };
    expect(makeMove(refund, answer, on(luis))).toEqual({ refused: { code: 'not-cleared' } });
    const record = after(refund, ada, { ...answer, override: 'By phone, to the president.' });
    expect(recordDutiesOf(record)).toContain('customs-business');
  });

  it.each([
    ['needs-name-query', 'name-query'],
    ['needs-email-update', 'email-update'],
  ] as const)('%s goes on as %s, and its importer reads why', (outcome, type) => {
    const turned = after(advice, luis, { move: 'answer', outcome, values: {} });
    expect(turned).toMatchObject({ type, was: [{ type: 'account-error' }] });
    expect(publicSideOf(turned).turned).toEqual({ from: 'account-error', by: outcome });
    // Nobody was seen to read the mailbox: that it was turned is told, and not by what.
    expect(publicSideOf({ ...turned, confirmed: {} }).turned).toEqual({ from: 'account-error' });
  });
});

const pairs = requestTypeNames.flatMap((from) =>
  requestTypeNames.flatMap((to) => (from === to ? [] : [[from, to] as const])),
);

describe.each(pairs)('a case of %s that becomes %s', (from, to) => {
  const before = after(confirmed(unsuspicious(opened(from))), luis, moves.note, moves.flag, moves.ask);
  const turned = after(before, luis, { move: 'convert', to });

  it('keeps all that happened', () => {
    expect(turned).toMatchObject({ type: to, reference: before.reference, answers: before.answers });
    expect(turned.timeline.slice(0, before.timeline.length)).toEqual(before.timeline);
    expect(turned.timeline.at(-1)).toMatchObject({ what: 'converted', about: { from, to } });
    expect(turned.was).toMatchObject([{ type: from, who: luis.email }]);
    expect(turned.was[0]?.statement).toEqual(before.statement);
    expect([turned.questions, turned.flags]).toEqual([before.questions, before.flags]);
    expect(turned.letters.filter(({ kind }) => kind === 'converted')).toHaveLength(1);
    for (const name of Object.keys(before.answers)) expect(teamLabel(to, name)).not.toBe(name);
  });

  it('takes the answers that it lacks, with a statement of its own, and keeps the one before', () => {
    expect(turned.state).toBe(missingAnswers(turned).length > 0 ? 'waiting' : 'open');
    const done = complete(turned, onlyOf(to), importerOn(900));
    // What both ask was answered: such a case lacks nothing.
    if (missingAnswers(turned).length === 0) return;
    expect(done).toHaveProperty('moved');
    const next = 'moved' in done ? done.moved : turned;
    expect(missingAnswers(next)).toEqual([]);
    expect(next.was[0]?.statement).toEqual(before.statement);
    if (opened(to).statement) expect(next.statement?.text).toBe(opened(to).statement?.text);
  });
});

/** A sample's answers, of its own number only: the case has one. */
const onlyOf = (type: RequestTypeName) =>
  Object.fromEntries(Object.entries(samples[type][0] ?? {}).filter(([name]) => name !== 'locale'));

describe('what the desk calls things', () => {
  it.each(requestTypeNames)('%s by the name in its folder', (type) => {
    expect(typeName(type)).toBe(textsOf('en', type)['name']);
  });

  it('every outcome in the queue', () => {
    const names: Readonly<Record<string, string>> = outcomeNames;
    const codes = requestTypeNames.flatMap((type) => Object.keys(outcomesOf[type]));
    expect(codes.filter((code) => !names[`outcome.${code}`])).toEqual([]);
  });
});
