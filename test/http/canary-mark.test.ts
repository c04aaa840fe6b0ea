import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { markCanary } from '#casework/canary/mark-canary.ts';
import { keyedHash } from '#casework/forget/keyed-hash.ts';
import { payCase } from '#casework/pay-owed.ts';
import { weighCase } from '#casework/risk/weigh-case.ts';
import { canaryName, markOf } from '#domain/case/canary.ts';
import type { Case, CaseKey } from '#domain/case/case.ts';
import { payStage } from '#test/casework/pay-owed-stage.ts';
import { ada, deskDoor } from '#test/fakes/desk-door.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, samples } from '#test/fakes/requests.ts';
import { mailDomains } from '../../functions/mail-domains/mail-domains.ts';
import { publicDoor, referenceIn } from './desk.ts';
import { doorTo } from './importer.ts';

/** What a stranger can do with the mark of our canary, and what anybody ever sees of one. */
const companyName = canaryName('7f3a91c2');
const canaryKeyed = keyedHash('the key of the canary');
const guessed = markOf(keyedHash('a stranger guesses'), companyName, aMonday);
const right = markOf(canaryKeyed, companyName, aMonday);
const asked = { ...samples['name-query'][0], companyName };

/** Everything from the form to the queue: both doors on one store, and the letters paid. */
async function whole(given: Readonly<Record<string, unknown>>) {
  const cases = memoryCaseStore();
  const lists = memoryCaseLists(cases);
  const answer = await publicDoor(cases).postJson('name-query', given);
  expect(answer.status).toBe(201);
  const reference = await referenceIn(answer);
  const { ports, post, events } = payStage(cases);
  const weigh = async (key: CaseKey): Promise<void> => {
    await markCanary({ cases, canaryKeyed, log: ports.log }, key);
    await weighCase({ cases, lists, mailDomains, now: ports.now, log: ports.log }, broker, key);
  };
  const [of] = cases.all();
  if (!of) throw new Error('it was not stored');
  await payCase({ ...ports, weigh }, { broker, siteUrl: 'https://desk.example' }, of);
  const desk = deskDoor({ cases, lists });
  const as = await desk.signedIn(ada);
  const queue = async () => (await desk.get('cases', as)).text();
  return { reference, of, post, events, desk, as, queue };
}

describe('a request that says that it is our canary', () => {
  it('is worked on like any other when our key did not make its mark', async () => {
    const { reference, post, events, desk, as, queue } = await whole({ ...asked, mark: guessed });
    expect(await queue()).toContain(reference);
    expect(post.sent.map(({ to }) => to)).toEqual([broker.teamMailboxes[0], 'rosa@acme-imports.example']);
    expect(await (await desk.get(`search?q=${reference}`, as)).text()).toContain(companyName);
    expect(await (await desk.get(`cases/${reference}`, as)).json()).toMatchObject({ risk: { level: 'none' } });
    expect(events).toContain('mark-wrong');
  });

  it.each([
    ['no mark', undefined],
    ['a mark of another shape', 'canary'],
    ['a list', [right, right]],
    ['a record', { canary: true }],
  ])('is an ordinary one with %s, and hears of no problem', async (_, mark) => {
    const { reference, events, queue } = await whole({ ...asked, mark });
    expect(await queue()).toContain(reference);
    expect(events).not.toContain('mark-wrong');
  });

  it('cannot say so by a field of the case', async () => {
    const answer = await publicDoor(memoryCaseStore()).postJson('name-query', { ...asked, canary: true });
    expect(answer.status).toBe(422);
  });

  it('is in no queue when it is, and its reader alone hears of it', async () => {
    const { reference, post, events, desk, as, queue } = await whole({ ...asked, mark: right });
    expect(await queue()).not.toContain(reference);
    expect(await (await desk.get(`search?q=${reference}`, as)).text()).not.toContain(companyName);
    expect(new Set(post.sent.map(({ to }) => to))).toEqual(new Set(['rosa@acme-imports.example']));
    expect(events).toContain('canary-marked');
  });
});

describe('a mark', () => {
  const signsOf = (of: Case) => of.signs?.mark;

  it.each([
    ['wrong', guessed],
    ['right', right],
  ])('that is %s is shown on no page of the desk, in no file and in no letter', async (_, mark) => {
    const { of, reference, desk, as, post } = await whole({ ...asked, mark });
    expect(signsOf(of)).toBe(mark);
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const times = { from: '2026-11-01T00:00:00Z', to: '2026-11-30T00:00:00Z' };
    const said = await Promise.all([
      desk.get('cases', as),
      desk.get(`search?q=${reference}`, as),
      desk.get(`cases/${reference}`, as),
      desk.post(`cases/${reference}/${of.digest}/record`, undefined, as),
      desk.post('exports/cases', days, as),
      desk.post('exports/importers', times, as),
    ]);
    expect(said.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const texts = await Promise.all(said.map((answer) => answer.text()));
    expect(texts.some((text) => text.includes(reference))).toBe(true);
    for (const text of [...texts, JSON.stringify(post.sent), JSON.stringify(desk.logged)])
      expect(text).not.toContain(mark.slice(11));
  });

  it('is in neither the page nor the file of whoever sent the request', async () => {
    const { of } = await whole({ ...asked, mark: guessed });
    const { get, at } = await doorTo(of);
    for (const path of [at, `${at}/data`]) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(guessed.slice(11));
    }
  });
});
