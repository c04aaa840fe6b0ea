import { describe, expect, it } from 'vitest';
import { ownDataOf } from '#casework/importer/own-data.ts';
import { publicSideOf } from '#casework/importer/public-side.ts';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { later, moved, states } from '#test/fakes/importer-cases.ts';
import { doorTo } from './importer.ts';

const all = Object.entries(states);

/** A secret of the desk in every place that only members may see. */
const HIDDEN = 'ZEPHYR';
const laden = (of: Case): Case => {
  const by = { at: of.openedAt, who: `${HIDDEN}@harborpine.example`, name: HIDDEN };
  const outcome = of.outcome && { ...of.outcome, ...by, override: HIDDEN };
  return {
    ...of,
    ...(outcome && { outcome }),
    assignee: by.who,
    movedBy: by.who,
    numberWarnings: [HIDDEN],
    checks: [{ ...by, kind: 'call-back', result: 'failed', person: HIDDEN, source: HIDDEN, note: HIDDEN }],
    tellings: [{ ...by, id: 't1', mailbox: by.who, source: HIDDEN }],
    frozen: { ...by, reason: HIDDEN },
    frozenAt: of.openedAt,
    legalHold: { ...by, reason: HIDDEN },
    flags: [{ ...by, id: 'f1', reason: HIDDEN }],
    risk: { at: of.openedAt, level: 'high', flags: [{ code: HIDDEN, about: { said: HIDDEN } }] },
    onFile: { result: '1', abbreviatedName: HIDDEN, legalName: HIDDEN },
    questions: of.questions.map((question) => ({ ...question, who: by.who, name: HIDDEN })),
    timeline: [...of.timeline, { ...by, what: 'noted', text: HIDDEN, about: { said: HIDDEN } }],
    was: of.was.map((one) => ({ ...one, who: by.who })),
    letters: of.letters.map((letter) => ({ ...letter, lastFailure: HIDDEN, mails: [HIDDEN] })),
  };
};
const taken = (of: Case) => ownDataOf(publicSideOf(of), of, broker, later(60));

describe('the file of what somebody gave and was told', () => {
  it.each(all)('%s: holds every answer as it was given, under its question', (_, state) => {
    const of = state();
    const { answers, statement, request } = taken(of);
    const { importerNumber2, ...others } = of.answers;
    // Of a number more than its end is nowhere outside the desk.
    const masked = importerNumber2 === undefined ? {} : { importerNumber2: 'CBP-assigned number ending 2345' };
    expect(Object.fromEntries(answers.map(({ name, answer }) => [name, answer]))).toEqual({ ...others, ...masked });
    for (const { name, question } of answers) expect(question, name).not.toBe('');
    expect(statement).toEqual(of.statement);
    expect({ ...request, end: undefined }).toEqual({ ...publicSideOf(of), end: undefined });
    expect(request.end?.code).toBe(publicSideOf(of).end?.code);
  });

  it.each(all)('%s: holds nothing that only members see', (_, state) => {
    expect(JSON.stringify(taken(laden(state())))).not.toContain(HIDDEN);
  });

  it.each(all)('%s: never says that we suspect anything', (_, state) => {
    expect(JSON.stringify(taken(state()))).not.toMatch(/suspicio/i);
  });

  it.each(all)('%s: shows of the importer number no more than its end', (_, state) => {
    const of = state();
    const shown = of.importerNumber.kind === 'ssn' ? '' : of.importerNumber.canonical;
    expect(shown).not.toBe('');
    expect(JSON.stringify(taken(of))).not.toContain(shown);
  });

  it('holds an answer only where the page shows it: it waits for a confirmed mailbox', () => {
    expect(JSON.stringify(taken(states['name told']()))).toContain('legalName');
    expect(JSON.stringify(taken(states['name waits']()))).not.toContain('legalName');
  });

  it('is given as a file, to whoever has the link to the page', async () => {
    const { get, at, stored, logged, audit } = await doorTo(states.asked());
    const before = stored();
    const answer = await get(`${at}/data`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="request-${before.reference}.json"`);
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'application/json',
      'no-store',
    ]);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(taken(before))));
    expect(stored()).toEqual(before);
    expect(logged).toContainEqual({ event: 'own-data-taken', details: { reference: before.reference } });
    expect(audit.all()).toMatchObject([{ who: 'importer', what: 'exported', about: { export: 'own-data' } }]);
  });
});

describe('asking that a request be deleted', () => {
  it('tells the team, deletes nothing, and says what follows', async () => {
    const { form, get, at, stored, logged } = await doorTo(states.asked());
    const before = stored();
    const answer = await form(`${at}/erasure`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/api/importer/${at}?done=erasure`]);
    expect(stored()).toMatchObject({ answers: before.answers, erasureAskedAt: later(60).toISOString() });
    expect(stored().letters.at(-1)).toMatchObject({ kind: 'team-alert', about: 'erasure' });
    expect(logged).toContainEqual({
      event: 'erasure-asked',
      details: { reference: before.reference, ending: 'asked' },
    });
    const page = await (await get(`${at}?done=erasure`)).text();
    expect(page).toContain('Our team has been told, and decides.');
    expect(page).toMatch(/We decide by Wednesday, December 16, 2026/);
    expect(page).toContain('19 CFR 111.23');
    expect(page).not.toContain('Ask us to delete this request');
  });

  it('confirms no mailbox: an answer that waits for that is not sent for it', async () => {
    const { form, at, stored } = await doorTo(states['name waits']());
    const { confirmed, letters } = stored();
    await form(`${at}/erasure`);
    expect(stored().confirmed).toEqual(confirmed);
    expect(confirmed).not.toHaveProperty('contact');
    expect(stored().letters.slice(letters.length)).toMatchObject([{ kind: 'team-alert' }]);
  });

  it('again changes nothing more', async () => {
    const { form, json, at, stored } = await doorTo(states.closed());
    await form(`${at}/erasure`);
    const once = stored();
    expect((await form(`${at}/erasure`)).status).toBe(303);
    expect(await (await json(`${at}/erasure`, {})).json()).toEqual({ erasure: 'already' });
    expect(stored()).toEqual(once);
  });

  it('is not pressed by a page of another site', async () => {
    const { send, at, stored } = await doorTo(states.new());
    const before = stored();
    expect((await send('POST', `${at}/erasure`, { headers: { origin: 'https://evil.example' } })).status).toBe(400);
    expect(stored()).toEqual(before);
  });

  it('says the very same whatever the desk thinks of the request', async () => {
    const wordsFor = async (of: Case) => {
      const { form, get, at } = await doorTo(of);
      await form(`${at}/erasure`);
      const page = await (await get(at)).text();
      return /<h2>Your data[\s\S]*?<\/section>/
        .exec(page)?.[0]
        .replaceAll(of.reference, '')
        .replace(/"[^"]*\/data"/, '');
    };
    const plain = await wordsFor(states.new());
    expect(plain).toContain('You asked us to delete');
    expect(await wordsFor(moved(states.new(), { move: 'flag', reason: 'odd' }))).toBe(plain);
    expect(await wordsFor(laden(states.new()))).toBe(plain);
  });
});
