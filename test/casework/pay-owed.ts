import { beforeAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { payCase, payDue } from '#casework/pay-owed.ts';
import type { PayPorts } from '#casework/pay-owed.ts';
import type { Mail } from '#casework/ports.ts';
import { GIVE_UP_AFTER_MS, LEASE_MS } from '#domain/case/letters.ts';
import { opened } from '#test/fakes/requests.ts';
import { payStage } from './pay-owed-stage.ts';
import type { PayStore } from './pay-owed-stage.ts';

/** The story of paying letters, told on any case store. */
export function payOwedStory(name: string, make: () => Promise<PayStore>): void {
  describe(`paying letters on ${name}`, () => {
    let cases: PayStore;
    beforeAll(async () => {
      cases = await make();
    });
    let nth = 0;
    const stage = (fault?: (mail: Mail, call: number) => string | undefined) => {
      nth += 1;
      return payStage(cases, fault);
    };

    it('sends every letter once, to the right reader, and marks it', async () => {
      const { one, post, pay } = stage();
      await cases.put(one);
      await pay();
      await pay();
      expect(post.sent.map(({ to, kind }) => [to, kind])).toEqual([
        ['team@harborpine.example', 'team-request'],
        ['priya@bluebird-toys.example', 'contact-received'],
        ['customs@bluebird-toys.example', 'mailbox-named'],
      ]);
      const paid = await cases.read(one);
      expect(paid?.letters.map(({ state, attempts }) => [state, attempts])).toEqual(Array(3).fill(['sent', 1]));
      expect(paid?.version).toBe(1);
    });

    it('keeps a letter that could not be sent, and tries again after a growing pause', async () => {
      const { one, post, pay, wait } = stage((mail, call) =>
        mail.kind === 'team-request' && call < 4 ? 'Throttling' : undefined,
      );
      await cases.put(one);
      const teamMails = () => post.sent.filter(({ kind }) => kind === 'team-request').length;
      await pay();
      const [owed] = (await cases.read(one))?.letters ?? [];
      expect(owed).toMatchObject({ state: 'owed', attempts: 1, lastFailure: 'Throttling' });
      await pay();
      expect(teamMails()).toBe(0);
      wait(2000);
      await pay();
      wait(4000);
      await pay();
      expect(teamMails()).toBe(1);
    });

    it('does not send a letter that another run has leased, and sends it when that run has died', async () => {
      const { one, post, ports, pay, wait } = stage();
      await cases.put(one);
      const dying = { ...ports, mailer: { send: () => Promise.reject(new Error('the process died')) } };
      await expect(payCase(dying, { broker, siteUrl: '' }, one)).rejects.toThrow('died');
      await pay();
      expect(post.sent.map(({ kind }) => kind)).toEqual(['contact-received', 'mailbox-named']);
      wait(LEASE_MS + 1);
      await pay();
      expect(post.sent.map(({ kind }) => kind)).toEqual(['contact-received', 'mailbox-named', 'team-request']);
    });

    it('lets only one of many runs at once send a letter', async () => {
      const { one, post, pay } = stage();
      await cases.put(one);
      await Promise.all(Array.from({ length: 6 }, pay));
      await pay();
      expect(post.sent.map(({ kind }) => kind).sort()).toEqual(['contact-received', 'mailbox-named', 'team-request']);
    });

    it('a failure that comes late frees no letter that another run has leased meanwhile', async () => {
      const { one, ports, post, pay, wait } = stage();
      await cases.put(one);
      const paying = (mailer: PayPorts['mailer']) => payCase({ ...ports, mailer }, { broker, siteUrl: '' }, one);
      const dying = { send: () => Promise.reject(new Error('the process died')) };
      const slow: PayPorts['mailer'] = {
        send: async (mail) => {
          if (mail.kind !== 'team-request') return post.mailer.send(mail);
          wait(LEASE_MS + 1);
          await expect(paying(dying)).rejects.toThrow('died');
          return { failed: 'Throttling' };
        },
      };
      await paying(slow);
      const toTeam = () => post.sent.filter(({ kind }) => kind === 'team-request');
      wait(5000);
      await pay();
      expect(toTeam()).toEqual([]);
      wait(LEASE_MS);
      await pay();
      expect(toTeam()).toHaveLength(1);
    });

    it('gives up a letter that stops every run which takes it up, after 72 hours', async () => {
      const { one, ports, events, wait } = stage();
      await cases.put(one);
      const dying = { ...ports, mailer: { send: () => Promise.reject(new Error('the process died')) } };
      const die = () => payCase(dying, { broker, siteUrl: '' }, one);
      await expect(die()).rejects.toThrow('died');
      wait(GIVE_UP_AFTER_MS + 1);
      await expect(die()).rejects.toThrow('died');
      expect((await cases.read(one))?.letters[0]).toMatchObject({
        state: 'parked',
        lastFailure: 'unended',
        unsure: true,
      });
      expect(events.filter((event) => event === 'letter-parked')).toHaveLength(1);
    });

    it('loses neither a move that a person makes while a letter is sent, nor the letter', async () => {
      const { one, ports, post } = stage();
      await cases.put(one);
      const meddling: PayPorts = {
        ...ports,
        mailer: {
          send: async (mail) => {
            const now = await cases.read(one);
            if (now) await cases.save({ ...now, rev: now.rev + 1, version: now.version + 1 }, now.rev);
            return post.mailer.send(mail);
          },
        },
      };
      await payCase(meddling, { broker, siteUrl: '' }, one);
      const after = await cases.read(one);
      expect(after?.version).toBe(4);
      expect(after?.letters.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
      expect(post.sent).toHaveLength(3);
    });

    it('ends while the mail service hangs: no letter is tried twice in one run', async () => {
      const { one, ports, pay, wait } = stage();
      await cases.put(one);
      let tries = 0;
      const hanging: PayPorts['mailer'] = {
        send: () => {
          tries += 1;
          wait(10_000);
          return Promise.resolve({ failed: 'TimeoutError' });
        },
      };
      await payCase({ ...ports, mailer: hanging }, { broker, siteUrl: '' }, one);
      expect(tries).toBe(3);
      wait(60_000);
      await pay();
      expect((await cases.read(one))?.letters.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    });

    it('parks a letter after 72 hours instead of dropping it', async () => {
      const { one, pay, wait, events } = stage(() => 'ServiceUnavailable');
      await cases.put(one);
      await pay();
      wait(GIVE_UP_AFTER_MS);
      await pay();
      const letters = (await cases.read(one))?.letters ?? [];
      expect(letters.map(({ state, attempts }) => [state, attempts])).toEqual(Array(3).fill(['parked', 2]));
      expect(events.filter((event) => event === 'letter-parked')).toHaveLength(3);
      await pay();
      expect((await cases.read(one))?.letters[0]?.attempts).toBe(2);
    });

    it('counts a letter that cannot be written as failed, and goes on with the others', async () => {
      const { one, ports, post } = stage();
      const broken = { ...broker, officeHours: { ...broker.officeHours, timeZone: 'Nowhere/None' } };
      await cases.put(one);
      await payCase(ports, { broker: broken, siteUrl: '' }, one);
      expect(post.sent.length).toBeLessThan(3);
      const letters = (await cases.read(one))?.letters ?? [];
      expect(letters.filter(({ lastFailure }) => lastFailure === 'unwritable')).toHaveLength(3 - post.sent.length);
    });

    it('pays what is due when the timer comes, and says how many cases that was', async () => {
      const { one, ports, post } = stage();
      await cases.put(one);
      const due = await payDue(ports, { broker, siteUrl: '' });
      expect(due).toBeGreaterThanOrEqual(1);
      expect(post.sent.filter(({ conversation }) => conversation === one.reference)).toHaveLength(3);
    });

    it('pays the last case past more unreadable ones than a batch holds', async () => {
      const { ports, post } = stage();
      const many = Array.from({ length: 30 }, (_, n) =>
        opened('name-query', { submissionId: `00000000-0000-4000-c000-${String(nth * 1000 + n).padStart(12, '0')}` }),
      );
      const good = opened('name-query', { submissionId: `00000000-0000-4000-d000-${String(nth).padStart(12, '0')}` });
      for (const one of [...many, good]) await cases.put(one);
      const unreadable: PayPorts['cases'] = {
        ...cases,
        read: (key) =>
          key.digest === good.digest ? cases.read(key) : Promise.reject(new Error('not a case that we wrote')),
      };
      await payDue({ ...ports, cases: unreadable }, { broker, siteUrl: '' });
      expect(post.sent.map(({ conversation }) => conversation)).toEqual([good.reference, good.reference]);
    });

    it('pays far more than one batch in a run, past a case that cannot be paid', async () => {
      const { ports, post, events } = stage();
      const many = Array.from({ length: 60 }, (_, n) =>
        opened('name-query', { submissionId: `00000000-0000-4000-a000-${String(nth * 1000 + n).padStart(12, '0')}` }),
      );
      for (const one of many) await cases.put(one);
      const broken = many[0]?.reference;
      const mailer: PayPorts['mailer'] = {
        send: (mail) =>
          mail.conversation === broken ? Promise.reject(new Error('a mistake of ours')) : post.mailer.send(mail),
      };
      await payDue({ ...ports, mailer }, { broker, siteUrl: '' });
      const sentTo = new Set(post.sent.map(({ conversation }) => conversation));
      expect(many.filter(({ reference }) => sentTo.has(reference))).toHaveLength(59);
      expect(events).toContain('pay-failed');
    });
  });
}
