import { describe, expect, it } from 'vitest';
import { readE1 } from '#domain/abi/e1/read.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import type { CasePage, OutcomeOffer } from '#domain/desk/case-page.ts';
import { answerMove, beginWith, ownField } from '../../web/src/desk/case/model/answer-move.ts';
import { checkMove } from '../../web/src/desk/case/model/check-move.ts';
import { suggestedByE1 } from '../../web/src/desk/case/model/e1-answer.ts';
import { instantAt, wallTime } from '../../web/src/desk/case/model/moment.ts';
import { suggestedByKr } from '../../web/src/desk/case/model/suggested.ts';

type Asked = Pick<CasePage, 'tool' | 'more' | 'answers' | 'tools'>;
const answers = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([name, value]) => ({ name, label: name, value }));
const nameQuery = (companyName: string, typedName?: string): Asked => ({
  tool: 'query',
  more: [],
  answers: answers({ companyName, ...(typedName !== undefined && { typedName }) }),
});
const emailUpdate = (settle?: 'bond-rider' | 'look'): Asked => {
  const difference = settle && { label: '', requested: '', onFile: '', advice: '', settle };
  const sheet = { rows: [], missing: [], ready: false, differences: difference ? [difference] : [] };
  return { tool: 'update', more: [], answers: answers({ companyName: 'ACME' }), tools: { worksheet: sheet } };
};
const filed = (result: OnFile['result'], names: Partial<OnFile> = {}): OnFile => ({ result, ...names });
const acme = { abbreviatedName: 'ACME IMPORTS', legalName: 'ACME IMPORTS, LLC' };

describe('the outcome that CBP’s answer to a name query leads to', () => {
  it.each([
    ['nothing on file', nameQuery('Acme'), filed('0'), 'nothing-on-file', 'none'],
    ['voided', nameQuery('Acme'), filed('3'), 'voided', 'void'],
    ['inactive', nameQuery('Acme'), filed('4', acme), 'inactive', 'inactive'],
    ['another name', nameQuery('Acme Import'), filed('1', acme), 'name-on-file', 'another-name'],
    [
      'the very name that was typed',
      nameQuery('Acme', 'ACME IMPORTS, LLC'),
      filed('1', acme),
      'already-matches',
      'same-name',
    ],
    [
      'the very name, nothing else known',
      nameQuery('ACME IMPORTS, LLC'),
      filed('2', acme),
      'already-matches',
      'same-name',
    ],
    [
      'right in the request, wrong in CBP’s form',
      nameQuery('ACME IMPORTS, LLC', 'ACME'),
      filed('1', acme),
      'name-on-file',
      'another-name',
    ],
    [
      'the short name only: the legal one is still to try',
      nameQuery('', 'ACME IMPORTS'),
      filed('1', acme),
      'name-on-file',
      'another-name',
    ],
    ['small letters only', nameQuery('Acme Imports, LLC'), filed('1', acme), 'name-on-file', 'only-case'],
    [
      'no K7: the 32 characters decide',
      nameQuery('ACME'),
      filed('1', { abbreviatedName: 'ACME' }),
      'already-matches',
      'same-name',
    ],
  ] as const)('%s', (_, page, onFile, code, why) => {
    expect(suggestedByKr(page, onFile)).toMatchObject({ code, why });
  });

  it('number by number where there are several, and nothing before all are answered', () => {
    const second = { name: 'importerNumber3', label: '', kind: 'ein', masked: '' } as const;
    const page = (onFile?: OnFile): Asked => ({
      ...nameQuery('Acme'),
      more: [{ ...second, ...(onFile && { onFile }) }],
    });
    expect(suggestedByKr(page(), filed('1', acme))).toBeUndefined();
    expect(suggestedByKr(page(filed('3')), filed('1', acme))).toEqual({
      ...{ code: 'names-on-file', why: 'several' },
      values: {
        result1: 'on-file',
        abbreviatedName1: 'ACME IMPORTS',
        legalName1: 'ACME IMPORTS, LLC',
        result3: 'voided',
      },
    });
  });

  it('fills in every name that CBP sent, letter for letter', () => {
    const onFile = filed('1', { ...acme, secondName: { qualifier: 'DBA', name: 'ACME  TOYS' } });
    expect(suggestedByKr(nameQuery('Acme Import'), onFile)?.values).toEqual({
      ...acme,
      secondQualifier: 'DBA',
      secondName: 'ACME  TOYS',
    });
  });
});

describe('the outcome that it leads to for an email update', () => {
  it.each([
    ['on file and alike: the update goes on', emailUpdate(), '1', undefined],
    ['something to look at', emailUpdate('look'), '2', undefined],
    ['another name or address', emailUpdate('bond-rider'), '1', 'needs-bond-rider'],
    ['inactive', emailUpdate(), '4', 'needs-reactivation'],
    ['voided: no outcome of ours fits', emailUpdate(), '3', undefined],
    ['nothing on file', emailUpdate(), '0', undefined],
  ] as const)('%s', (_, page, result, code) => {
    expect(suggestedByKr(page, filed(result, acme))?.code).toBe(code);
  });
});

const e1 = (disposition: string, severity = ' ', condition = '', narrative = '') =>
  `E1${disposition}${severity}${condition.padEnd(3)}   ${narrative}`.trimEnd();

describe('the outcome that CBP’s answer to an update leads to', () => {
  const now = new Date('2026-11-22T15:04:31.500Z');
  const of = (...lines: readonly string[]) => suggestedByE1(readE1(lines.join('\n')), now);

  it('accepted, at this minute', () => {
    expect(of(e1('A'))).toEqual({
      code: 'accepted',
      values: { acceptedAt: '2026-11-22T15:04:00.000Z' },
      why: 'accepted',
    });
  });

  it('refused, in our words for a code that we know, in CBP’s for others, fatal ones only', () => {
    const refused = of(
      e1('R', 'F', 'R02', 'NAME BLANK'),
      e1(' ', 'F', 'Q99', 'SOMETHING ELSE'),
      e1(' ', 'I', 'A21', 'INFO'),
    );
    expect(refused).toMatchObject({ code: 'refused-by-cbp', values: { reason: 'The name is blank.\nSOMETHING ELSE' } });
  });

  it('never more than the outcome holds', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      e1(n === 0 ? 'R' : ' ', 'F', 'Q99', `REASON NUMBER ${n} WITH SOME WORDS`),
    );
    expect(of(...many)?.values['reason']?.length).toBe(500);
  });

  it.each([[''], ['nonsense'], [e1(' ', 'I', 'A21', 'INFO')], [`${e1('A')}\n${e1('R')}`]])(
    'nothing from %j',
    (pasted) => {
      expect(of(pasted)).toBeUndefined();
    },
  );
});

const zone = 'America/New_York';

describe('times of a form are those of the office', () => {
  it.each([
    ['winter', '2026-11-22T15:04', '2026-11-22T20:04:00.000Z'],
    ['summer', '2026-07-10T09:30', '2026-07-10T13:30:00.000Z'],
    ['the day the clocks go forward, before', '2026-03-08T01:59', '2026-03-08T06:59:00.000Z'],
    ['and after', '2026-03-08T03:00', '2026-03-08T07:00:00.000Z'],
    ['the day they go back, before', '2026-11-01T00:59', '2026-11-01T04:59:00.000Z'],
    ['the hour that comes twice: the first', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['and after', '2026-11-01T02:30', '2026-11-01T07:30:00.000Z'],
    ['around midnight', '2026-01-01T00:00', '2026-01-01T05:00:00.000Z'],
  ])('%s', (_, wall, instant) => {
    expect(instantAt(wall, zone)).toBe(instant);
    expect(wallTime(instant, zone)).toBe(wall);
  });

  it.each([[''], ['yesterday'], ['2026-13-01T00:00'], ['2026-11-22']])('%j is no time', (wall) => {
    expect(instantAt(wall, zone)).toBeUndefined();
  });

  it('and no time is shown for what is none', () => {
    expect(wallTime('soon', zone)).toBe('');
  });
});

const offers: readonly OutcomeOffer[] = [
  {
    code: 'accepted',
    name: '',
    when: '',
    needsClearance: true,
    fields: [{ name: 'acceptedAt', label: '', kind: 'moment', needed: true }],
  },
  {
    code: 'needs-power-of-attorney',
    name: '',
    when: '',
    needsClearance: false,
    fields: [{ name: 'extra', label: '', kind: 'line', needed: false }],
  },
];
const [accepted, power] = offers;
const at = { [ownField('acceptedAt')]: '2026-11-22T15:04' };

describe('a filled-in answer as a move', () => {
  it('begins with what CBP’s answer leads to, in the office’s time', () => {
    const suggested = {
      code: 'accepted',
      values: { acceptedAt: '2026-11-22T20:04:00.000Z' },
      why: 'accepted',
    } as const;
    expect(beginWith(suggested, offers, zone)).toEqual({ outcome: 'accepted', ...at });
    expect(beginWith({ ...suggested, code: 'gone' }, offers, zone)).toEqual({});
    expect(beginWith(undefined, offers, zone)).toEqual({});
  });

  it.each([
    ['nothing chosen', {}, undefined, false, ['outcome']],
    ['a needed field', { [ownField('acceptedAt')]: ' ' }, accepted, false, [ownField('acceptedAt')]],
    ['no clearance and no reason', at, accepted, true, ['override']],
    ['both', {}, accepted, true, [ownField('acceptedAt'), 'override']],
  ])('is missing: %s', (_, values, offer, held, missing) => {
    expect(answerMove({ values, offer, held, timeZone: zone })).toEqual({ missing });
  });

  it('is sent in UTC, without what is empty, with a reason only where one is asked', () => {
    const values = { ...at, words: ' ', override: 'They said so.', [ownField('extra')]: 'not of this outcome' };
    expect(answerMove({ values, offer: accepted, held: false, timeZone: zone })).toEqual({
      move: 'answer',
      outcome: 'accepted',
      values: { acceptedAt: '2026-11-22T20:04:00.000Z' },
    });
    expect(answerMove({ values, offer: accepted, held: true, timeZone: zone })).toMatchObject({
      override: 'They said so.',
    });
    const spoken = { ...values, words: ' Call us. ' };
    expect(answerMove({ values: spoken, offer: power, held: false, timeZone: zone })).toMatchObject({
      values: { extra: 'not of this outcome' },
      words: 'Call us.',
    });
  });
});

describe('a filled-in check as a move', () => {
  const filledIn = { person: ' Rosa ', source: 'Client file', result: 'passed' };
  it.each([
    ['call-back', {}, { missing: ['person', 'source', 'result'] }],
    ['call-back', { ...filledIn, result: 'perhaps' }, { missing: ['result'] }],
    ['power-of-attorney', filledIn, { missing: ['on'] }],
    [
      'power-of-attorney',
      { ...filledIn, result: 'failed' },
      { result: 'failed', person: 'Rosa', source: 'Client file' },
    ],
    ['power-of-attorney', { ...filledIn, on: '2025-03-01' }, { result: 'passed', on: '2025-03-01' }],
    ['certifier', { ...filledIn, where: 'page 3', note: ' ' }, { person: 'Rosa', source: 'Client file: page 3' }],
  ] as const)('%s %j', (kind, values, expected) => {
    expect(checkMove(kind, values)).toMatchObject(expected);
  });

  it('holds nothing that the check does not ask for', () => {
    expect(checkMove('call-back', { ...filledIn, on: '2025-03-01' })).toEqual({
      ...{ move: 'check', kind: 'call-back', result: 'passed', person: 'Rosa', source: 'Client file' },
    });
  });
});
