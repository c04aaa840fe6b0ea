import { beforeAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { noteMailbox } from '#casework/mailboxes/health.ts';
import { payCase } from '#casework/pay-owed.ts';
import { LEASE_MS } from '#domain/case/letters.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { payStage } from './pay-owed-stage.ts';
import type { PayStore } from './pay-owed-stage.ts';

const [first, second = ''] = broker.teamMailboxes;

/** What paying does where mailboxes fail and answers are lost, told on any case store. */
export function mailboxStory(name: string, make: () => Promise<PayStore>): void {
  describe(`paying where mailboxes fail, on ${name}`, () => {
    let cases: PayStore;
    beforeAll(async () => {
      cases = await make();
    });
    const stage = async (fault?: Parameters<typeof payStage>[1]) => {
      const s = payStage(cases, fault);
      await cases.put(s.one);
      const letters = async () => (await cases.read(s.one))?.letters ?? [];
      const fails = (mailbox: string, what: 'bouncedAt' | 'complainedAt' | 'wellAt' = 'bouncedAt') =>
        noteMailbox(s.ports, mailbox, { what, at: s.ports.now().toISOString() });
      return { ...s, letters, fails };
    };

    it('the team is written to at its next mailbox, and answers to others go there, too', async () => {
      const s = await stage();
      await s.fails(first);
      await s.pay();
      const mails = s.post.sent.map(({ kind, to, replyTo }) => [kind, to, replyTo]);
      expect(mails[0]).toEqual(['team-request', second, second]);
      expect(mails[1]).toEqual(['contact-received', 'priya@bluebird-toys.example', second]);
    });

    it('when none of the team is well, the last one is tried', async () => {
      const s = await stage();
      for (const mailbox of broker.teamMailboxes) await s.fails(mailbox);
      await s.pay();
      expect(s.post.sent[0]?.to).toBe(broker.teamMailboxes.at(-1));
    });

    it.each([
      ['bouncedAt', 'bounced'],
      ['complainedAt', 'complained'],
    ] as const)('nobody else is written to where it says %s, until a member lets the letter go', async (what, why) => {
      const s = await stage();
      await s.fails('priya@bluebird-toys.example', what);
      await s.pay();
      expect(s.post.sent.map(({ kind }) => kind)).toEqual(['team-request', 'mailbox-named']);
      expect((await s.letters())[1]).toMatchObject({ state: 'held', heldFor: why, attempts: 0 });
      const found = await cases.read(s.one);
      const [by] = broker.members;
      if (!found || !by) throw new Error('no case');
      const on = { by, now: s.ports.now(), broker };
      const step = makeMove(found, { move: 'let-go', letter: 'contact-received' }, on);
      if (!('moved' in step)) throw new Error('not let go');
      await cases.save(step.moved, found.rev);
      await s.pay();
      expect(s.post.sent.at(-1)).toMatchObject({ kind: 'contact-received', to: 'priya@bluebird-toys.example' });
    });

    it('a mailbox that works again is written to', async () => {
      const s = await stage();
      await s.fails(first);
      s.wait(1000);
      await s.fails(first, 'wellAt');
      await s.pay();
      expect(s.post.sent[0]?.to).toBe(first);
    });

    it('a mail that may go twice says so, in the same conversation, and is counted', async () => {
      const s = await stage();
      let lost = true;
      const mailer: typeof s.ports.mailer = {
        send: (mail) => (lost ? Promise.resolve({ failed: 'TimeoutError', unsure: true }) : s.post.mailer.send(mail)),
      };
      const pay = () => payCase({ ...s.ports, mailer }, { broker, siteUrl: '' }, s.one);
      await pay();
      lost = false;
      s.wait(3000);
      await pay();
      expect(s.post.sent.map(({ mayBeTwice }) => mayBeTwice)).toEqual([true, true, true]);
      expect(new Set(s.post.sent.map(({ conversation }) => conversation)).size).toBe(1);
      expect(s.events.filter((event) => event === 'letter-twice')).toHaveLength(3);
      expect((await s.letters()).map(({ mayBeTwice }) => mayBeTwice)).toEqual([true, true, true]);
    });

    it('so does one whose run died in the middle; one that was refused does not', async () => {
      const s = await stage((mail, call) => (call === 2 ? 'Throttling' : undefined));
      const dying = { ...s.ports, mailer: { send: () => Promise.reject(new Error('the process died')) } };
      await expect(payCase(dying, { broker, siteUrl: '' }, s.one)).rejects.toThrow('died');
      await s.pay();
      s.wait(LEASE_MS + 1);
      await s.pay();
      const marked = s.post.sent.filter(({ mayBeTwice }) => mayBeTwice).map(({ kind }) => kind);
      expect(marked).toEqual(['team-request']);
      expect(s.post.sent).toHaveLength(3);
    });

    it('every mail says which letter it is', async () => {
      const s = await stage();
      await s.pay();
      const { reference, digest } = s.one;
      expect(s.post.sent.map(({ letter }) => letter)).toEqual(
        ['team-request', 'contact-received', 'mailbox-named'].map((id) => ({ reference, digest, id })),
      );
    });

    it('a letter that was not taken within a minute is late, and said to be so once', async () => {
      const s = await stage((mail, call) => (mail.kind === 'team-request' && call < 8 ? 'Throttling' : undefined));
      for (let tries = 0; tries < 4; tries += 1) {
        await s.pay();
        s.wait(50_000);
      }
      await s.pay();
      expect(s.events.filter((event) => event === 'letter-late')).toHaveLength(1);
      expect((await s.letters()).map(({ late = false }) => late)).toEqual([true, false, false]);
    });
  });
}
