import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isProblemCode } from '#domain/problem.ts';
import type { Field } from '#domain/requests/field.ts';
import { locales } from '#domain/requests/locale.ts';
import { secretKinds } from '#domain/secrets/secret.ts';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { problemTextsOf, textsOf, wordsOfProblem } from '#domain/requests/texts.ts';

const everyPair = locales.flatMap((locale) => requestTypeNames.map((type) => [locale, type] as const));
const fieldsOf = ({ fields }: RequestType): readonly [string, Field][] => Object.entries(fields);

/** In the order of the page, folded ones behind their group. */
const askedIn = ({ sections }: RequestType): string[] =>
  sections.flatMap(({ fields, folded = [] }) => [...fields, ...folded.flat()]);

/** What the platform names instead of us: countries, in `Intl.DisplayNames`. A statement's tick is its own words. */
const wantedTexts = (definition: RequestType): string[] => [
  ...['name', 'title', 'summary', 'when', 'asked', 'next'],
  ...definition.sections.flatMap(({ id, folded }) => [`section.${id}`, ...(folded ? [`fold.${id}`] : [])]),
  ...(definition.presets ?? []).map(({ id }) => `preset.${id}`),
  ...fieldsOf(definition).flatMap(([name, field]) => [
    `${name}.label`,
    ...(field.kind === 'tick' ? [] : [`${name}.hint`]),
    ...('options' in field && name !== 'country' ? field.options.map((option) => `${name}.${option}`) : []),
    ...('options' in field ? [] : [`${name}.example`]),
  ]),
];

describe.each(everyPair)('texts in %s of %s', (locale, type) => {
  const texts = textsOf(locale, type);
  const definition: RequestType = requestTypes[type];

  it('exist for every question, hint, example, option, section and preset', () => {
    expect(wantedTexts(definition).filter((key) => !texts[key]?.trim())).toEqual([]);
  });

  it('end no example with a stop: the sentence that names it brings one', () => {
    const stopped = Object.entries(texts).filter(([key, words]) => key.endsWith('.example') && /[.。]$/.test(words));
    expect(stopped.filter(([, words]) => !/\b(Inc|Co|Ltd)\.$/.test(words))).toEqual([]);
  });

  it('hold no placeholder that nobody fills', () => {
    const open = Object.entries(texts).filter(([, words]) => /\{(?!certifier\}|broker\})/.test(words));
    expect(open).toEqual([]);
  });

  it('put every question on the page once, and in the team’s letter once', () => {
    const asked = askedIn(definition);
    const names = fieldsOf(definition).map(([name]) => name);
    expect([...asked].sort()).toEqual([...names].sort());
    // The kind is said with the number.
    const listed = names.filter((name) => !/^(importer|receiver)Number\d?Kind$/.test(name));
    expect([...definition.screenOrder].sort()).toEqual([...listed].sort());
  });

  it('ask for what another answer decides only after that answer', () => {
    const asked = askedIn(definition);
    for (const [name, { when = [], needed }] of fieldsOf(definition)) {
      for (const { field } of [...when, ...(typeof needed === 'object' ? [needed] : [])]) {
        expect(asked.indexOf(field)).toBeGreaterThanOrEqual(0);
        expect(asked.indexOf(field)).toBeLessThan(asked.indexOf(name));
      }
    }
  });

  const codes = Object.keys(problemTextsOf(locale)).filter((key) => key !== 'example' && isProblemCode(key));

  it.each(codes)('say %s at any field, with every word filled in', (code) => {
    for (const [name, field] of fieldsOf(definition)) {
      // A limit is asked only of a field that has one.
      if ((code === 'too-short' && !('min' in field)) || (code === 'too-long' && !('max' in field))) continue;
      const words = wordsOfProblem(locale, type, { field: name, code });
      expect(words.length).toBeGreaterThan(6);
      expect(words).not.toMatch(/[{}]|undefined| {2}| [.,]/);
    }
    expect(wordsOfProblem(locale, type, { field: '{label} $& field', code })).not.toMatch(/undefined/);
  });
});

it.each(locales)('every code that the source names has words in %s, and no other has', (locale) => {
  const source = ['problem.ts', 'importer-number/reading.ts'].map((file) =>
    readFileSync(new URL(`../../functions/domain/${file}`, import.meta.url), 'utf8'),
  );
  const [own = '', refusals = ''] = [
    /export type ProblemCode =([^;]*);/.exec(source[0] ?? '')?.[1],
    /export type ImporterNumberRefusal =([^;]*);/.exec(source[1] ?? '')?.[1],
  ];
  const literals = (text: string) => [...text.matchAll(/^ *\| '([a-z-]+)'/gm)].map(([, code = '']) => code);
  const wanted = [
    ...literals(own),
    ...literals(refusals).flatMap((code) => (code === 'missing' ? [] : [`number-${code}`])),
    ...['ein', 'cbp', 'ssn'].map((kind) => `number-is-${kind}`),
    ...secretKinds.map((kind) => `secret-${kind}`),
  ];
  const given = Object.keys(problemTextsOf(locale)).filter((key) => key !== 'example');
  expect(given.sort()).toEqual(wanted.sort());
});
