import { describe, expect, it } from 'vitest';
import { LOCK_MS, MOST_WRONG_CODES, hashOfCode, newCode, spent, tryCode } from '#casework/sign-in/codes.ts';
import type { SignIn } from '#domain/broker/broker.ts';
import type { MemberItem } from '#domain/desk/kept.ts';
import { aMonday } from '#test/fakes/requests.ts';

const ada = { name: 'Ada Osei', email: 'Ada@harborpine.example', role: 'licensed' } as const;
const signIn: SignIn = { with: 'passkey', first: { email: 'ada@harborpine.example', code: 'lantern-4471-harbor' } };
const later = (ms: number) => new Date(aMonday.getTime() + ms).toISOString();

const blank: MemberItem = { id: 'ada@harborpine.example', rev: 3, passkeys: [], spentCodes: [], wrongCodes: 0 };
const handed = (expiresAt: string): MemberItem => ({
  ...blank,
  code: { hash: hashOfCode(ada.email, 'ABCD-2345'), madeBy: 'mei', madeAt: later(0), expiresAt },
});

describe('trying a code', () => {
  const tried = (item: MemberItem, code: string, by: SignIn = signIn) => tryCode(item, ada, by, code, aMonday);

  it.each([
    ['the first one', blank, 'lantern-4471-harbor', undefined],
    ['the first one, as somebody reads it out', blank, ' Lantern 4471 HARBOR', undefined],
    ['one that was handed over', handed(later(1)), 'abcd 2345', undefined],
    ['one that is over', handed(later(0)), 'ABCD-2345', 'code-expired'],
    ['a wrong one', handed(later(1)), 'ABCD-2346', 'code-wrong'],
    ['nothing', blank, '', 'code-wrong'],
    ['a right one while codes are locked', { ...handed(later(1)), lockedUntil: later(1) }, 'ABCD-2345', 'code-locked'],
    ['a right one when the lock is over', { ...handed(later(1)), lockedUntil: later(0) }, 'ABCD-2345', undefined],
    ['the last wrong one', { ...blank, wrongCodes: MOST_WRONG_CODES - 1 }, 'x', 'code-locked'],
  ] as const)('%s', (_, item, code, refused) => {
    expect(tried(item, code).refused).toBe(refused);
  });

  it('is always written when it may be right, so that guesses at the same time are counted one after another', () => {
    for (const [item, code] of [
      [blank, 'lantern-4471-harbor'],
      [handed(later(1)), 'ABCD-2345'],
      [blank, 'wrong'],
    ] as const)
      expect(tried(item, code).next).toBeDefined();
  });

  it('locks for a while and counts anew after it', () => {
    const { next } = tried({ ...blank, wrongCodes: MOST_WRONG_CODES - 1 }, 'x');
    expect(next).toMatchObject({ wrongCodes: 0, lockedUntil: later(LOCK_MS) });
  });

  it('is nothing where the configuration names no code', () => {
    expect(tried(blank, 'lantern-4471-harbor', { with: 'passkey' }).refused).toBe('code-wrong');
  });
});

describe('a code that was used', () => {
  it('is gone when it was handed over; the first one is remembered', () => {
    expect(spent(handed(later(1)), ada.email, 'ABCD2345')).toEqual(blank);
    const after = spent({ ...handed(later(1)), wrongCodes: 3 }, ada.email, 'lantern-4471-harbor');
    expect(after).toMatchObject({ wrongCodes: 0, code: { madeBy: 'mei' } });
    expect(tryCode(after, ada, signIn, 'lantern-4471-harbor', aMonday).refused).toBe('code-wrong');
  });

  it('belongs to its member', () => {
    expect(hashOfCode('ADA@harborpine.example', 'x')).toBe(hashOfCode('ada@harborpine.example', 'X'));
    expect(hashOfCode('mei@harborpine.example', 'x')).not.toBe(hashOfCode('ada@harborpine.example', 'x'));
  });
});

describe('a fresh code', () => {
  it('has twenty letters that nobody confuses, in groups, and never comes twice', () => {
    const many = Array.from({ length: 500 }, () => newCode());
    for (const code of many) expect(code).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){5}[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(many).size).toBe(500);
  });

  it('passes over bytes that would make some letters likelier', () => {
    const bytes = (count: number) => Uint8Array.from({ length: count }, (_, nth) => (nth % 2 === 0 ? 239 : 240));
    expect(newCode(bytes)).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });
});
