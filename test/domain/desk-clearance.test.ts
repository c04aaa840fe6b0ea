import { describe, expect, it } from 'vitest';
import type { CasePage } from '#domain/desk/case-page.ts';
import { broker } from '../../broker.config.ts';
import { checkMove } from '../../web/src/desk/case/model/check-move.ts';
import { lookRefusal } from '../../web/src/desk/case/model/look.ts';
import { namedInRequest, nobodyToldOfChange } from '../../web/src/desk/case/model/telling.ts';
import { say } from '../../web/src/desk/case/words.ts';
import { ada, luis } from './moves-cases.ts';

const at = (minute: number) => `2026-11-22T15:${String(minute).padStart(2, '0')}:00.000Z`;

describe('a check as its form makes it', () => {
  const filled = { person: 'Rosa Alvarez', source: 'Client file', result: 'passed' };
  it.each([
    ['call-back', {}, []],
    ['power-of-attorney', {}, ['on']],
    ['power-of-attorney', { result: 'failed' }, []],
    ['power-of-attorney', { on: '2025-03-01', ends: '2024-03-01' }, ['ends']],
    ['second-person', {}, ['note']],
    ['letter-on-file', {}, ['on', 'note']],
    ['letter-on-file', { result: 'failed' }, ['note']],
  ] as const)('%s with %j lacks %j', (kind, more, missing) => {
    expect(checkMove(kind, { ...filled, ...more })).toEqual(
      missing.length > 0 ? { missing } : { move: 'check', kind, ...filled, ...more },
    );
  });

  it('takes the end of a power of attorney, and of nothing else', () => {
    const dates = { on: '2025-03-01', ends: '2027-03-01' };
    expect(checkMove('power-of-attorney', { ...filled, ...dates })).toMatchObject(dates);
    expect(checkMove('certifier', { ...filled, ...dates })).not.toHaveProperty('ends');
  });
});

describe('an earlier contact whom the request names', () => {
  const answers = [{ name: 'oldEmail', label: '', value: 'Tom@Acme.example' }];
  it.each([
    ['tom@acme.example', true],
    [' TOM@ACME.EXAMPLE ', true],
    ['jim@acme.example', false],
    ['', false],
  ])('%j: %s', (mailbox, expected) => {
    expect(namedInRequest({ answers }, mailbox)).toBe(expected);
  });

  it('is nobody where the request names none', () => {
    expect(namedInRequest({ answers: [] }, '')).toBe(false);
  });
});

describe('after CBP made the change', () => {
  type Page = Parameters<typeof nobodyToldOfChange>[0];
  const offer = { name: '', when: '', needsClearance: true, fields: [] };
  const outcome = { at: at(5), who: ada.email, name: ada.name, code: 'accepted', values: {}, releasedAt: at(5) };
  const page: Page = {
    outcome,
    outcomes: [
      { ...offer, code: 'accepted', tellsEarlierContact: true },
      { ...offer, code: 'refused-by-cbp' },
    ],
    tellings: [],
    letters: [],
    timeline: [{ at: at(4), who: ada.email, what: 'noted' }],
  };
  const letter: Page['letters'][number] = {
    ...({ id: 'x', kind: 'earlier-contact-filed', to: 'earlier-contact', state: 'sent', attempts: 1 } as const),
    ...{ owedSince: at(5), nextAt: at(5) },
  };
  it.each<[string, Partial<Page>, boolean]>([
    ['nobody was told', {}, true],
    ['our letter told somebody', { letters: [letter] }, false],
    ['that letter bounced', { letters: [{ ...letter, bouncedAt: at(6) }] }, true],
    ['that letter could not be sent', { letters: [{ ...letter, state: 'parked' }] }, true],
    ['it told of an earlier change', { letters: [{ ...letter, owedSince: at(1) }] }, true],
    ['somebody noted that they called', { timeline: [{ at: at(7), who: ada.email, what: 'noted' }] }, false],
    ['CBP refused', { outcome: { ...outcome, code: 'refused-by-cbp' } }, false],
    ['nobody was told the answer yet', { outcome: { ...outcome, releasedAt: undefined } }, false],
  ])('%s: somebody has to call is %s', (_, change, expected) => {
    expect(nobodyToldOfChange({ ...page, ...change })).toBe(expected);
  });
});

describe('a second look, before its button says no', () => {
  const first = { who: luis.email, name: luis.name };
  const passed = (['call-back', 'power-of-attorney', 'certifier'] as const).map((kind): CasePage['checks'][number] => ({
    kind,
    state: 'passed',
  }));
  it.each<[string, CasePage['look'], CasePage['checks'], string | undefined]>([
    ['may be made', { first }, passed, undefined],
    ['wants a call-back', { refused: 'look-first' }, [], say('look.look-first')],
    ['comes last', { first }, [...passed, { kind: 'certifier', state: 'missing' }], say('look.last')],
    [
      'is for another one, with a licence when the first had none',
      { first, refused: 'not-your-own-look' },
      passed,
      say('look.not-your-own-look', { names: 'Ada Osei, Mei Tan' }),
    ],
    [
      'is for anybody else when the first was licensed',
      { first: { who: ada.email, name: ada.name, licensed: true }, refused: 'not-your-own-look' },
      passed,
      say('look.not-your-own-look', { names: 'Luis Marin, Mei Tan' }),
    ],
    [
      'is too soon for who is alone',
      { first, refused: 'too-soon', until: '2026-11-30T15:00:00.000Z' },
      passed,
      say('look.too-soon', { until: 'Mon, Nov 30 3:00 PM' }),
    ],
  ])('%s', (_, look, checks, expected) => {
    expect(lookRefusal({ checks, ...(look && { look }) }, broker)).toBe(expected);
  });
});
