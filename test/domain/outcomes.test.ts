import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isToClear } from '#domain/case/clearance/needed.ts';
import { closeReasons, declineReasons } from '#domain/case/moves/move.ts';
import { locales } from '#domain/requests/locale.ts';
import {
  filledOutcome,
  outcomeKey,
  outcomeTexts,
  outcomeWords,
  outcomeWordsFor,
} from '#domain/requests/outcome-texts.ts';
import type { Outcomes } from '#domain/requests/outcome.ts';
import { outcomeOf, outcomesOf } from '#domain/requests/outcomes.ts';
import { questionsOf } from '#domain/requests/question-texts.ts';
import { readOutcomeValues } from '#domain/requests/read-outcome.ts';
import { isRequestTypeName, requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { namesInScreenOrder, optionInWords, teamLabel } from '#domain/requests/team-answers.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const pairs = locales.flatMap((locale) => requestTypeNames.map((type) => [locale, type] as const));
const endsOf = (type: keyof typeof outcomesOf) => [
  ...Object.keys(outcomesOf[type]).map((code) => ({ code, values: {} })),
  ...declineReasons.map((reason) => ({ code: 'declined', values: { reason } })),
  ...closeReasons.map((reason) => ({ code: 'closed', values: { reason } })),
];

/** Everything that may stand in the words; what an outcome's own fields give comes beside it. */
const brokers = {
  broker: 'Harbor & Pine',
  phone: '+1 555 010 0199',
  powerOfAttorneyLink: 'https://harborpine.example/poa',
};
const at = 'Monday, 10:00';
const values = {
  ...{ acceptedAt: at, escalatedAt: at, preparedAt: at, receiver: 'Harbor & Pine' },
  ...{ newEmail: 'customs@bluebird-toys.example', reason: 'The name differs.' },
};
const fills = { ...brokers, ...values };

/** What only the team reads, which is English. */
function ofTheDesk(type: keyof typeof outcomesOf): string[] {
  const outcomes: Outcomes = outcomesOf[type];
  return [
    ...endsOf(type).flatMap((end) => ['name', 'when'].map((part) => `${outcomeKey(end)}.${part}`)),
    ...Object.values(outcomes).flatMap(({ fields }) =>
      Object.entries(fields).flatMap(([name, field]) => [
        ...[`${name}.label`, `${name}.hint`],
        ...('options' in field ? field.options.map((option) => `${name}.${option}`) : []),
      ]),
    ),
  ];
}

describe.each(pairs)('words of outcomes in %s of %s', (locale, type) => {
  const texts = outcomeTexts(locale, type);

  it('exist for every end, every field and every option', () => {
    const wanted = [
      ...endsOf(type).flatMap((end) => ['title', 'text'].map((part) => `${outcomeKey(end)}.${part}`)),
      ...(locale === 'en' ? ofTheDesk(type) : []),
    ];
    expect(wanted.filter((key) => !texts[key]?.trim())).toEqual([]);
  });

  it.each(endsOf(type))('$code $values: every placeholder is one that letters and pages fill', (end) => {
    const words = filledOutcome(outcomeWords(locale, type, end), fills);
    expect(JSON.stringify(words)).not.toMatch(/[{}]{1}[a-zA-Z]+\}/);
    expect(words.text).not.toBe('');
  });

  // Spanish needs a quarter more words for the same; Chinese has none between spaces, and is bounded by signs.
  it('is in short sentences', () => {
    const long = Object.entries(texts).flatMap(([key, text]) =>
      text
        .split(/(?<=[.:?!])\s|(?<=[。：？！])|\n/)
        .filter((sentence) => sentence.split(/\s+/).length > (locale === 'es' ? 25 : 20) || sentence.length > 200)
        .map((sentence) => `${key}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('has no heading or step that stands twice, and none that is empty', () => {
    for (const end of endsOf(type)) {
      const { title, next } = outcomeWords(locale, type, end);
      expect(new Set([title, ...next]).size).toBe(next.length + 1);
      expect(next.every((step) => step.trim() === step && step !== '')).toBe(true);
    }
  });

  it('has words to start from only for ends that take some', () => {
    const keys = endsOf(type).map((end) => `${outcomeKey(end)}.start`);
    const starts = Object.keys(texts).filter((key) => key.endsWith('.start'));
    expect(starts.filter((key) => !keys.includes(key))).toEqual([]);
    // On suspicion nothing is added, and a close takes no words for the importer.
    expect(starts.filter((key) => /suspicion|^closed/.test(key))).toEqual([]);
  });

  it('speaks of no flag, check or hold', () => {
    for (const end of endsOf(type)) {
      const { title, text, next } = outcomeWords(locale, type, end);
      expect([title, text, ...next].join(' ')).not.toMatch(
        /\b(flag|suspici|fraud|verif|clearance|cleared|hold\b|risk)/i,
      );
    }
  });

  it('has prepared questions with a name and a text, none twice', () => {
    const questions = questionsOf(locale, type);
    expect(questions.length).toBeGreaterThan(3);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { name, text } of questions) {
      expect(name).not.toBe('');
      expect(text).toMatch(/[.?。？]$/);
      expect(text).not.toMatch(/\{/);
    }
  });
});

describe('a refusal on suspicion', () => {
  it.each(pairs)('says one sentence and no step, in %s of %s', (locale, type) => {
    const words = outcomeWords(locale, type, { code: 'declined', values: { reason: 'suspicion' } });
    expect(words.next).toEqual([]);
    expect(words.text.split(/(?<=[.。])\s*/).filter((sentence) => sentence !== '')).toHaveLength(2);
    if (locale === 'en')
      expect(words).toEqual({ title: 'Please call us', text: 'We cannot do this online. Please call us.', next: [] });
  });
});

describe('filled words', () => {
  const power = outcomeWords('en', 'name-query', { code: 'needs-power-of-attorney', values: {} });

  it('leave out a step that nothing fills', () => {
    const without = { ...fills, powerOfAttorneyLink: undefined };
    expect(outcomeWordsFor(power, fills).next.length - outcomeWordsFor(power, without).next.length).toBe(1);
    expect(filledOutcome(power, fills).next.join()).toContain(brokers.powerOfAttorneyLink);
  });

  it('read nothing again of what is filled in', () => {
    const odd = fc.constantFrom('{phone}', '$&', '$1', '{acceptedAt}', '{{reason}}');
    fc.assert(
      fc.property(odd, (reason) => {
        const words = outcomeWords('en', 'email-update', { code: 'refused-by-cbp', values: { reason } });
        expect(filledOutcome(words, { ...fills, reason }).text).toContain(reason);
      }),
    );
  });

  it('throw where a title or text lacks its fill, and where no words are', () => {
    const accepted = outcomeWords('en', 'email-update', { code: 'accepted', values: {} });
    expect(() => filledOutcome(accepted, brokers)).toThrow('acceptedAt');
    expect(() => outcomeWords('en', 'name-query', { code: 'accepted', values: {} })).toThrow('accepted');
  });
});

describe('outcomes as data', () => {
  it('turn only into a request type that exists, and another one', () => {
    for (const type of requestTypeNames)
      for (const { turnsInto } of Object.values<Outcomes[string]>(outcomesOf[type]))
        if (turnsInto !== undefined) expect(isRequestTypeName(turnsInto) && turnsInto !== type).toBe(true);
  });

  it('need clearance whenever they tell something of the record', () => {
    // Advice tells nothing of it: it may not even be cleared.
    const free = requestTypeNames
      .filter(isToClear)
      .flatMap((type) =>
        Object.entries<Outcomes[string]>(outcomesOf[type]).flatMap(([code, { needsClearance }]) =>
          needsClearance ? [] : [code],
        ),
      );
    expect(new Set(free)).toEqual(new Set(['needs-power-of-attorney']));
  });

  it('name fields together that exist', () => {
    for (const type of requestTypeNames)
      for (const { fields, together = [] } of Object.values<Outcomes[string]>(outcomesOf[type]))
        for (const name of together) expect(fields).toHaveProperty(name);
  });
});

const reading = (type: keyof typeof outcomesOf, code: string, given: Record<string, string>) => {
  const outcome = outcomeOf(type, code);
  return outcome && readOutcomeValues(outcome, given, aMonday);
};

describe('reading the values of an outcome', () => {
  const name = 'ACME  IMPORTS, LLC';
  it.each([
    ['the short name alone', { abbreviatedName: name }, { abbreviatedName: name }],
    [
      'empty ones left out, ends trimmed, inner spaces kept',
      { abbreviatedName: ` ${name} `, legalName: ' ' },
      { abbreviatedName: name },
    ],
    [
      'a second name with its kind',
      { abbreviatedName: name, secondName: 'ACME', secondQualifier: 'DBA' },
      { abbreviatedName: name, secondName: 'ACME', secondQualifier: 'DBA' },
    ],
  ])('name-on-file: %s', (_, given, values) => {
    expect(reading('name-query', 'name-on-file', given)).toEqual({ values });
  });

  it.each([
    ['no name', {}, [['abbreviatedName', 'missing']]],
    ['one of 33', { abbreviatedName: 'X'.repeat(33) }, [['abbreviatedName', 'too-long']]],
    ['one of 101', { abbreviatedName: 'X', legalName: 'X'.repeat(101) }, [['legalName', 'too-long']]],
    ['two lines', { abbreviatedName: 'ACME\nINC' }, [['abbreviatedName', 'control-characters']]],
    ['a second name alone', { abbreviatedName: 'X', secondName: 'Y' }, [['secondQualifier', 'missing']]],
    ['a kind alone', { abbreviatedName: 'X', secondQualifier: 'DBA' }, [['secondName', 'missing']]],
    [
      'a kind that is none',
      { abbreviatedName: 'X', secondName: 'Y', secondQualifier: 'TM' },
      [['secondQualifier', 'not-an-option']],
    ],
    ['a field of nobody', { abbreviatedName: 'X', __proto__x: 'Y' }, [['__proto__x', 'unknown-field']]],
  ])('name-on-file: %s is refused', (_, given, problems) => {
    expect(reading('name-query', 'name-on-file', given)).toEqual({
      problems: problems.map(([field, code]) => ({ field, code })),
    });
  });

  it.each([
    ['2026-11-16T14:59:59Z', undefined],
    ['2026-11-16T15:04:59.000Z', undefined],
    ['2026-11-16T15:05:01Z', 'in-the-future'],
    ['2026-11-16T10:00:00-05:00', 'not-a-moment'],
    ['2026-11-16', 'not-a-moment'],
    ['2026-13-45T99:00Z', 'not-a-moment'],
    ['yesterday', 'not-a-moment'],
    ['', 'missing'],
  ])('accepted at %j: %s', (acceptedAt, code) => {
    const wanted = code === undefined ? { values: { acceptedAt } } : { problems: [{ field: 'acceptedAt', code }] };
    expect(reading('email-update', 'accepted', { acceptedAt })).toEqual(wanted);
  });
});

describe('a request as the team reads it', () => {
  it('has a short label for every question of every type', () => {
    for (const type of requestTypeNames) {
      const { fields }: RequestType = requestTypes[type];
      for (const name of Object.keys(fields))
        if (name !== 'importerNumberKind') expect(teamLabel(type, name).length).toBeLessThan(32);
    }
  });

  it('begins as the screen does, and leaves nothing out', () => {
    const { type, answers, importerNumber } = opened('email-update');
    const names = namesInScreenOrder(type, { ...answers, typedName: 'of the old type' }, importerNumber.kind);
    expect(names.slice(0, 2)).toEqual(['importerNumber', 'companyName']);
    expect(names.at(-1)).toBe('typedName');
    expect(names).not.toContain('importerNumberKind');
    for (const name of Object.keys(answers)) if (name !== 'importerNumberKind') expect(names).toContain(name);
  });

  it.each([
    ['country', 'DE', 'DE (Germany)'],
    ['companyType', 'llc', 'LLC'],
    ['certified', 'yes', 'Ticked'],
    ['companyName', 'llc', undefined],
    ['companyType', 'toString', undefined],
    ['nothing', 'x', undefined],
  ])('reads %s %s as %s', (name, given, words) => {
    expect(optionInWords('email-update', name, given)).toBe(words);
  });
});
