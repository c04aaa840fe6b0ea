import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { letterByLetter } from '#domain/company-name/letter-by-letter.ts';
import { caseIn } from '../../web/src/desk/case/model/address.ts';
import { comparisonsOf, differencesIn } from '../../web/src/desk/case/model/comparison.ts';
import { nextStep } from '../../web/src/desk/case/model/next-step.ts';
import { previewOf } from '../../web/src/desk/case/model/preview.ts';
import { said, signsOf } from '#domain/company-name/signs.ts';
import { timelineOf } from '../../web/src/desk/case/model/timeline.ts';
import { dateWords } from '../../web/src/desk/ui/clock.ts';

const answersOf = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([name, value]) => ({ name, label: name, value }));

describe('names beside each other', () => {
  const onFile: OnFile = { result: '1', legalName: 'ACME IMPORTS, LLC', abbreviatedName: 'ACME IMPORTS, LLC' };

  it('compares what was typed into CBP’s form first, with the legal name first, the same pair once', () => {
    const pairs = comparisonsOf(answersOf({ companyName: 'Acme Imports LLC', typedName: 'ACME IMPORT LLC' }), {
      ...onFile,
      secondName: { qualifier: 'DBA', name: 'ACME TOYS' },
    });
    expect(pairs.map(({ typedIn, filedAs }) => `${typedIn}/${filedAs}`)).toEqual([
      'typedName/legalName',
      'typedName/secondName',
      'companyName/legalName',
      'companyName/secondName',
    ]);
  });

  it.each([
    ['ACME IMPORTS, LLC', 'same'],
    ['Acme Imports, LLC', 'same-ignoring-case'],
    ['ACME IMPORTS LLC', 'punctuation'],
    ['ACME IMPORT LLC', 'slip'],
    ['ACME IMPORTS INC', 'entity-form'],
    ['BLUEBIRD TOYS', 'different'],
  ])('%s is %s', (typedName, verdict) => {
    expect(comparisonsOf(answersOf({ typedName }), onFile)[0]?.verdict).toBe(verdict);
  });

  it.each([
    ['ACME IMPORT LLC', 'ACME IMPORTS, LLC', [['only-on-file', '', 'S, comma', 'IMPORT']]],
    ['ACME  LLC', 'ACME LLC', [['only-typed', 'space', '', 'ACME']]],
    ['ACME & CO', 'ACME AND CO', [['replaced', 'ampersand', 'AND', 'ACME']]],
    ['Acme', 'ACME', []],
    ['ACME', 'ACME', []],
  ])('%j against %j in words', (typed, filed, expected) => {
    const found = differencesIn(letterByLetter(typed, filed));
    expect(found.map(({ kind, typed: only, onFile: there, after }) => [kind, only, there, after])).toEqual(expected);
  });

  it('draws spaces and marks, and says them by name', () => {
    expect(signsOf('A, B').map(({ shown, kind }) => `${shown} ${kind}`)).toEqual([
      'A letter',
      ', mark',
      '␣ space',
      'B letter',
    ]);
    expect(said('ACME, LLC.')).toBe('ACME, comma, space, LLC, full stop');
  });
});

type Looked = Parameters<typeof nextStep>[0];
const missing = (kind: CasePage['checks'][number]['kind']) => ({ kind, state: 'missing' }) as const;
const done = (kind: CasePage['checks'][number]['kind']) => ({ kind, state: 'passed' }) as const;
const fresh: Looked = {
  state: 'new',
  gate: 'tells',
  tool: 'query',
  more: [],
  checks: [missing('mailbox'), missing('power-of-attorney'), missing('receiver')],
  readyToClear: false,
  missing: [],
};
const cleared: Looked = { ...fresh, cleared: { at: '', who: '', name: '' } };
const waiting = { kind: 'earlier-contact', state: 'waiting' } as const;
const held = (state: CasePage['checks'][number]['state']): CasePage['checks'] => [
  done('call-back'),
  { kind: 'earlier-contact', state, until: '2026-11-30T15:00:00.000Z' },
];
const update = (state: CasePage['checks'][number]['state']): CasePage['checks'] => [
  missing('mailbox'),
  { kind: 'earlier-contact', state },
  missing('call-back'),
];
const advice: Partial<Looked> = { gate: 'advises', tool: undefined };
const lacking = [{ name: 'newEmail', label: '' }];

describe('the one thing to do next', () => {
  it.each<[string, Partial<Looked>, unknown]>([
    ['a check that a member can do, before a wait', fresh, { step: 'check', kind: 'power-of-attorney', again: false }],
    [
      'one that failed, again',
      { checks: [done('mailbox'), { kind: 'receiver', state: 'failed' }] },
      { step: 'check', kind: 'receiver', again: true },
    ],
    ['wait for the mailbox', { checks: [missing('mailbox'), done('receiver')] }, { step: 'wait-mailbox' }],
    ['answers before checks', { missing: lacking }, { step: 'incomplete' }],
    ['clear', { readyToClear: true }, { step: 'clear' }],
    [
      'clear, and the answer goes',
      { readyToClear: true, outcome: { at: '', who: '', name: '', code: '', values: {} } },
      { step: 'answer-held' },
    ],
    ['ask CBP', cleared, { step: 'ask-cbp' }],
    [
      'ask CBP while one of several numbers has no answer',
      { ...cleared, onFile: { result: '1' }, more: [{ name: 'importerNumber2', label: '', kind: 'ein', masked: '' }] },
      { step: 'ask-cbp' },
    ],
    ['advise, with nothing to clear', advice, { step: 'advise' }],
    ['wait for answers before advice', { ...advice, missing: lacking }, { step: 'incomplete' }],
    ['do by hand what CBP has no message for', { ...cleared, gate: 'files', tool: undefined }, { step: 'do' }],
    ['answer a name query', { ...cleared, onFile: { result: '0' } }, { step: 'answer' }],
    ['file an update', { ...cleared, gate: 'files', tool: 'update', onFile: { result: '1' } }, { step: 'file' }],
    [
      'nothing to file on an inactive number',
      { ...cleared, gate: 'files', tool: 'update', onFile: { result: '4' } },
      { step: 'answer' },
    ],
    ['over', { ...cleared, state: 'declined' }, { step: 'over' }],
    [
      'tell an earlier contact, before the calls',
      { checks: update('missing') },
      { step: 'tell-earlier', again: false },
    ],
    ['tell another when the letter came back', { checks: update('failed') }, { step: 'tell-earlier', again: true }],
    ['call while the hold runs', { checks: update('waiting') }, { step: 'check', kind: 'call-back', again: false }],
    [
      'the second look, before a wait',
      { checks: [...held('waiting'), missing('second-look')] },
      { step: 'look-again' },
    ],
    ['the mailbox, before the hold', { checks: [missing('mailbox'), ...held('waiting')] }, { step: 'wait-mailbox' }],
    ['only time is left', { checks: held('waiting') }, { step: 'wait-hold', until: '2026-11-30T15:00:00.000Z' }],
    ['the letter has not left', { checks: [waiting] }, { step: 'wait-hold' }],
    ['frozen, before all else', { readyToClear: true, frozen: { at: '', who: '' } }, { step: 'frozen' }],
    ['frozen when it is over', { state: 'answered', frozen: { at: '', who: '' } }, { step: 'frozen-over' }],
  ])('%s', (_, change, expected) => {
    expect(nextStep({ ...fresh, ...change })).toEqual(expected);
  });
});

describe('which case an address names', () => {
  const digest = 'a'.repeat(64);
  it.each([
    ['?reference=H7K2M-9QXTC', { reference: 'H7K2M-9QXTC' }],
    ['?reference=h7k2m9qxtc', { reference: 'H7K2M-9QXTC' }],
    [`?reference=H7K2M-9QXTC&digest=${digest}`, { reference: 'H7K2M-9QXTC', digest }],
    ['?reference=H7K2M-9QXTC&digest=../../x', { reference: 'H7K2M-9QXTC' }],
    ['?reference=nonsense', undefined],
    ['', undefined],
  ])('%s', (search, expected) => {
    expect(caseIn(search)).toEqual(expected);
  });
});

describe('what happened, in words', () => {
  const at = (minute: number) => `2026-11-22T15:0${minute}:00.000Z`;
  const told = (...timeline: CasePage['timeline']) =>
    timelineOf({ timeline, letters: [], answers: [] }).map(({ who, what }) => `${who}: ${what}`);
  const ada = { who: 'ada@harborpine.example', name: 'Ada Osei' };

  it('what was taken out of answers, by question', () => {
    const [one] = timelineOf({
      timeline: [{ at: at(0), who: 'desk', what: 'secret-removed', about: { note: 'bank ssn', gone: 'password' } }],
      letters: [],
      answers: [{ name: 'note', label: 'Anything else', value: '' }],
    });
    expect(one).toMatchObject({
      ...{ who: 'The desk', what: 'Took out what we may never keep' },
      details: ['Anything else: a bank number, a Social Security number, all but its end', 'gone: a password'],
    });
  });

  it('the latest first, those of one moment as they came', () => {
    expect(
      told(
        { at: at(0), who: 'importer', what: 'opened' },
        { at: at(1), ...ada, what: 'taken' },
        { at: at(1), ...ada, what: 'put-back' },
      ),
    ).toEqual([
      'Ada Osei: Put the case back for anybody to take',
      'Ada Osei: Took the case',
      'The importer: Sent the request',
    ]);
  });

  it.each([
    [{ what: 'checked', about: { kind: 'call-back', result: 'failed' } }, 'Call-back: failed'],
    [
      { what: 'clearance-lost', about: { kind: 'receiver', result: 'failed' } },
      'Receiver known: failed. The case is not cleared any more',
    ],
    [{ what: 'handed-over', about: { to: 'x', name: 'Mei Tan' } }, 'Handed the case to Mei Tan'],
    [{ what: 'on-file', about: { result: '3' } }, 'Kept CBP’s answer: number voided'],
    [{ what: 'answered', about: { outcome: 'accepted' } }, 'Answered: Accepted by CBP'],
    [{ what: 'recorded-without-clearance', about: { outcome: 'voided' } }, 'Recorded without clearance: Voided'],
    [{ what: 'declined', about: { reason: 'no-authority' } }, 'Declined: No authority'],
    [{ what: 'closed', about: { reason: 'duplicate' } }, 'Closed: Duplicate'],
    [
      { what: 'converted', about: { from: 'name-query', to: 'email-update' } },
      'Turned the name query into an email update',
    ],
    [{ what: 'replied', about: { question: 'q1' } }, 'Answered a question'],
    [{ what: 'replied' }, 'Wrote to us'],
    [{ what: 'something-new' }, 'something-new'],
  ])('%j', (entry, words) => {
    expect(told({ at: at(0), ...ada, ...entry })).toEqual([`Ada Osei: ${words}`]);
  });

  it('has words for every event that the domain writes', () => {
    const sources = ['functions/domain/case/moves', 'functions/casework'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    );
    const events = sources.flatMap((source) =>
      [...source.matchAll(/\bwhat: (?:held \? )?'([a-z-]+)'/g)].map(([, what]) => what ?? ''),
    );
    expect(new Set(events).size).toBeGreaterThan(12);
    for (const what of events) expect(told({ at: at(0), ...ada, what }), what).not.toEqual([`Ada Osei: ${what}`]);
  });

  it('tells of letters when they left, and of those that never will', () => {
    const letter = { id: 'x', kind: 'outcome', to: 'contact', owedSince: at(1), nextAt: at(2), attempts: 1 } as const;
    const words = (...letters: CasePage['letters']) =>
      timelineOf({ timeline: [], letters, answers: [] }).map(({ what }) => what);
    expect(words({ ...letter, state: 'sent', sentAt: at(3) })).toEqual(['Letter sent to the contact: the answer']);
    expect(words({ ...letter, state: 'parked' })).toEqual(['Letter could not be sent to the contact: the answer']);
    expect(words({ ...letter, state: 'owed' })).toEqual([]);
  });
});

describe('what the importer reads, before it is sent', () => {
  const importer = { kind: 'ein', masked: 'EIN ending 4567' } as const;
  const second = {
    name: 'importerNumber2',
    label: '',
    kind: 'cbp',
    masked: 'CBP-assigned number ending 2345',
  } as const;
  const page = {
    type: 'email-update' as const,
    locale: 'en',
    importer,
    more: [second],
    answers: answersOf({ newEmail: 'rosa@acme.example' }),
  };
  const facts = { broker: 'Harbor & Pine', phone: '+1 555 010 0199', timeZone: 'America/New_York' };

  it('is the letter’s own text and time', () => {
    const preview = previewOf(page, { code: 'accepted', values: { acceptedAt: '2026-11-22T20:04:00.000Z' } }, facts);
    expect(preview?.text).toContain('Sunday, November 22, 2026 at 3:04 PM Eastern Time');
    expect(preview?.text).toContain('rosa@acme.example');
  });

  it('has the names to type in the letter’s order', () => {
    const values = { abbreviatedName: 'ACME', legalName: 'ACME IMPORTS', secondName: 'TOYS', secondQualifier: 'DBA' };
    const preview = previewOf({ ...page, type: 'name-query' }, { code: 'name-on-file', values }, facts);
    expect(preview?.names).toEqual([
      { label: 'Type this name first', name: 'ACME IMPORTS' },
      { label: 'If the form refuses it, try this one', name: 'ACME' },
      { label: 'CBP’s record also shows a second name (DBA)', name: 'TOYS' },
    ]);
  });

  it('has each of several numbers with its names, or with words in their place', () => {
    const values = { result1: 'on-file', abbreviatedName1: 'ACME', result2: 'nothing-on-file' };
    const preview = previewOf({ ...page, type: 'name-query' }, { code: 'names-on-file', values }, facts);
    expect(preview?.numbers).toMatchObject([
      { number: 'EIN ending 4567', names: [{ label: 'Type this name first', name: 'ACME' }] },
      { number: 'CBP-assigned number ending 2345', names: [] },
    ]);
    expect(preview?.numbers[1]?.text).toMatch(/nothing on file/);
  });

  it('has our own steps first, one a line, as they were written', () => {
    const values = { guidance: 'Sign in.\n\n Ask {phone}.' };
    const preview = previewOf({ ...page, type: 'account-error' }, { code: 'guidance-sent', values }, facts);
    expect(preview?.next.slice(0, 2)).toEqual(['Sign in.', 'Ask {phone}.']);
  });

  it('leaves a gap for what is not filled in, and no placeholder', () => {
    const preview = previewOf(page, { code: 'refused-by-cbp', values: {} }, facts);
    expect(preview?.text).toContain('…');
    expect(JSON.stringify(preview)).not.toMatch(/[{]\w+[}]/);
  });

  it('leaves out the step that only a broker with a page for powers of attorney has', () => {
    const ending = { code: 'needs-power-of-attorney', values: {} };
    const link = 'https://harborpine.example/poa';
    expect(JSON.stringify(previewOf(page, ending, facts))).not.toContain('To sign with us');
    expect(JSON.stringify(previewOf(page, ending, { ...facts, powerOfAttorneyLink: link }))).toContain(link);
  });

  it('is nothing for an ending that has no words', () => {
    expect(previewOf(page, { code: 'unheard-of', values: {} }, facts)).toBeUndefined();
  });
});

it.each([
  ['2026-04-03', 'Apr 3, 2026'],
  ['2026-01-01', 'Jan 1, 2026'],
  ['2025-12-31', 'Dec 31, 2025'],
])('the date on a paper, %s, is %s in every zone', (date, words) => expect(dateWords(date)).toBe(words));

it('no key of the page’s words stands in two files, where one would hide the other', () => {
  const folder = 'web/src/desk/case/text';
  const keys = readdirSync(folder).flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key),
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
