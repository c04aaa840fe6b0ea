import { beforeAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { noteAll } from '#casework/feedback/note-all.ts';
import { noteMailEvent } from '#casework/feedback/note-mail-event.ts';
import type { FeedbackPorts } from '#casework/feedback/note-mail-event.ts';
import { healthOf, mailboxId } from '#casework/mailboxes/health.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import { deliveryOf } from '#domain/case/delivery-state.ts';
import { payStage } from './pay-owed-stage.ts';
import type { PayStore } from './pay-owed-stage.ts';

const [first, second = ''] = broker.teamMailboxes;

/** What becomes of what the mail service tells, told on any case store. */
export function feedbackStory(name: string, make: () => Promise<PayStore>): void {
  describe(`what the mail service tells, on ${name}`, () => {
    let cases: PayStore;
    beforeAll(async () => {
      cases = await make();
    });

    /** A case whose letters were sent, and the events that tell of them. */
    const stage = async () => {
      const s = payStage(cases);
      await cases.put(s.one);
      await s.pay();
      const said: [string, unknown][] = [];
      const delivered: string[] = [];
      const ports: FeedbackPorts = {
        cases,
        mailboxes: s.ports.mailboxes,
        now: s.ports.now,
        log: (event, details) => said.push([event, details]),
        delivered: (of) => Promise.resolve(void delivered.push(of.reference)),
      };
      const event = (id: string, change: Partial<MailEvent> & Pick<MailEvent, 'kind'>): MailEvent => ({
        at: s.ports.now().toISOString(),
        messageId: `mail-${id}`,
        mailbox: id === 'team-request' ? first : 'priya@bluebird-toys.example',
        letterKind: id,
        letter: { reference: s.one.reference, digest: s.one.digest, id },
        ...change,
      });
      const note = (id: string, change: Partial<MailEvent> & Pick<MailEvent, 'kind'>) =>
        noteMailEvent(ports, broker, event(id, change));
      const state = async (id: string) => {
        const letter = (await cases.read(s.one))?.letters.find((one) => one.id === id);
        return letter && deliveryOf(letter);
      };
      return {
        ...s,
        ports,
        said,
        delivered,
        event,
        note,
        state,
        health: (mailbox: string) => healthOf(s.ports, mailbox),
      };
    };
    const gone = { kind: 'bounced', bounce: { type: 'permanent', sub: 'General' } } as const;

    it('a delivery is on the letter, and said once with its seconds, however often it is told', async () => {
      const s = await stage();
      s.wait(7000);
      for (let times = 0; times < 3; times += 1) await s.note('contact-received', { kind: 'delivered' });
      expect(await s.state('contact-received')).toBe('delivered');
      const { reference } = s.one;
      const letter = { reference, letter: 'contact-received' };
      expect(s.said.filter(([event]) => event !== 'letter-doubled')).toEqual([
        ['letter-delivered', { ...letter, seconds: 7 }],
      ]);
      expect(s.delivered).toEqual([reference]);
    });

    it('a delivery after more than five minutes is said to be slow', async () => {
      const s = await stage();
      s.wait(301_000);
      await s.note('contact-received', { kind: 'delivered' });
      expect(s.said.map(([event]) => event)).toContain('letter-slow');
    });

    it('a team letter that comes back goes to the next mailbox at once, and somebody is woken', async () => {
      const s = await stage();
      await s.note('team-request', gone);
      await s.note('team-request', gone);
      await s.pay();
      const mails = s.post.sent.filter(({ kind }) => kind === 'team-request').map(({ to }) => to);
      expect(mails).toEqual([first, second]);
      expect(s.said).toContainEqual(['team-mailbox-failed', { which: 1, left: broker.teamMailboxes.length - 1 }]);
      expect(s.said.filter(([event]) => event === 'team-mailbox-failed')).toHaveLength(1);
    });

    it('a bounce that is told again leaves the mailbox dead, though its letter arrived at the next one since', async () => {
      const s = await stage();
      const bounced = { ...gone, at: s.ports.now().toISOString() };
      await s.note('team-request', bounced);
      await s.pay();
      const id = (await cases.read(s.one))?.letters.at(-1)?.id ?? '';
      const at = new Date(s.wait(1000)).toISOString();
      await s.note(id, { kind: 'delivered', at, mailbox: second, messageId: 'mail-2' });
      await s.note('team-request', bounced);
      expect((await s.health(first)).state).toBe('bounced');
      // One more, of another mail of the same letter.
      await s.note('team-request', {
        ...bounced,
        at: new Date(Date.parse(at) - 500).toISOString(),
        messageId: 'mail-3',
      });
      expect((await s.health(first)).state).toBe('bounced');
    });

    it('when the last of the team fails as well, it is said, and no letter goes round in circles', async () => {
      const s = await stage();
      await s.note('team-request', gone);
      await s.pay();
      const id = (await cases.read(s.one))?.letters.at(-1)?.id ?? '';
      await s.note(id, { ...gone, mailbox: second, messageId: 'mail-2' });
      await s.pay();
      expect(s.post.sent.filter(({ kind }) => kind === 'team-request')).toHaveLength(2);
      expect(s.said).toContainEqual(['team-mailbox-failed', { which: 2, left: 0 }]);
    });

    it.each(['MailboxFull', 'ContentRejected'])(
      'a team mailbox that says %s gets no letter again and again: the next one gets it, once',
      async (sub) => {
        const s = await stage();
        const bounce = { type: 'transient', sub } as const;
        for (let turn = 0; turn < 6; turn += 1) {
          const sent = s.post.sent.filter(({ kind }) => kind === 'team-request');
          const last = (await cases.read(s.one))?.letters.findLast(({ kind }) => kind === 'team-request');
          const at = new Date(s.wait(1000)).toISOString();
          const mailbox = sent.at(-1)?.to ?? '';
          await s.note(last?.id ?? '', { kind: 'bounced', bounce, at, mailbox, messageId: `mail-${turn}` });
          await s.pay();
        }
        const mails = s.post.sent.filter(({ kind }) => kind === 'team-request').map(({ to }) => to);
        expect(mails).toEqual([first, second]);
        expect((await s.health(first)).state).toBe('bounced');
      },
    );

    it('a letter that each mailbox refuses, while other letters arrive there, ends', async () => {
      const s = await stage();
      const bounce = { type: 'transient', sub: 'ContentRejected' } as const;
      for (let turn = 0; turn < 9; turn += 1) {
        const last = (await cases.read(s.one))?.letters.findLast(({ kind }) => kind === 'team-request');
        const mailbox = s.post.sent.findLast(({ kind }) => kind === 'team-request')?.to ?? '';
        const told = (kind: 'bounced' | 'delivered') => ({ kind, mailbox, at: new Date(s.wait(1000)).toISOString() });
        await s.note(last?.id ?? '', { ...told('bounced'), bounce, messageId: `mail-${turn}` });
        const { letter: _, ...other } = s.event('sign-in-link', told('delivered'));
        await noteMailEvent(s.ports, broker, other);
        await s.pay();
      }
      expect(s.post.sent.filter(({ kind }) => kind === 'team-request').length).toBeLessThanOrEqual(4);
    });

    it.each(['early', 'late'])(
      'a bounce that is told %s leaves a mailbox where a later letter arrived well',
      async (when) => {
        const s = await stage();
        const [before, after] = [0, 1000].map((ms) => new Date(s.wait(ms)).toISOString());
        const tell = [
          () => s.note('team-request', { kind: 'delivered', at: after ?? '' }),
          () => s.note('team-request', { ...gone, at: before ?? '' }),
        ];
        for (const one of when === 'early' ? tell.toReversed() : tell) await one();
        expect((await s.health(first)).state).toBe('well');
      },
    );

    it.each(['early', 'late'])("a bounce that is told %s, too, where the mailbox is the importer's", async (when) => {
      const s = await stage();
      const [before, after] = [0, 1000].map((ms) => new Date(s.wait(ms)).toISOString());
      const of = await cases.read(s.one);
      if (!of) throw new Error('no case');
      const [, one] = of.letters;
      if (!one) throw new Error('no letter');
      await cases.save({ ...of, rev: of.rev + 1, letters: [...of.letters, { ...one, id: 'case-link-9' }] }, of.rev);
      const tell = [
        () => s.note('contact-received', { ...gone, at: before ?? '' }),
        () => s.note('case-link-9', { kind: 'delivered', at: after ?? '' }),
      ];
      for (const each of when === 'early' ? tell : tell.toReversed()) await each();
      expect((await s.health('priya@bluebird-toys.example')).state).toBe('well');
    });

    it('of a team mailbox where letters arrive all day, a minute is kept once', async () => {
      const s = await stage();
      for (let nth = 0; nth < 20; nth += 1)
        await s.note('team-request', { kind: 'delivered', at: new Date(s.wait(10_000)).toISOString() });
      const writes = (await s.ports.mailboxes.read(mailboxId(first)))?.rev;
      expect(writes).toBeGreaterThan(2);
      expect(writes).toBeLessThanOrEqual(5);
    });

    it('a dead team mailbox is said even when the store failed as it was noted', async () => {
      const s = await stage();
      let asked = 0;
      const mailboxes = {
        ...s.ports.mailboxes,
        read: (id: string) => {
          asked += 1;
          return asked === 1 ? Promise.reject(new StoreUnavailable('down')) : s.ports.mailboxes.read(id);
        },
      };
      const event = s.event('team-request', gone);
      await expect(noteMailEvent({ ...s.ports, mailboxes }, broker, event)).rejects.toThrow(StoreUnavailable);
      await noteMailEvent({ ...s.ports, mailboxes }, broker, event);
      expect(s.said.map(([what]) => what)).toContain('team-mailbox-failed');
    });

    it("an importer's mailbox that fails gets no more letters; a full one does", async () => {
      const s = await stage();
      await s.note('contact-received', { kind: 'bounced', bounce: { type: 'transient', sub: 'MailboxFull' } });
      expect(await s.state('contact-received')).toBe('bounced');
      expect((await s.health('priya@bluebird-toys.example')).state).toBe('well');
      await s.note('contact-received', { ...gone, at: new Date(s.wait(1000)).toISOString() });
      expect((await s.health('Priya@Bluebird-Toys.example')).state).toBe('bounced');
    });

    it('an answer of a machine is no failure of anything', async () => {
      const s = await stage();
      await s.note('contact-received', { kind: 'delivered' });
      await s.note('contact-received', { kind: 'bounced', bounce: { type: 'transient', sub: 'General' } });
      expect(await s.state('contact-received')).toBe('delivered');
      expect((await s.health('priya@bluebird-toys.example')).state).toBe('well');
      expect(s.said.map(([event]) => event)).not.toContain('letter-bounced');
    });

    it('who calls a letter spam is written to no more, though mail arrives there', async () => {
      const s = await stage();
      await s.note('contact-received', { kind: 'complained' });
      await s.note('contact-received', { kind: 'delivered', at: new Date(s.wait(1000)).toISOString() });
      expect(await s.state('contact-received')).toBe('complained');
      expect((await s.health('priya@bluebird-toys.example')).state).toBe('complained');
    });

    it('what is told of a case that is gone, or of a letter of no case, harms nothing', async () => {
      const s = await stage();
      const letter = { reference: s.one.reference, digest: 'f'.repeat(64), id: 'team-request' };
      await noteMailEvent(s.ports, broker, { ...s.event('team-request', { kind: 'delivered' }), letter });
      const { letter: _, ...signIn } = s.event('sign-in-link', { ...gone, mailbox: 'ada@harborpine.example' });
      await noteMailEvent(s.ports, broker, signIn);
      expect(s.said).toEqual([['letter-bounced', { letter: 'sign-in-link' }]]);
    });

    it('of a batch, what cannot be noted now is told again, and the rest is noted', async () => {
      const s = await stage();
      const down = { ...s.ports, cases: { ...cases, save: () => Promise.reject(new StoreUnavailable('down')) } };
      const told = [
        { id: '1', event: s.event('team-request', { kind: 'delivered' }) },
        { id: '2', event: undefined },
        { id: '3', event: 'not-ours' as const },
      ];
      expect(await noteAll(down, broker, told)).toEqual(['1', '2']);
      expect(s.said.map(([event]) => event)).toEqual(['feedback-failed', 'feedback-unread']);
      expect(await noteAll(s.ports, broker, told)).toEqual(['2']);
      expect(await s.state('team-request')).toBe('delivered');
    });

    it('many events of one case at once are all noted', async () => {
      const s = await stage();
      const kinds = ['taken', 'delivered', 'delayed', 'complained'] as const;
      await Promise.all(kinds.map((kind) => s.note('contact-received', { kind })));
      const letter = (await cases.read(s.one))?.letters.find(({ id }) => id === 'contact-received');
      expect(Object.keys(letter?.told ?? {}).sort()).toEqual(['complainedAt', 'delayedAt', 'deliveredAt', 'takenAt']);
    });
  });
}
