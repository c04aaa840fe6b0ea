import { beforeEach, describe, expect, it } from 'vitest';
import { broker as configured } from '../../broker.config.ts';
import { dayPage } from '#casework/audit/day-page.ts';
import type { TrailStore } from '#casework/audit/ports.ts';
import { askForLink } from '#casework/asks/ask-for-link.ts';
import { payAsks } from '#casework/asks/pay-asks.ts';
import { hashOfToken, newToken } from '#casework/links.ts';
import { CODE_MS, LOCK_MS, MOST_WRONG_CODES } from '#casework/sign-in/codes.ts';
import { MOST_PASSKEYS, addPasskey, askToAdd, askToEnrol, enrol } from '#casework/sign-in/enrol.ts';
import { IDLE_MS, gateOf } from '#casework/sign-in/gate.ts';
import { memberItem } from '#casework/sign-in/member-item.ts';
import { makeCode, removePasskey, resetMember } from '#casework/sign-in/members.ts';
import { askForPasskey, usePasskey } from '#casework/sign-in/passkey.ts';
import type { Caller } from '#casework/sign-in/session.ts';
import { endAllSessions, endSession, startSession } from '#casework/sign-in/sessions.ts';
import type { Started } from '#casework/sign-in/sessions.ts';
import { useLink } from '#casework/sign-in/use-link.ts';
import type { Broker } from '#domain/broker/broker.ts';
import type { SignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { webauthnPasskeys } from '../../functions/identity/passkeys.ts';
import { authenticator } from '#test/fakes/authenticator.ts';
import { deskUrl } from '#test/fakes/desk-door.ts';
import { memoryCaseStore, noStuck } from '#test/fakes/memory-case-store.ts';
import { memoryAskStore } from '#test/fakes/memory-desk.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { aMonday } from '#test/fakes/requests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST = 'lantern-4471-harbor';

/** The story of signing in with a passkey, told on any stores. Each test has a team of its own. */
export function signInStory(name: string, make: () => Promise<SignInStores & { readonly audit: TrailStore }>): void {
  describe(`signing in on ${name}`, () => {
    let team = 0;
    let s: Awaited<ReturnType<typeof stage>>;
    beforeEach(async () => {
      s = await stage();
    });

    async function stage() {
      team += 1;
      const stores = await make();
      let clock = aMonday.getTime();
      const ports = {
        ...stores,
        now: () => new Date(clock),
        newToken,
        passkeys: webauthnPasskeys({ siteUrl: deskUrl, name: configured.name }),
      };
      const person = (who: string, role: 'member' | 'licensed') => ({
        name: who,
        email: `${who}-${String(team)}@harborpine.example`,
        role,
      });
      const [ada, luis, mei] = [person('Ada', 'licensed'), person('luis', 'member'), person('mei', 'licensed')];
      const broker: Broker = {
        ...configured,
        members: [ada, luis, mei],
        signIn: { with: 'passkey', first: { email: ada.email.toLowerCase(), code: FIRST } },
      };
      const gate = gateOf(ports, broker);
      const known = async ({ secret }: Started): Promise<Caller> => {
        const caller = await gate(secret);
        if (!caller) throw new Error('nobody is there');
        return caller;
      };
      const half = async (who = ada): Promise<Caller> => known(await startSession(ports, who.email, 'half'));
      const link = async (email: string) => {
        const token = newToken();
        const at = ports.now().toISOString();
        const expiresAt = new Date(clock + 15 * MINUTE).toISOString();
        await stores.signInLinks.put({ id: hashOfToken(token), rev: 1, email, madeAt: at, expiresAt });
        return token;
      };
      /** Enrols with a code; the authenticator is then the member's. */
      const enrolled = async (who = ada, code = FIRST, key = authenticator()) => {
        const caller = await half(who);
        const asked = await askToEnrol(ports, broker, caller, code);
        if ('refused' in asked) return { key, done: asked };
        const answer = key.make(asked.options);
        const done = await enrol(ports, broker, await again(caller), code, { answer, name: 'Laptop' });
        return { key, done };
      };
      /** The same caller at the next call: what the session holds by now. */
      const again = async (caller: Caller): Promise<Caller> => {
        const session = await stores.sessions.read(caller.session.id);
        if (!session) throw new Error('the session is gone');
        return { ...caller, session };
      };
      const options = async (caller: Caller) => {
        const asked = await askForPasskey(ports, caller);
        if ('refused' in asked) throw new Error(asked.refused);
        return asked.options;
      };
      const audit = async () => {
        const day = aMonday.toISOString().slice(0, 10);
        const { events } = await dayPage(stores, { day, most: 500 });
        const mine = (email: string) => [ada, luis, mei].some((one) => one.email === email);
        return events.filter(({ who }) => mine(who)).reverse();
      };
      const wait = (ms: number) => (clock += ms);
      return { ports, broker, ada, luis, mei, gate, half, link, enrolled, again, options, known, audit, wait };
    }

    const refused = (code: string) => ({ refused: code });

    describe('a mailed link', () => {
      it('gives a half session and says the next step, once', async () => {
        const token = await s.link(s.ada.email.toLowerCase());
        const used = await useLink(s.ports, s.broker, token);
        expect(used).toMatchObject({
          member: s.ada,
          next: 'enrol',
          started: { session: { stage: 'half' }, seconds: 900 },
        });
        expect(await useLink(s.ports, s.broker, token)).toEqual(refused('link-used'));
      });

      it('says to use the passkey when there is one', async () => {
        await s.enrolled();
        expect(await useLink(s.ports, s.broker, await s.link(s.ada.email.toLowerCase()))).toMatchObject({
          next: 'passkey',
        });
      });

      it('lets exactly one of many uses at once in', async () => {
        const token = await s.link(s.luis.email);
        const used = await Promise.all(Array.from({ length: 6 }, () => useLink(s.ports, s.broker, token)));
        expect(used.filter((one) => 'started' in one)).toHaveLength(1);
      });

      it('works for 15 minutes', async () => {
        const [early, late] = [await s.link(s.luis.email), await s.link(s.luis.email)];
        s.wait(15 * MINUTE - 1);
        expect(await useLink(s.ports, s.broker, early)).toMatchObject({ next: 'enrol' });
        s.wait(1);
        expect(await useLink(s.ports, s.broker, late)).toEqual(refused('link-expired'));
      });

      it.each([
        ['cut short', (token: string) => token.slice(1), 'link-altered'],
        ['grown', (token: string) => `${token}=`, 'link-altered'],
        ['empty', () => '', 'link-altered'],
        ['another', () => 'A'.repeat(43), 'link-unknown'],
      ])('is refused when it is %s', async (_, alter, code) => {
        expect(await useLink(s.ports, s.broker, alter(await s.link(s.luis.email)))).toEqual(refused(code));
      });

      it('is nobody’s when its member was removed meanwhile, or the team signs in another way', async () => {
        const token = await s.link(s.luis.email);
        const without = { ...s.broker, members: [s.ada] };
        expect(await useLink(s.ports, without, token)).toEqual(refused('link-unknown'));
        const signIn = { with: 'oidc', issuer: 'https://id.example', clientId: 'x', secondFactor: 'claims' } as const;
        expect(await useLink(s.ports, { ...s.broker, signIn }, token)).toEqual(refused('link-unknown'));
      });
    });

    describe('a passkey', () => {
      it('finishes signing in: a full session with a new secret, the half one over, on record', async () => {
        const { key } = await s.enrolled();
        const caller = await s.half();
        const options = await s.options(caller);
        const done = await usePasskey(s.ports, await s.again(caller), key.sign(options));
        if ('refused' in done) throw new Error(done.refused);
        expect(done).toMatchObject({ session: { stage: 'full' }, seconds: 12 * 3600 });
        expect((await s.known(done)).member).toEqual(s.ada);
        expect((await s.ports.sessions.read(caller.session.id))?.endedAt).toBeDefined();
        const events = (await s.audit()).map(({ what }) => what);
        expect(events.sort()).toEqual(['passkey-added', 'signed-in', 'signed-in']);
        const [passkey] = (await memberItem(s.ports, s.ada.email)).passkeys;
        expect(passkey).toMatchObject({
          id: key.id,
          counter: 2,
          deviceType: 'multiDevice',
          backedUp: true,
          usedAt: s.ports.now().toISOString(),
          transports: ['internal', 'hybrid'],
        });
      });

      it.each([
        ['of another place', { origin: 'https://evil.example' }],
        ['of another domain', { rpId: 'evil.example' }],
        ['of nobody verified', { unverified: true }],
        ['of another challenge', { challenge: Buffer.from('another').toString('base64url') }],
        ['of another kind', { type: 'webauthn.create' }],
        ['whose counter goes back', { counter: 1 }],
      ])('does not sign in by an answer %s', async (_, change) => {
        const { key } = await s.enrolled();
        const caller = await s.half();
        const options = await s.options(caller);
        const done = await usePasskey(s.ports, await s.again(caller), key.sign(options, change));
        expect(done).toEqual(refused('passkey-not-accepted'));
        expect((await s.ports.sessions.read(caller.session.id))?.stage).toBe('half');
      });

      it.each([
        ['nothing', {}],
        ['nonsense', { id: 5, response: 'x' }],
        ['half an answer', { id: 'abc', rawId: 'abc', type: 'public-key', response: { clientDataJSON: 'e30' } }],
      ])('does not sign in by %s', async (_, answer) => {
        await s.enrolled();
        const caller = await s.half();
        await s.options(caller);
        expect(await usePasskey(s.ports, await s.again(caller), answer)).toEqual(refused('passkey-not-accepted'));
      });

      it('of another member does not sign in', async () => {
        const { key } = await s.enrolled();
        const { code } = await makeCode(s.ports, s.ada, s.luis);
        await s.enrolled(s.luis, code);
        const caller = await s.half(s.luis);
        const options = await s.options(caller);
        expect(await usePasskey(s.ports, await s.again(caller), key.sign(options))).toEqual(
          refused('passkey-not-accepted'),
        );
      });

      it('is asked with a challenge that is good for one answer, the last one only', async () => {
        const { key } = await s.enrolled();
        const caller = await s.half();
        const first = await s.options(caller);
        const second = await s.options(await s.again(caller));
        expect(await usePasskey(s.ports, await s.again(caller), key.sign(first))).toEqual(
          refused('passkey-not-accepted'),
        );
        // The wrong answer used the challenge up.
        expect(await usePasskey(s.ports, await s.again(caller), key.sign(second))).toEqual(refused('passkey-again'));
      });

      it('signs in once when its answer comes many times at once', async () => {
        const { key } = await s.enrolled();
        const caller = await s.half();
        const answer = key.sign(await s.options(caller));
        const now = await s.again(caller);
        const done = await Promise.all(Array.from({ length: 5 }, () => usePasskey(s.ports, now, answer)));
        expect(done.filter((one) => 'secret' in one)).toHaveLength(1);
      });

      it('is not lost when another call notes the session meanwhile', async () => {
        const { key } = await s.enrolled();
        const caller = await s.half();
        const answer = key.sign(await s.options(caller));
        const now = await s.again(caller);
        await s.ports.sessions.save({ ...now.session, rev: now.session.rev + 1 }, now.session.rev);
        expect(await usePasskey(s.ports, now, answer)).toHaveProperty('secret');
      });

      it('does not sign in by a session that ended meanwhile', async () => {
        const { key } = await s.enrolled();
        const caller = await s.half();
        const answer = key.sign(await s.options(caller));
        const now = await s.again(caller);
        await endSession(s.ports, caller.session.id);
        expect(await usePasskey(s.ports, now, answer)).toEqual(refused('passkey-again'));
      });

      it('may not count at all', async () => {
        const { key, done } = await s.enrolled(s.ada, FIRST, authenticator({ counts: false }));
        expect(done).toHaveProperty('secret');
        const caller = await s.half();
        const answer = key.sign(await s.options(caller));
        expect(await usePasskey(s.ports, await s.again(caller), answer)).toHaveProperty('secret');
      });

      it('is not asked of who has none', async () => {
        expect(await askForPasskey(s.ports, await s.half())).toEqual(refused('passkey-none'));
      });
    });

    describe('a code', () => {
      it('of the configuration enrols its licensed member once, and a new value once more', async () => {
        expect((await s.enrolled()).done).toHaveProperty('secret');
        expect((await s.enrolled()).done).toEqual(refused('code-wrong'));
        const signIn = { with: 'passkey', first: { email: s.ada.email, code: 'another-code-9912' } } as const;
        const asked = await askToEnrol(s.ports, { ...s.broker, signIn }, await s.half(), 'another-code-9912');
        expect(asked).toHaveProperty('options');
      });

      it('of the configuration is nothing for anybody else, and nothing for who is not licensed any more', async () => {
        expect((await s.enrolled(s.luis)).done).toEqual(refused('code-wrong'));
        const caller = await s.half();
        const demoted = { ...caller, member: { ...s.ada, role: 'member' as const } };
        expect(await askToEnrol(s.ports, s.broker, demoted, FIRST)).toEqual(refused('code-wrong'));
      });

      it('that was handed over enrols its member once, in whatever way it is typed', async () => {
        const { code } = await makeCode(s.ports, s.ada, s.luis);
        expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){5}[2-9A-HJKMNP-TV-Z]{4}$/);
        expect((await s.enrolled(s.mei, code)).done).toEqual(refused('code-wrong'));
        expect((await s.enrolled(s.luis, ` ${code.toLowerCase().replaceAll('-', ' ')}`)).done).toHaveProperty('secret');
        expect((await s.enrolled(s.luis, code)).done).toEqual(refused('code-wrong'));
        expect((await s.audit()).map(({ what, about }) => [what, about?.['member']])).toContainEqual([
          'code-made',
          s.luis.email,
        ]);
      });

      it('is kept as a hash only', async () => {
        const { code } = await makeCode(s.ports, s.ada, s.luis);
        await s.enrolled();
        const kept = JSON.stringify([
          await memberItem(s.ports, s.luis.email),
          await memberItem(s.ports, s.ada.email),
          await s.audit(),
        ]);
        expect(kept).not.toContain(code);
        expect(kept).not.toContain(FIRST);
      });

      it('that was handed over is over after a day, or when a newer one is made', async () => {
        const old = await makeCode(s.ports, s.ada, s.luis);
        const fresh = await makeCode(s.ports, s.ada, s.luis);
        expect((await s.enrolled(s.luis, old.code)).done).toEqual(refused('code-wrong'));
        s.wait(CODE_MS);
        expect((await s.enrolled(s.luis, fresh.code)).done).toEqual(refused('code-expired'));
      });

      it('is locked for 15 minutes after five wrong ones, a right one too, and that is on record', async () => {
        const caller = await s.half();
        const guess = (code: string) => askToEnrol(s.ports, s.broker, caller, code);
        for (let tries = 1; tries < MOST_WRONG_CODES; tries += 1)
          expect(await guess('wrong')).toEqual(refused('code-wrong'));
        expect(await guess('wrong')).toEqual(refused('code-locked'));
        expect(await guess(FIRST)).toEqual(refused('code-locked'));
        expect((await s.audit()).map(({ what }) => what)).toEqual(['codes-locked']);
        s.wait(LOCK_MS);
        expect((await s.enrolled()).done).toHaveProperty('secret');
      });

      it('is guessed five times and not more, however many guesses come at once', async () => {
        const caller = await s.half();
        const guesses = Array.from({ length: 8 }, (_, n) =>
          askToEnrol(s.ports, s.broker, caller, `wrong-${String(n)}`),
        );
        const said = (await Promise.allSettled(guesses)).map((one) =>
          one.status === 'fulfilled' ? one.value : undefined,
        );
        const wrong = said.filter((one) => one && 'refused' in one && one.refused === 'code-wrong');
        expect(wrong.length).toBeLessThan(MOST_WRONG_CODES);
      });

      it('is not used up by a passkey that was not accepted', async () => {
        const caller = await s.half();
        const asked = await askToEnrol(s.ports, s.broker, caller, FIRST);
        if ('refused' in asked) throw new Error(asked.refused);
        const answer = authenticator().make(asked.options, { unverified: true });
        const done = await enrol(s.ports, s.broker, await s.again(caller), FIRST, { answer, name: 'x' });
        expect(done).toEqual(refused('passkey-not-accepted'));
        expect((await s.enrolled()).done).toHaveProperty('secret');
      });

      it('is asked again with the passkey: options alone open nothing', async () => {
        const caller = await s.half();
        const asked = await askToEnrol(s.ports, s.broker, caller, FIRST);
        if ('refused' in asked) throw new Error(asked.refused);
        const answer = authenticator().make(asked.options);
        const done = await enrol(s.ports, s.broker, await s.again(caller), 'guess', { answer, name: 'x' });
        expect(done).toEqual(refused('code-wrong'));
      });

      it('enrols one passkey when two tabs use it at once', async () => {
        const tabs = await Promise.all(
          Array.from({ length: 3 }, async () => {
            const caller = await s.half();
            const asked = await askToEnrol(s.ports, s.broker, caller, FIRST);
            if ('refused' in asked) throw new Error(asked.refused);
            return { caller: await s.again(caller), answer: authenticator().make(asked.options) };
          }),
        );
        const done = await Promise.all(
          tabs.map(({ caller, answer }) => enrol(s.ports, s.broker, caller, FIRST, { answer, name: 'x' })),
        );
        expect(done.filter((one) => 'secret' in one)).toHaveLength(1);
        expect((await memberItem(s.ports, s.ada.email)).passkeys).toHaveLength(1);
      });
    });

    describe('own passkeys', () => {
      const signedIn = async () => {
        const { done, key } = await s.enrolled();
        if ('refused' in done) throw new Error(done.refused);
        return { caller: await s.known(done), key };
      };
      const add = async (caller: Caller, key = authenticator()) => {
        const asked = await askToAdd(s.ports, caller);
        if ('refused' in asked) return asked;
        return addPasskey(s.ports, await s.again(caller), { answer: key.make(asked.options), name: 'Phone' });
      };

      it('can be several, and any of them signs in', async () => {
        const { caller } = await signedIn();
        const phone = authenticator();
        expect(await add(caller, phone)).toMatchObject({ added: { id: phone.id, name: 'Phone' } });
        const next = await s.half();
        const answer = phone.sign(await s.options(next));
        expect(await usePasskey(s.ports, await s.again(next), answer)).toHaveProperty('secret');
      });

      it('are each there once, and at most ten', async () => {
        const { caller, key } = await signedIn();
        expect(await add(caller, key)).toEqual(refused('passkey-known'));
        for (let n = 1; n < MOST_PASSKEYS; n += 1) expect(await add(await s.again(caller))).toHaveProperty('added');
        expect(await add(await s.again(caller))).toEqual(refused('passkey-too-many'));
      });

      it('can be removed but for the last one', async () => {
        const { caller, key } = await signedIn();
        expect(await removePasskey(s.ports, s.ada, key.id)).toEqual(refused('passkey-last'));
        await add(caller);
        expect(await removePasskey(s.ports, s.ada, 'another')).toEqual(refused('passkey-unknown'));
        s.wait(1);
        expect(await removePasskey(s.ports, s.ada, key.id)).toEqual({ removed: true });
        const next = await s.half();
        const answer = key.sign(await s.options(next));
        expect(await usePasskey(s.ports, await s.again(next), answer)).toEqual(refused('passkey-not-accepted'));
        expect((await s.audit()).at(-1)).toMatchObject({ what: 'passkey-removed', about: { passkey: 'Laptop' } });
      });
    });

    describe('a lost passkey', () => {
      it('is reset by another licensed member: no passkey, no session, a fresh code, the reason on record', async () => {
        const { done, key } = await s.enrolled();
        if ('refused' in done) throw new Error(done.refused);
        s.wait(MINUTE);
        const handed = await resetMember(s.ports, s.mei, s.ada, 'The phone fell into the harbor.');
        expect(await s.gate(done.secret)).toBeUndefined();
        expect((await memberItem(s.ports, s.ada.email)).passkeys).toEqual([]);
        s.wait(1);
        expect((await s.enrolled(s.ada, FIRST, key)).done).toEqual(refused('code-wrong'));
        if ('refused' in handed) throw new Error(handed.refused);
        expect((await s.enrolled(s.ada, handed.code)).done).toHaveProperty('secret');
        expect(await s.audit()).toContainEqual({
          at: new Date(aMonday.getTime() + MINUTE).toISOString(),
          who: s.mei.email,
          name: 'mei',
          what: 'passkeys-reset',
          about: { member: s.ada.email, reason: 'The phone fell into the harbor.' },
        });
      });

      it('is not reset by oneself', async () => {
        await s.enrolled();
        expect(await resetMember(s.ports, s.ada, s.ada, 'I want to.')).toEqual(refused('not-oneself'));
        expect((await memberItem(s.ports, s.ada.email)).passkeys).toHaveLength(1);
      });

      it('ends a sign-in that is half done', async () => {
        const { key } = await s.enrolled();
        const caller = await s.half();
        const answer = key.sign(await s.options(caller));
        await resetMember(s.ports, s.mei, s.ada, 'Lost.');
        expect(await usePasskey(s.ports, await s.again(caller), answer)).toHaveProperty('refused');
      });

      it('ends a sign-in whose passkey was accepted a moment before', async () => {
        const { key } = await s.enrolled();
        s.wait(1);
        const caller = await s.half();
        const answer = key.sign(await s.options(caller));
        const members: typeof s.ports.members = {
          ...s.ports.members,
          save: async (next, readRev) => {
            const saved = await s.ports.members.save(next, readRev);
            s.wait(1);
            await resetMember(s.ports, s.mei, s.ada, 'Stolen.');
            s.wait(1);
            return saved;
          },
        };
        const done = await usePasskey({ ...s.ports, members }, await s.again(caller), answer);
        if ('refused' in done) throw new Error(done.refused);
        expect(await s.gate(done.secret)).toBeUndefined();
      });

      it('leaves no passkey that the ended session was just making', async () => {
        const { done } = await s.enrolled();
        if ('refused' in done) throw new Error(done.refused);
        const caller = await s.known(done);
        const asked = await askToAdd(s.ports, caller);
        if ('refused' in asked) throw new Error(asked.refused);
        const inside = await s.again(caller);
        s.wait(1);
        await resetMember(s.ports, s.mei, s.ada, 'Stolen.');
        const answer = authenticator().make(asked.options);
        const added = await addPasskey(s.ports, inside, { answer, name: 'Mine' });
        expect(added).toEqual(refused('passkey-not-accepted'));
        expect((await memberItem(s.ports, s.ada.email)).passkeys).toEqual([]);
      });
    });

    describe('a session', () => {
      const begin = (stage: 'half' | 'full') => startSession(s.ports, s.luis.email, stage);

      it('is known by its secret alone, which is kept nowhere', async () => {
        const { secret, session } = await begin('full');
        expect(await s.gate(secret)).toMatchObject({ member: s.luis, session: { id: session.id } });
        expect(JSON.stringify(await s.ports.sessions.read(session.id))).not.toContain(secret);
        for (const other of [undefined, '', 'A'.repeat(43), session.id]) expect(await s.gate(other)).toBeUndefined();
      });

      it.each([
        ['half', 15 * MINUTE],
        ['full', 12 * HOUR],
      ] as const)('that is %s ends after its time, however busy', async (stage, ms) => {
        const { secret } = await begin(stage);
        for (let gone = 0; gone < ms - 10 * MINUTE; gone += 10 * MINUTE) {
          s.wait(10 * MINUTE);
          expect(await s.gate(secret)).toBeDefined();
        }
        s.wait(10 * MINUTE);
        expect(await s.gate(secret)).toBeUndefined();
      });

      it('ends after an idle hour, and lives on while it is used', async () => {
        const { secret } = await begin('full');
        s.wait(IDLE_MS - 1);
        expect(await s.gate(secret)).toBeDefined();
        s.wait(IDLE_MS - 1);
        expect(await s.gate(secret)).toBeDefined();
        s.wait(IDLE_MS);
        expect(await s.gate(secret)).toBeUndefined();
      });

      it('is written at most every five minutes', async () => {
        const { secret, session } = await begin('full');
        const rev = async () => (await s.ports.sessions.read(session.id))?.rev;
        for (const [ms, wanted] of [
          [0, 1],
          [5 * MINUTE - 1, 1],
          [1, 2],
          [MINUTE, 2],
          [4 * MINUTE, 3],
        ] as const) {
          s.wait(ms);
          await s.gate(secret);
          expect(await rev()).toBe(wanted);
        }
      });

      it('is out at once when its member is no more, and has the role of today', async () => {
        const { secret } = await begin('full');
        const as = (members: Broker['members']) => gateOf(s.ports, { members })(secret);
        expect((await as([{ ...s.luis, role: 'licensed' }]))?.member.role).toBe('licensed');
        expect(await as([s.ada])).toBeUndefined();
      });

      it('ends when its member signs out, and no other with it', async () => {
        const [one, other] = [await begin('full'), await begin('full')];
        await endSession(s.ports, one.session.id);
        expect(await s.gate(one.secret)).toBeUndefined();
        expect(await s.gate(other.secret)).toBeDefined();
      });

      it('ends with all others of the member when they sign out everywhere; later ones live', async () => {
        const [one, other, ada] = [
          await begin('full'),
          await begin('half'),
          await startSession(s.ports, s.ada.email, 'full'),
        ];
        s.wait(1);
        await endAllSessions(s.ports, s.luis.email.toUpperCase());
        for (const { secret } of [one, other]) expect(await s.gate(secret)).toBeUndefined();
        expect(await s.gate(ada.secret)).toBeDefined();
        s.wait(1);
        expect(await s.gate((await begin('full')).secret)).toBeDefined();
      });

      it('stays ended while another call notes that it is used', async () => {
        const { secret, session } = await begin('full');
        s.wait(6 * MINUTE);
        await Promise.all([s.gate(secret), endSession(s.ports, session.id), s.gate(secret)]);
        expect(await s.gate(secret)).toBeUndefined();
      });
    });

    it('begins with a letter whose link works', async () => {
      const asks = memoryAskStore();
      const { mailer, sent } = memoryMailer();
      await askForLink({ asks, now: s.ports.now }, { purpose: 'sign-in', mailbox: s.luis.email });
      const more = { asks, mailer, cases: memoryCaseStore(), stuck: noStuck, random: () => 1, log: () => undefined };
      await payAsks({ ...s.ports, ...more }, { broker: s.broker, siteUrl: deskUrl });
      const [, token = ''] = /\/desk\/sign-in\/#([\w-]{43})/.exec(sent[0]?.text ?? '') ?? [];
      expect(await useLink(s.ports, s.broker, token)).toMatchObject({ member: s.luis, next: 'enrol' });
    });
  });
}
