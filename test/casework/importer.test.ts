import { afterAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { completeByLink } from '#casework/importer/complete.ts';
import { confirmByLink } from '#casework/importer/confirm-mailbox.ts';
import { findByLink } from '#casework/importer/find-by-link.ts';
import { replyByLink } from '#casework/importer/reply.ts';
import { hashOfToken, newToken } from '#casework/links.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { referenceOf } from '#domain/case/reference.ts';
import { withLetter } from '#domain/case/letters.ts';
import { lacking, later, moved, states, withMailedLink } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { opened } from '#test/fakes/requests.ts';
import { embeddedTable } from '../http/desk.ts';

const embedded = await embeddedTable('importer-stories');
afterAll(() => embedded.close());

const stores: readonly [string, () => CaseStore][] = [
  ['memory', memoryCaseStore],
  ['embedded DynamoDB', () => embedded.cases],
];

let nth = 0;
/** A case of its own for each test, on a store that others share. */
const fresh = (of: Case): Case => {
  nth += 1;
  const digest = hashOfToken(String(nth));
  return { ...of, digest, reference: referenceOf(digest) };
};

describe.each(stores)('the importer’s stories, on %s', (_, makeStore) => {
  const cases = makeStore();

  async function given(
    of: Case,
    ...how: [Parameters<typeof withMailedLink>[1], ...[Parameters<typeof withMailedLink>[2]?, Date?]]
  ) {
    const { case: linked, part } = withMailedLink(fresh(of), ...how);
    await cases.put(linked);
    const read = async (): Promise<Case> => {
      const found = await cases.read(linked);
      if (!found) throw new Error('the case is gone');
      return found;
    };
    return { part, read, before: linked, ports: { cases, now: () => later(90) } };
  }

  describe('finding a case by a link', () => {
    it('gives the case and the link, for its purpose alone', async () => {
      const { part, ports, before } = await given(states.new(), 'case');
      expect(await findByLink(ports, part, 'case')).toMatchObject({ case: { digest: before.digest } });
      expect(await findByLink(ports, part, 'confirm')).toEqual({ trouble: 'other-purpose', is: 'case' });
    });

    it('tells what is wrong with one that opens nothing', async () => {
      const { part, ports, before } = await given(states.new(), 'case');
      const [reference = '', token = ''] = part.split('.');
      const table: readonly [string, string][] = [
        ['', 'cut'],
        [reference, 'cut'],
        [part.slice(0, -1), 'cut'],
        [`${part}x`, 'cut'],
        [`${reference.toLowerCase()}.${token}`, 'cut'],
        [`${reference}.${newToken()}`, 'unknown'],
        [`00000-00000.${token}`, 'unknown'],
        [`${reference}.${before.links[0]?.hash.slice(0, 43) ?? ''}`, 'unknown'],
      ];
      for (const [said, trouble] of table) expect(await findByLink(ports, said, 'case')).toEqual({ trouble });
    });

    it('knows an expired one, and whose it was', async () => {
      const { part, ports } = await given(states.new(), 'case', 'contact', new Date('2026-11-01T00:00:00Z'));
      expect(await findByLink(ports, part, 'case')).toMatchObject({ trouble: 'expired', link: { mailbox: 'contact' } });
    });

    it('finds the right one of two cases with one reference', async () => {
      const one = await given(states.new(), 'case');
      const other = withMailedLink({ ...one.before, digest: hashOfToken('twin'), links: [] }, 'case');
      await cases.put(other.case);
      for (const [part, { digest }] of [[one.part, one.before] as const, [other.part, other.case] as const])
        expect(await findByLink(one.ports, part, 'case')).toMatchObject({ case: { digest } });
    });

    it('does not show a case that should be deleted by now', async () => {
      const { part, ports } = await given({ ...states.new(), expiresAt: later(60).toISOString() }, 'case');
      expect(await findByLink(ports, part, 'case')).toEqual({ trouble: 'unknown' });
    });
  });

  describe('confirming a mailbox', () => {
    it('is kept once, with its time, and refuses no broker’s work', async () => {
      const { part, ports, read, before } = await given(states.new(), 'confirm');
      expect(await confirmByLink(ports, broker, part, 'confirm')).toMatchObject({ ending: 'confirmed' });
      const after = await read();
      expect(after.confirmed).toEqual({ contact: later(90).toISOString() });
      expect([after.rev - before.rev, after.version - before.version]).toEqual([1, 0]);
      expect(await confirmByLink(ports, broker, part, 'confirm')).toMatchObject({ ending: 'already' });
      expect((await read()).rev).toBe(after.rev);
    });

    it('confirms the mailbox that the link was sent to, no other', async () => {
      const { part, ports, read } = await given(opened('email-update'), 'confirm', 'other-mailbox');
      await confirmByLink(ports, broker, part, 'confirm');
      expect(Object.keys((await read()).confirmed)).toEqual(['other-mailbox']);
    });

    it('lets an answer go that waited for it', async () => {
      const { part, ports, read } = await given(states['name waits'](), 'confirm');
      expect(await confirmByLink(ports, broker, part, 'confirm')).toMatchObject({ ending: 'answer-follows' });
      expect((await read()).letters.filter(({ kind, state }) => kind === 'outcome' && state === 'owed')).not.toEqual(
        [],
      );
    });

    it('is not what a link to the case’s page is for, unless its button is pressed', async () => {
      const { part, ports, read } = await given(states.new(), 'case');
      expect(await confirmByLink(ports, broker, part, 'confirm')).toEqual({ trouble: 'other-purpose', is: 'case' });
      expect((await read()).confirmed).toEqual({});
      expect(await confirmByLink(ports, broker, part, 'case')).toMatchObject({ ending: 'confirmed' });
    });
  });

  describe('replying', () => {
    it('keeps all answers in one write, with one letter, and proves the mailbox', async () => {
      const asked = moved(
        opened('name-query'),
        { move: 'ask', text: 'Which name?' },
        { move: 'ask', text: 'Who signed?' },
      );
      const { part, ports, read, before } = await given(asked, 'case');
      const said = [{ question: 'q1', text: 'ACME' }, { question: 'q2', text: 'Rosa' }, { text: 'Thank you!' }];
      expect(await replyByLink(ports, broker, part, said)).toMatchObject({ ending: { kept: true } });
      const after = await read();
      expect(after.questions.map(({ answer }) => answer)).toEqual(['ACME', 'Rosa']);
      expect(after.confirmed.contact).toBeDefined();
      expect([after.state, after.rev - before.rev, after.version - before.version]).toEqual(['open', 1, 1]);
      expect(after.letters.filter(({ kind }) => kind === 'team-reply')).toHaveLength(1);
      expect(after.timeline.slice(before.timeline.length).map(({ what }) => what)).toEqual([
        'confirmed',
        'replied',
        'replied',
        'replied',
      ]);
    });

    it('keeps the very same words once, and says that they are kept', async () => {
      const { part, ports, read } = await given(states.asked(), 'case');
      const said = [{ question: 'q1', text: 'ACME' }, { text: 'Thank you!' }];
      await replyByLink(ports, broker, part, said);
      const { rev } = await read();
      expect(await replyByLink(ports, broker, part, said)).toMatchObject({ ending: { kept: true } });
      expect((await read()).rev).toBe(rev);
    });

    it('keeps all or nothing', async () => {
      const { part, ports, read } = await given(states.asked(), 'case');
      await replyByLink(ports, broker, part, [{ question: 'q1', text: 'ACME' }]);
      const { rev } = await read();
      const said = [{ text: 'One more thing.' }, { question: 'q1', text: 'ACME INC' }];
      expect(await replyByLink(ports, broker, part, said)).toMatchObject({ ending: { refused: 'already-answered' } });
      expect((await read()).rev).toBe(rev);
    });

    it.each([
      ['a case that is over', states.closed, {}, 'over'],
      ['a question that nobody asked', states.asked, { question: 'q9' }, 'no-such-question'],
    ] as const)('refuses %s, and confirms nothing then', async (_, state, question, refused) => {
      const { confirmed: __, ...rest } = state();
      const { part, ports, read } = await given({ ...rest, confirmed: {} }, 'case');
      const done = await replyByLink(ports, broker, part, [{ ...question, text: 'Hello?' }]);
      expect(done).toMatchObject({ ending: { refused } });
      expect((await read()).confirmed).toEqual({});
    });

    it('at the same time as others: everything is kept', async () => {
      const { part, ports, read } = await given(states.open(), 'case');
      const texts = ['one', 'two', 'three', 'four'];
      await Promise.all(texts.map((text) => replyByLink(ports, broker, part, [{ text }])));
      const said = (await read()).timeline.filter(({ what }) => what === 'replied').map(({ text }) => text);
      expect(said.sort()).toEqual([...texts].sort());
    });
  });

  describe('when others write to the case', () => {
    /** A store on which somebody else is quicker, so many times. */
    const busy = (times: number, meanwhile: (of: Case) => Case) => {
      let left = times;
      return {
        find: cases.find.bind(cases),
        async save(next: Case, readRev: number) {
          if (left > 0) {
            left -= 1;
            const now = await cases.read(next);
            if (now) await cases.save(meanwhile(now), now.rev);
          }
          return cases.save(next, readRev);
        },
      };
    };
    const letterTried = (of: Case): Case => {
      const [letter] = of.letters;
      return letter ? withLetter(of, { ...letter, attempts: letter.attempts + 1 }) : of;
    };

    it('a letter that is paid meanwhile keeps nothing from being said', async () => {
      const { part, ports, read } = await given(states.open(), 'case');
      const done = await replyByLink({ ...ports, cases: busy(3, letterTried) }, broker, part, [{ text: 'Hello!' }]);
      expect(done).toMatchObject({ ending: { kept: true } });
      expect(await read()).toMatchObject({ letters: [{ attempts: 3 }, {}, {}] });
    });

    it('a broker who closes the case meanwhile is first', async () => {
      const { part, ports } = await given(states.open(), 'case');
      const close = (of: Case) => moved(of, { move: 'close', reason: 'solved' });
      const done = await replyByLink({ ...ports, cases: busy(1, close) }, broker, part, [{ text: 'Hello!' }]);
      expect(done).toMatchObject({ ending: { refused: 'over' } });
    });

    it('gives up after some tries, as a store that cannot be asked', async () => {
      const { part, ports } = await given(states.open(), 'case');
      const reply = replyByLink({ ...ports, cases: busy(99, letterTried) }, broker, part, [{ text: 'Hello!' }]);
      await expect(reply).rejects.toThrow(StoreUnavailable);
    });
  });

  describe('completing a case that was turned into another request', () => {
    it('keeps the answers, the statement and the mailbox in one write, and asks the new mailbox', async () => {
      const { part, ports, read, before } = await given(states.converted(), 'case');
      expect(await completeByLink(ports, broker, part, lacking)).toMatchObject({ ending: { kept: true } });
      const after = await read();
      expect(after.answers).toMatchObject({ ...before.answers, ...lacking });
      expect(after.statement?.text).toMatch(/^I am Priya Shah, or Priya Shah told me/);
      expect(after.confirmed.contact).toBeDefined();
      expect([after.rev - before.rev, after.version - before.version]).toEqual([1, 1]);
      const owed = after.letters.slice(before.letters.length).map(({ kind }) => kind);
      expect(owed).toEqual(['team-reply', 'mailbox-named']);
      expect(await completeByLink(ports, broker, part, lacking)).toMatchObject({
        ending: { refused: 'nothing-missing' },
      });
    });

    it('lists every problem, and changes nothing', async () => {
      const { part, ports, read, before } = await given(states.converted(), 'case');
      const wrong = { ...lacking, newEmail: 'ops@harborpine.example', certified: '', certifierTitle: '' };
      const done = await completeByLink(ports, broker, part, wrong);
      expect(done).toMatchObject({
        ending: {
          problems: [
            { field: 'newEmail', code: 'own-domain' },
            { field: 'certifierTitle', code: 'missing' },
            { field: 'certified', code: 'not-ticked' },
          ],
        },
      });
      expect((await read()).rev).toBe(before.rev);
    });

    it('turns the case to no other number, company or mailbox', async () => {
      const { part, ports, read, before } = await given(states.converted(), 'case');
      const foreign = { contactEmail: 'thief@evil.example', companyName: 'Evil', importerNumber: '12-3456780' };
      await completeByLink(ports, broker, part, { ...lacking, ...foreign });
      const { answers, importerNumber } = await read();
      expect(answers).toMatchObject({ contactEmail: before.answers['contactEmail'], companyName: 'Acme Imports LLC' });
      expect(importerNumber).toEqual(before.importerNumber);
    });

    it('is for nobody whose case lacks nothing', async () => {
      const { part, ports } = await given(states.open(), 'case');
      expect(await completeByLink(ports, broker, part, lacking)).toMatchObject({
        ending: { refused: 'nothing-missing' },
      });
    });
  });
});

it('a token is never kept, only its hash', async () => {
  const cases = memoryCaseStore();
  const { case: linked, part } = withMailedLink(states.new(), 'case');
  await cases.put(linked);
  const [, token = ''] = part.split('.');
  expect(JSON.stringify(cases.all())).not.toContain(token);
  expect(JSON.stringify(cases.all())).toContain(hashOfToken(token));
});
