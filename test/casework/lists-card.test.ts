import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { cardSchema } from '#domain/desk/card.ts';
import { attributesOf } from '../../functions/aws/attributes.ts';
import { itemOf } from '../../functions/aws/case-item.ts';
import { opened } from '#test/fakes/requests.ts';

const one = opened('email-update');
const at = '2026-11-16T15:00:00.000Z';
const by = { at, who: 'ada@harborpine.example', name: 'Ada Osei' };
const named = (companyName: string, change: Partial<Case> = {}): Case => ({
  ...one,
  ...change,
  answers: { ...one.answers, companyName },
});

/** What DynamoDB counts: names and values in UTF-8, a byte for each of them, three for the map. */
function sizeOf(value: AttributeValue): number {
  if (value.M) {
    const all = Object.entries(value.M);
    return 3 + all.reduce((sum, [name, each]) => sum + Buffer.byteLength(name) + sizeOf(each) + 1, 0);
  }
  return Buffer.byteLength(value.S ?? value.N ?? '-');
}
const bytesOf = (of: Case) => sizeOf({ M: attributesOf(cardOf(of)) });

/** Everything on it that a card can hold, as long as it comes. */
const full: Partial<Case> = {
  state: 'answered',
  closedAt: at,
  movedAt: at,
  movedBy: `${'m'.repeat(240)}@broker.example`,
  firstMoveAt: at,
  assignee: `${'a'.repeat(240)}@broker.example`,
  outcome: { ...by, code: 'needs-power-of-attorney-or-longer', values: {} },
};

describe('a card', () => {
  it('fits its schema, and says what a list shows', () => {
    const card = cardOf(
      named('Acme Imports LLC', { ...full, flags: [{ ...by, id: 'f1', reason: 'odd' }], cleared: by }),
    );
    expect(cardSchema.parse(card)).toEqual(card);
    expect(card).toMatchObject({ companyName: 'Acme Imports LLC', flagged: true, cleared: true, parked: false });
    expect(JSON.stringify(card)).not.toContain('252704');
  });

  it('says that a case is frozen, and that a letter waits for a member', () => {
    const [letter] = opened('email-update').letters;
    const letters = letter ? [{ ...letter, state: 'held' as const }] : [];
    expect(cardOf(named('Acme', { letters, frozen: { at, who: 'earlier-contact' } }))).toMatchObject({
      ...{ frozen: true, held: true, flagged: false },
    });
  });

  it('of before there were such things is neither', () => {
    const { frozen: _, held: __, ...old } = cardOf(named('Acme'));
    expect(cardSchema.parse(old)).toMatchObject({ frozen: false, held: false });
  });

  it.each([
    ['plain', 'x'.repeat(5000)],
    ['Chinese', '漢'.repeat(5000)],
    ['emoji', '🚢'.repeat(5000)],
    ['quotes', '"\\'.repeat(5000)],
    ['control characters', '\u0001'.repeat(5000)],
    ['halves of characters', '\ud83d'.repeat(5000)],
  ])('is at most 1 KB and whole, whatever the answers hold: %s', (_, companyName) => {
    for (const change of [{}, full]) {
      expect(bytesOf(named(companyName, change))).toBeLessThanOrEqual(1024);
      expect(cardOf(named(companyName, change)).companyName.isWellFormed()).toBe(true);
    }
    expect(cardOf(named(companyName)).companyName.length).toBeGreaterThanOrEqual(24);
  });

  it('keeps a name of a hundred plain characters when there is room', () => {
    const name = 'ACME '.repeat(20);
    expect(cardOf(named(name)).companyName).toBe(name);
  });

  it('is at most 1 KB for any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => bytesOf(named(name, full)) <= 1024));
  });
});

describe('the keys of a case', () => {
  it.each<readonly [string, Partial<Case>, Readonly<Record<string, string | undefined>>]>([
    ['new', {}, { queue: 'open', queueOrder: `1#${one.dueAt}#${one.reference}`, assignee: '-', day: '2026-11-16' }],
    [
      'confirmed and taken',
      { confirmed: { contact: at }, assignee: 'ada@harborpine.example' },
      { queue: 'open', queueOrder: `0#${one.dueAt}#${one.reference}`, assignee: 'ada@harborpine.example' },
    ],
    [
      'confirmed elsewhere only',
      { confirmed: { 'other-mailbox': at } },
      { queueOrder: `1#${one.dueAt}#${one.reference}` },
    ],
    [
      'over',
      { state: 'declined', closedAt: at, assignee: 'ada@harborpine.example' },
      { queue: 'closed', queueOrder: `${at}#${one.reference}`, assignee: undefined },
    ],
    ['opened at the end of a day in New York', { openedAt: '2026-11-17T03:00:00.000Z' }, { day: '2026-11-17' }],
  ])('%s', (_, change, keys) => {
    const item = itemOf({ ...one, ...change });
    for (const [name, value] of Object.entries(keys)) expect(item[name]?.S, name).toBe(value);
  });
});
