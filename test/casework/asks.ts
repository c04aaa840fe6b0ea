import { beforeAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { askForLink } from '#casework/asks/ask-for-link.ts';
import type { AskedLink } from '#casework/asks/ask-for-link.ts';
import { MOST_CASE_LINKS } from '#casework/asks/owe-case-links.ts';
import { payAsks } from '#casework/asks/pay-asks.ts';
import type { PayAsksPorts } from '#casework/asks/pay-asks.ts';
import type { AskStore } from '#casework/asks/ports.ts';
import { hashOfToken } from '#casework/links.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { SignInLinkStore } from '#casework/sign-in/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { ASK_GIVE_UP_AFTER_MS, ASK_LEASE_MS } from '#domain/desk/ask.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { noStuck } from '#test/fakes/memory-case-store.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { opened } from '#test/fakes/requests.ts';

export type AskStores = { readonly asks: AskStore; readonly cases: CaseStore; readonly signInLinks: SignInLinkStore };

const MINUTE = 60_000;
/** Stores are shared by all stages of a run: each lives a day after the one before, far in the future of every other. */
const firstDay = Date.parse('2032-01-01T12:00:00.000Z');

/** The story of asking for a link by mail, told on any stores. */
export function asksStory(name: string, make: () => Promise<AskStores>): void {
  describe(`asking for a link on ${name}`, () => {
    let stores: AskStores;
    let nth = 0;
    beforeAll(async () => {
      stores = await make();
    });

    const stage = (fault?: () => string | undefined) => {
      nth += 1;
      let clock = firstDay + nth * 24 * 60 * MINUTE;
      const post = memoryMailer(fault);
      const events: { event: string; details: object }[] = [];
      const tokens: string[] = [];
      const ports: PayAsksPorts = {
        ...stores,
        stuck: noStuck,
        mailer: post.mailer,
        now: () => new Date(clock),
        random: () => 1,
        newToken: () => {
          tokens.push(String(nth * 100 + tokens.length).padStart(43, 'T'));
          return tokens.at(-1) ?? '';
        },
        log: (event, details = {}) => events.push({ event, details }),
      };
      return {
        ports,
        post,
        events,
        tokens,
        wait: (ms: number) => (clock += ms),
        ask: (asked: AskedLink) => askForLink({ ...stores, now: ports.now }, asked),
        pay: (change: Partial<PayAsksPorts> = {}) =>
          payAsks({ ...ports, ...change }, { broker, siteUrl: 'https://desk.example' }),
        /** A case that was opened on the day of this stage. */
        open: async (change: Record<string, unknown> = {}): Promise<Case> => {
          const submissionId = `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;
          const lasting = { expiresAt: new Date(clock + 365 * 24 * 60 * MINUTE).toISOString() };
          const one = { ...opened('email-update', { submissionId, ...change }), ...lasting };
          await stores.cases.put(one);
          return one;
        },
        kindsOf: async (one: Case) =>
          (await stores.cases.find(one.reference)).flatMap(({ letters }) => letters.map(({ kind }) => kind)),
      };
    };

    const signIn = (mailbox: string): AskedLink => ({ purpose: 'sign-in', mailbox });
    const theirs = (of: Case): AskedLink => ({
      purpose: 'case',
      mailbox: of.answers['contactEmail'] ?? '',
      reference: of.reference,
    });

    it('writes to a member, at the mailbox of the configuration, with a link that is kept as a hash', async () => {
      const { ask, pay, post, tokens, ports } = stage();
      await ask(signIn('  ADA@HarborPine.example '));
      expect(await pay()).toBe(1);
      expect(post.sent).toMatchObject([{ to: 'ada@harborpine.example', kind: 'sign-in-link' }]);
      const [token = ''] = tokens;
      expect(post.sent[0]?.text).toContain(`https://desk.example/desk/sign-in/#${token}`);
      const link = await stores.signInLinks.read(hashOfToken(token));
      expect(link).toMatchObject({ email: 'ada@harborpine.example', rev: 1 });
      expect(JSON.stringify(link)).not.toContain(token);
      expect(Date.parse(link?.expiresAt ?? '') - ports.now().getTime()).toBe(15 * MINUTE);
    });

    it('says and does the same for a stranger, but writes to nobody', async () => {
      const { ask, pay, post, events, wait, tokens } = stage();
      await ask(signIn('who@stranger.example'));
      await pay();
      expect([post.sent, tokens]).toEqual([[], []]);
      wait(24 * 60 * MINUTE);
      await pay();
      expect(events).toEqual([{ event: 'ask-settled', details: { purpose: 'sign-in' } }]);
    });

    it('logs no more of a member than of a stranger', async () => {
      const { ask, pay, events } = stage();
      await ask(signIn('ada@harborpine.example'));
      await pay();
      expect(events).toEqual([{ event: 'ask-settled', details: { purpose: 'sign-in' } }]);
    });

    it('takes a flood of clicks for one ask, and a later click for another', async () => {
      const { ask, pay, post, wait } = stage();
      await Promise.all(Array.from({ length: 6 }, () => ask(signIn('luis@harborpine.example'))));
      await ask(signIn('LUIS@harborpine.example'));
      await pay();
      await ask(signIn('luis@harborpine.example'));
      await pay();
      expect(post.sent).toHaveLength(1);
      wait(2 * MINUTE);
      await ask(signIn('luis@harborpine.example'));
      await pay();
      expect(post.sent).toHaveLength(2);
    });

    it('forgets who asked as soon as it is settled', async () => {
      const { ask, pay, ports } = stage();
      const kept: string[] = [];
      const watching: AskStore = {
        ...stores.asks,
        save: async (next, rev) => {
          if (next.state === 'settled') kept.push(next.id);
          return stores.asks.save(next, rev);
        },
      };
      await ask(signIn('who@stranger.example'));
      await pay({ asks: watching });
      const settled = await stores.asks.read(kept[0] ?? '');
      expect(settled).toMatchObject({ state: 'settled', mailbox: '' });
      expect(JSON.stringify(settled)).not.toContain('stranger');
      expect(Date.parse(settled?.keptUntil ?? '')).toBe(ports.now().getTime() + 24 * 60 * MINUTE);
    });

    it('tries again after a failure, with growing pauses, each time with a fresh link', async () => {
      let down = true;
      const { ask, pay, post, wait, events, tokens } = stage(() => (down ? 'Throttling' : undefined));
      await ask(signIn('ada@harborpine.example'));
      await pay();
      await pay();
      expect(tokens).toHaveLength(1);
      wait(2000);
      await pay();
      wait(2000);
      await pay();
      expect(tokens).toHaveLength(2);
      down = false;
      wait(2000);
      await pay();
      expect(post.sent).toHaveLength(1);
      expect(new Set(tokens).size).toBe(3);
      expect(events.map(({ event }) => event)).toEqual(['ask-failed', 'ask-failed', 'ask-settled']);
    });

    it('gives up after an hour', async () => {
      const { ask, pay, post, wait, events } = stage(() => 'ServiceUnavailable');
      await ask(signIn('ada@harborpine.example'));
      await pay();
      wait(ASK_GIVE_UP_AFTER_MS);
      await pay();
      wait(ASK_GIVE_UP_AFTER_MS);
      await pay();
      expect(events).toEqual([
        { event: 'ask-failed', details: { purpose: 'sign-in', reason: 'ServiceUnavailable' } },
        { event: 'ask-dropped', details: { purpose: 'sign-in', reason: 'ServiceUnavailable' } },
      ]);
      expect(post.sent).toEqual([]);
    });

    it('is settled by one of many runs, and by the next when that one died', async () => {
      const { ask, pay, post, wait } = stage();
      await ask(signIn('mei@harborpine.example'));
      await pay({ mailer: { send: () => Promise.reject(new Error('the process died')) } });
      await Promise.all(Array.from({ length: 4 }, () => pay()));
      expect(post.sent).toHaveLength(0);
      wait(ASK_LEASE_MS + 1);
      await Promise.all(Array.from({ length: 4 }, () => pay()));
      expect(post.sent).toHaveLength(1);
    });

    it('sends no link to sign in where members use the identity provider', async () => {
      const { ask, post, ports } = stage();
      const signInBy = { with: 'oidc', issuer: 'https://id.example', clientId: 'x', secondFactor: 'claims' } as const;
      await ask(signIn('ada@harborpine.example'));
      await payAsks(ports, { broker: { ...broker, signIn: signInBy }, siteUrl: '' });
      expect(post.sent).toEqual([]);
    });

    it('owes a link to the case when its contact asks, once, in whatever case the address is', async () => {
      const { ask, pay, open, kindsOf, wait } = stage();
      const one = await open();
      await ask({ ...theirs(one), mailbox: (one.answers['contactEmail'] ?? '').toUpperCase() });
      await pay();
      wait(2 * MINUTE);
      await ask(theirs(one));
      await pay();
      const kinds = await kindsOf(one);
      expect(kinds.filter((kind) => kind === 'case-link')).toHaveLength(1);
      const [after] = await stores.cases.find(one.reference);
      expect(after?.letters.at(-1)).toMatchObject({ to: 'contact', state: 'owed', attempts: 0 });
      expect([after?.rev, after?.version]).toEqual([one.rev + 1, one.version]);
    });

    it.each([
      ['another mailbox', (one: Case): AskedLink => ({ ...theirs(one), mailbox: 'who@stranger.example' })],
      [
        'the new mailbox, which is not the contact',
        (one: Case): AskedLink => ({ ...theirs(one), mailbox: one.answers['newEmail'] ?? '' }),
      ],
      ['a member', (one: Case): AskedLink => ({ ...theirs(one), mailbox: 'ada@harborpine.example' })],
    ])('owes nothing to %s, and says no more of it', async (_, asked) => {
      const { ask, pay, open, kindsOf, events, post } = stage();
      const one = await open();
      expect(mailboxKey(one.answers['newEmail'] ?? '')).not.toBe(mailboxKey(one.answers['contactEmail'] ?? ''));
      await ask(asked(one));
      await pay();
      expect(await kindsOf(one)).not.toContain('case-link');
      expect(post.sent).toEqual([]);
      expect(events).toEqual([{ event: 'ask-settled', details: { purpose: 'case' } }]);
    });

    it('asks the other mailbox again whether it is read, until somebody said so', async () => {
      const { ask, pay, open, wait } = stage();
      const one = await open();
      const asked = { ...theirs(one), mailbox: (one.answers['newEmail'] ?? '').toUpperCase() };
      const named = async () => {
        await ask(asked);
        await pay();
        wait(2 * MINUTE);
        const [now] = await stores.cases.find(one.reference);
        if (!now) throw new Error('the case is gone');
        return { now, letters: now.letters.filter(({ kind }) => kind === 'mailbox-named') };
      };
      expect((await named()).letters).toHaveLength(1);
      const sent = one.letters.map((letter) => ({ ...letter, state: 'sent' as const }));
      await stores.cases.save({ ...one, rev: 2, letters: sent }, 1);
      const { now, letters } = await named();
      expect(letters.map(({ to, state }) => `${to} ${state}`)).toEqual(['other-mailbox sent', 'other-mailbox owed']);
      expect(now.letters.some(({ kind }) => kind === 'case-link')).toBe(false);
      const confirmed = { 'other-mailbox': now.openedAt };
      await stores.cases.save({ ...now, rev: 4, letters: sent, confirmed }, now.rev);
      expect((await named()).letters).toHaveLength(1);
    });

    it('owes nothing on a case that is past its time', async () => {
      const { ask, pay, open, kindsOf } = stage();
      const one = await open();
      await stores.cases.save({ ...one, rev: 2, expiresAt: '2026-12-24T00:00:00.000Z' }, 1);
      await ask(theirs(one));
      await pay();
      expect(await kindsOf(one)).not.toContain('case-link');
    });

    it('owes a link to each of two cases with one reference, and to one that is over', async () => {
      const { ask, pay, open, kindsOf } = stage();
      const one = await open();
      await stores.cases.put({ ...one, digest: one.digest.replace(/^./, 'f'), state: 'closed' });
      await ask(theirs(one));
      await pay();
      expect((await kindsOf(one)).filter((kind) => kind === 'case-link')).toHaveLength(2);
    });

    it('loses neither the link nor what somebody writes to the case at the same time', async () => {
      const { ask, pay, open } = stage();
      const one = await open();
      let meddled = false;
      const cases: CaseStore = {
        ...stores.cases,
        save: async (next, rev) => {
          if (!meddled) await stores.cases.save({ ...one, rev: one.rev + 1, version: 2 }, one.rev);
          meddled = true;
          return stores.cases.save(next, rev);
        },
      };
      await ask(theirs(one));
      await pay({ cases });
      const [after] = await stores.cases.find(one.reference);
      expect(after?.version).toBe(2);
      expect(after?.letters.map(({ kind }) => kind)).toContain('case-link');
    });

    it('fills no case, however often somebody asks', async () => {
      const { ask, pay, open, wait, ports } = stage();
      const began = ports.now().getTime();
      const one = await open();
      for (let times = 0; times < MOST_CASE_LINKS + 5; times += 1) {
        if (times === MOST_CASE_LINKS + 3) wait(24 * 60 * MINUTE);
        await ask(theirs(one));
        await pay();
        const [now] = await stores.cases.find(one.reference);
        if (!now) throw new Error('the case is gone');
        const letters = now.letters.map((letter) => ({ ...letter, state: 'sent' as const }));
        await stores.cases.save({ ...now, rev: now.rev + 1, letters }, now.rev);
        wait(2 * MINUTE);
      }
      const [after] = await stores.cases.find(one.reference);
      const links = after?.letters.filter(({ kind }) => kind === 'case-link') ?? [];
      expect(links).toHaveLength(MOST_CASE_LINKS);
      expect(new Set(links.map(({ id }) => id)).size).toBe(MOST_CASE_LINKS);
      // Ten on the first day, whatever was asked then; the two of the next took the places of the first two.
      const asks = links.map(({ owedSince }) => (Date.parse(owedSince) - began) / (2 * MINUTE));
      expect(asks).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 13 + 12 * 60, 14 + 12 * 60]);
    });

    it('settles the last ask past more unreadable ones than a batch holds', async () => {
      const { ask, pay, post, events } = stage();
      for (let n = 0; n < 30; n += 1) await ask(signIn(`m${String(n)}@stranger.example`));
      await ask(signIn('ada@harborpine.example'));
      const unreadable: AskStore = {
        ...stores.asks,
        read: async (id) => {
          const found = await stores.asks.read(id);
          if (found?.mailbox.endsWith('stranger.example')) throw new Error('not an ask that we wrote');
          return found;
        },
      };
      expect(await pay({ asks: unreadable })).toBe(1);
      expect(post.sent).toHaveLength(1);
      expect(events.filter(({ event }) => event === 'ask-unpaid')).toHaveLength(30);
      await pay();
    });
  });
}
