import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { openQuestions, unsettledAnswers } from '#domain/case/completion.ts';
import { complete, confirmMailbox, MOST_REPLY, reply } from '#domain/case/moves/importer-moves.ts';
import { mostBytes } from '#domain/case/size.ts';
import { opened, samples } from '#test/fakes/requests.ts';
import {
  ada,
  after,
  at,
  checkOf,
  conditions,
  confirmed,
  importerOn,
  luis,
  moves,
  query,
  readyQuery,
  update,
} from './moves-cases.ts';

const kindsOf = (before: Case, now: Case): string[] =>
  now.letters.filter(({ id }) => !before.letters.some((one) => one.id === id)).map(({ kind, to }) => `${kind} ${to}`);

describe('confirming a mailbox', () => {
  const next = confirmMailbox(query, 'contact', importerOn());

  it('is kept with its time, as a fact: no version, no broker’s work is refused for it', () => {
    expect(next).toMatchObject({ rev: 2, version: 1, state: 'new', confirmed: { contact: at(20).toISOString() } });
    expect(next).toMatchObject({ movedBy: 'importer', movedAt: at(20).toISOString() });
    expect(next?.timeline.at(-1)).toMatchObject({ who: 'importer', what: 'confirmed', about: { mailbox: 'contact' } });
    expect(next).not.toHaveProperty('firstMoveAt');
    expect(next?.letters).toEqual(query.letters);
  });

  it('changes nothing the second time', () => {
    expect(confirmMailbox(confirmed(query), 'contact', importerOn(30))).toBeUndefined();
  });

  it('is for a mailbox that the request names', () => {
    expect(confirmMailbox(query, 'other-mailbox', importerOn())).toBeUndefined();
    expect(confirmMailbox(update, 'other-mailbox', importerOn())).toHaveProperty('confirmed.other-mailbox');
  });

  it('keeps the case beyond the time of those that nobody confirmed', () => {
    expect(query).toHaveProperty('expiresAt');
    expect(next).not.toHaveProperty('expiresAt');
  });

  it('lets an answer go that waited for it, instead of the letter that says so', () => {
    const waiting = after(query, luis, { move: 'answer', outcome: 'needs-power-of-attorney', values: {} });
    const told = confirmMailbox(waiting, 'contact', importerOn(90));
    expect(waiting.letters.map(({ kind }) => kind)).toContain('answer-waiting');
    expect(told?.letters.map(({ kind }) => kind)).not.toContain('answer-waiting');
    expect(told && kindsOf(waiting, told)).toEqual(['outcome contact']);
  });

  it.each(['declined', 'closed'] as const)('owes nothing more on a case that is %s', (condition) => {
    const next = confirmMailbox(conditions[condition], 'contact', importerOn(90));
    expect(next && kindsOf(conditions[condition], next)).toEqual([]);
  });
});

describe('a reply', () => {
  const asked = after(query, luis, moves.ask, { move: 'ask', text: 'And who signed?' });

  it('to a question is kept with it, tells the team and raises the version', () => {
    const step = reply(asked, { question: 'q1', text: 'ACME IMPORT LLC' }, importerOn(99));
    expect(step).toMatchObject({
      moved: {
        rev: asked.rev + 1,
        version: asked.version + 1,
        state: 'waiting',
        questions: [{ id: 'q1', answer: 'ACME IMPORT LLC', answeredAt: at(99).toISOString() }, { id: 'q2' }],
      },
    });
    if (!('moved' in step)) return;
    expect(kindsOf(asked, step.moved)).toEqual(['team-reply team']);
    expect(step.moved.timeline.at(-1)).toMatchObject({ who: 'importer', what: 'replied', text: 'ACME IMPORT LLC' });
    const last = reply(step.moved, { question: 'q2', text: 'Rosa' }, importerOn(100));
    expect(last).toHaveProperty('moved.state', 'open');
  });

  it('without a question is a message, and leaves the case waiting for its question', () => {
    expect(reply(asked, { text: 'Please hurry.' }, importerOn())).toHaveProperty('moved.state', 'waiting');
    expect(reply(query, { text: 'Please hurry.' }, importerOn())).toHaveProperty('moved.state', 'new');
  });

  const twenty = Array.from({ length: 20 }).reduce<Case>((now) => {
    const step = reply(now, { text: 'x' }, importerOn());
    return 'moved' in step ? step.moved : now;
  }, query);
  const answered = reply(asked, { question: 'q1', text: 'x' }, importerOn());
  const full: Case = {
    ...query,
    timeline: [{ at: query.openedAt, who: 'x', what: 'noted', text: '税'.repeat(mostBytes.words / 3) }],
  };

  it.each([
    ['of spaces', query, { text: ' \n ' }, 'nothing-said'],
    ['to a question nobody asked', asked, { question: 'q9', text: 'x' }, 'no-such-question'],
    [
      'to a question answered',
      'moved' in answered ? answered.moved : asked,
      { question: 'q1', text: 'y' },
      'already-answered',
    ],
    ['too long', query, { text: 'x'.repeat(MOST_REPLY + 1) }, 'too-much'],
    ['after twenty', twenty, { text: 'x' }, 'too-much'],
    ['to a case that is full', full, { text: 'x' }, 'too-much'],
    ['after an answer', conditions.answered, { text: 'x' }, 'over'],
    ['after a decline', conditions.declined, { text: 'x' }, 'over'],
    ['after the end', conditions.closed, { text: 'x' }, 'over'],
  ] as const)('%s is refused', (_, of, said, refused) => {
    expect(reply(of, said, importerOn())).toEqual({ refused });
  });
});

describe('completing a case that was turned into another request', () => {
  const turned = after(readyQuery, luis, moves.clear, { move: 'answer', outcome: 'already-matches', values: {} });
  const world = { year: 2026, ownDomains: broker.ownDomains };
  const given = samples['email-update'][0] ?? {};
  const completed = (change: Record<string, unknown> = {}, of = turned) =>
    complete(of, { ...given, ...change }, importerOn(900));
  const done = (): Case => {
    const step = completed();
    if (!('moved' in step)) throw new Error(JSON.stringify(step));
    return step.moved;
  };

  it('asks what the new type needs and the old one did not', () => {
    const open = openQuestions(turned, world);
    expect(unsettledAnswers(turned, world)).toEqual(expect.arrayContaining(['newEmail', 'certifierLast', 'certified']));
    expect(open).toEqual(expect.arrayContaining(['newEmail', 'oldEmail', 'addressLine1']));
    for (const name of ['importerNumber', 'companyName', 'contactEmail', 'contactName'])
      expect(open).not.toContain(name);
    expect(unsettledAnswers(query, world)).toEqual([]);
    expect(unsettledAnswers(update, world)).toEqual([]);
  });

  it('keeps the new answers, the old ones and the words that were ticked', () => {
    const next = done();
    expect(next).toMatchObject({ state: 'open', rev: turned.rev + 1, version: turned.version + 1 });
    expect(next.answers).toMatchObject({ ...turned.answers, newEmail: given['newEmail'] });
    expect(next.statement).toMatchObject({ version: '2026-11', at: at(900).toISOString() });
    expect(next.statement?.text).toContain(given['certifierLast']);
    expect(kindsOf(turned, next)).toEqual(['team-reply team', 'mailbox-named other-mailbox']);
    expect(next.timeline.at(-1)).toMatchObject({ who: 'importer', what: 'completed' });
  });

  it.each([
    ['another company', { companyName: 'Eve Trading Inc' }],
    ['another number', { importerNumberKind: 'ein', importerNumber: '95-7654321' }],
    ['another mailbox for the answer', { contactEmail: 'eve@else.example' }],
  ])('lets nobody who holds the link make it the case of %s', (_, change) => {
    const step = completed(change);
    expect(step).toMatchObject({
      moved: {
        importerNumber: turned.importerNumber,
        answers: { companyName: turned.answers['companyName'], contactEmail: turned.answers['contactEmail'] },
      },
    });
  });

  it('takes nothing more once nothing is missing', () => {
    expect(completed({ newEmail: 'eve@else.example' }, done())).toEqual({ refused: 'nothing-missing' });
    expect(completed({}, update)).toEqual({ refused: 'nothing-missing' });
  });

  it('takes nothing on a request that came in whole, though its kept answers no longer read as they were typed', () => {
    // The kind was left out, and the number was cut; the note has words in the place of a secret, and is longer for it.
    const further = opened('name-query', { importerNumber2: '123-45-6789' });
    expect(further.answers['importerNumber2']).toBe('6789');
    const long = opened('notify-party', { note: `My pin is 4711. ${'x'.repeat(980)}` });
    expect(long.answers['note']?.length).toBeGreaterThan(1000);
    for (const of of [further, long]) {
      expect(unsettledAnswers(of, { year: 2026, ownDomains: [] })).toEqual([]);
      const step = complete(of, { importerNumber2: '12-7654321', receiverName: 'Evil LLC' }, importerOn(900));
      expect(step).toEqual({ refused: 'nothing-missing' });
    }
  });

  it('never opens a further number again, nor asks for the kind of a number that says it', () => {
    const [was] = turned.was;
    const back = { ...opened('name-query', { importerNumber2: '123-45-6789' }), was: was ? [was] : [] };
    expect(unsettledAnswers(back, { year: 2026, ownDomains: [] })).toEqual([]);
    expect(openQuestions(back, { year: 2026, ownDomains: [] }).join(' ')).not.toContain('importerNumber');
  });

  it('ends a clearance, should there be one', () => {
    const cleared = { at: at(1).toISOString(), who: ada.email, name: ada.name };
    const step = completed({}, { ...turned, cleared });
    expect('moved' in step && 'cleared' in step.moved).toBe(false);
    expect(step).toHaveProperty('moved');
  });

  it('drops an outcome that was recorded and held: it told of other answers', () => {
    const outcome = { at: at(1).toISOString(), who: ada.email, name: ada.name, code: 'accepted', values: {} };
    const step = completed({}, { ...turned, outcome });
    expect('moved' in step && 'outcome' in step.moved).toBe(false);
    expect(step).toHaveProperty('moved');
  });

  it('takes nothing on a case that is over', () => {
    expect(completed({}, after(turned, luis, moves.close))).toEqual({ refused: 'over' });
  });

  it('lists every answer that does not fit', () => {
    expect(completed({ newEmail: 'eve@harborpine.example', certified: '', oops: 'x' })).toEqual({
      problems: [
        { field: 'newEmail', code: 'own-domain' },
        { field: 'certified', code: 'not-ticked' },
        { field: 'oops', code: 'unknown-field' },
      ],
    });
  });

  it('asks an answer again that the new type refuses, and says what it was', () => {
    const linked = { ...turned, answers: { ...turned.answers, errorSeen: 'already-linked' } };
    expect(unsettledAnswers(linked, world)).toContain('errorSeen');
    const step = completed({ errorSeen: 'no-code' }, linked);
    expect(step).toMatchObject({ moved: { answers: { errorSeen: 'no-code' } } });
    expect('moved' in step && step.moved.timeline.at(-1)?.about).toEqual({ errorSeen: 'already-linked' });
  });

  it('leaves a case waiting that still waits for the answer to a question', () => {
    const asked = after(turned, ada, moves.ask);
    expect(completed({}, asked)).toHaveProperty('moved.state', 'waiting');
    const answered = reply(asked, { question: 'q1', text: 'x' }, importerOn());
    expect(answered).toHaveProperty('moved.state', 'waiting');
  });

  it('wants call-back and certifier after it, a weighing of what it is now, and every mailbox confirmed', () => {
    const early = after(turned, luis, checkOf('call-back'), checkOf('certifier'));
    const step = completed({}, early);
    if (!('moved' in step)) throw new Error('refused');
    const missing = (of: Case) => {
      try {
        after(of, luis, moves.clear);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(missing(early)).toContain('"answers"');
    expect(missing(confirmed(step.moved, 'other-mailbox'))).toContain(
      '"checks":["earlier-contact","call-back","certifier","second-look"]',
    );
  });
});
