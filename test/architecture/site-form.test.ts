import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '#domain/requests/check.ts';
import type { Field, Given } from '#domain/requests/field.ts';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { buildSite } from '../../infra/local/build-site.ts';
import { inputAttributes, isRequired } from '#domain/requests/attributes.ts';
import { fieldSaid, fieldText } from '../../web/src/client/field-text.ts';
import { pageWords } from '../../web/src/form/page-words.ts';
import { unescaped } from './html.ts';

const dist = buildSite();
const formOf = (type: string) => readFileSync(join(dist, `en/ask/${type}/index.html`), 'utf8');

/** The attributes of each element that carries this name, in the order of the page. */
const named = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<(?:input|select|textarea)\\b[^>]*\\bname="${name}"[^>]*>`, 'g'))].map(([tag]) =>
    Object.fromEntries(
      [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, unescaped(value)]),
    ),
  );

const optionsOf = (field: Field): readonly string[] => ('options' in field ? field.options : []);
const autocompleteOf = (field: Field): string | undefined =>
  field.kind === 'importer-number' ? 'off' : 'autocomplete' in field ? field.autocomplete : undefined;

describe.each(requestTypeNames)('the form of a %s', (type) => {
  const { fields, sections, rules }: RequestType = requestTypes[type];
  const html = formOf(type);

  it('is posted to its door, in its language', () => {
    expect(html).toContain(`<form method="post" action="/api/requests/${type}?lang=en"`);
    expect(named(html, 'locale')).toMatchObject([{ type: 'hidden', value: 'en' }]);
    expect(named(html, 'submissionId')).toEqual([]);
  });

  it('names the address of its words, dates what it says of CBP, and keeps no data in a tooltip', () => {
    const [, address = ''] = /\bdata-words="([^"]*)"/.exec(html) ?? [];
    expect(address).toBe(`/en/ask/${type}/words.json`);
    expect(JSON.parse(readFileSync(join(dist, address), 'utf8'))).toEqual(pageWords(type, 'en'));
    expect(html).toContain('read or reported in July 2026: Form 5106 (06/25)');
    expect(html).not.toMatch(/\stitle="/);
  });

  it('asks every field of the registry once, and in its order', () => {
    const order = sections.flatMap((section) => [...section.fields, ...(section.folded ?? []).flat()]);
    expect(order).toEqual(Object.keys(fields));
    const asked = [...html.matchAll(/\bdata-field="([^"]*)"[^>]*>[^]*?\bname="(\w+)"/g)];
    expect(asked.map(([, , name]) => name)).toEqual(Object.keys(fields));
    expect(asked.map(([, field = '']) => unescaped(field))).toEqual(Object.values(fields).map(fieldText));
  });

  it.each(Object.entries(fields))('%s: its description is read back as it was', (_, field) => {
    const { autocomplete: _a, options: _o, ...said } = { autocomplete: '', options: [], min: 1, ...field };
    expect(fieldSaid(fieldText(field))).toEqual(said);
  });

  it.each(Object.entries(fields))('%s: its input says what the registry says', (name, field) => {
    const inputs = named(html, name);
    expect(inputs).toHaveLength(field.kind === 'radio' ? optionsOf(field).length : 1);
    for (const input of inputs) {
      expect('required' in input).toBe(field.needed === true && !field.when);
      // Nothing is cut in silence.
      expect(input['maxlength']).toBeUndefined();
      expect(Number(input['minlength'] ?? 1)).toBe('min' in field && field.kind === 'line' ? field.min : 1);
      expect(input['autocomplete']).toBe(autocompleteOf(field));
    }
    if (field.kind === 'radio') expect(inputs.map(({ value }) => value)).toEqual(optionsOf(field));
    if (field.kind === 'select') {
      const select = new RegExp(`name="${name}"[^>]*>([^]*?)</select>`).exec(html)?.[1] ?? '';
      const values = [...select.matchAll(/<option value="([^"]*)"/g)].map(([, value = '']) => value);
      expect(values.sort()).toEqual(['', ...optionsOf(field)].sort());
    }
  });

  it.each(Object.entries(fields))('%s: its pattern never refuses what the door takes', (name, field) => {
    const { pattern } = inputAttributes(field);
    if (typeof pattern !== 'string') return;
    const whole = new RegExp(`^(?:${pattern})$`, 'v');
    const near = fc.stringMatching(/^ ?[+(0-9]?[0-9A-Za-z ().ext#０-９–-]{0,30} ?$/u);
    const takes = (text: string) => {
      const given: Given = { [name]: text, [`${name}Kind`]: 'ein' };
      return problemsOf({ [name]: field }, [], given, { year: 2026, ownDomains: [] }).length === 0;
    };
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'grapheme', maxLength: 30 })), (text) => {
        fc.pre(text.trim() !== '' && !/[\r\n]/.test(text));
        expect(!takes(text) || whole.test(text), text).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(isRequired(field)).toBe(field.needed === true && !field.when);
  });

  it('carries the words of every problem that its script can find', () => {
    const words = pageWords(type, 'en');
    const values = [
      '',
      ' ',
      'x',
      '0',
      '.',
      '\u0007',
      '\ufffd',
      'a'.repeat(2000),
      'a@b@c',
      'a@b.example c@d.example',
      'me@harborpine.example',
      'yes',
      'other',
      'already-linked',
      '123',
      '95-123456',
      'US',
      'CA',
      'GB123456789',
      '000-12-3456',
      '078-05-1120',
      '912-50-1234',
      '123-00-1234',
      '123-45-0000',
      '00-1234567',
      '95-12345678',
      '95-1234567-1',
      '252704-12345-01',
      '1234567890',
      '٣٣٣٣٣٣٣٣٣',
      '123 4 5',
    ];
    const world = { year: 2026, ownDomains: ['harborpine.example'] };
    const kinds = ['ein', 'cbp', 'ssn', ''];
    const found = new Set<string>();
    for (const value of values) {
      for (const kind of kinds) {
        for (const country of ['US', 'CA']) {
          const given = {
            ...Object.fromEntries(Object.keys(fields).map((name) => [name, value])),
            importerNumberKind: kind,
          };
          const conditional = { ...given, ...('country' in fields && { country, recordChanged: 'yes' }) };
          for (const { code } of problemsOf(fields, rules, conditional, world)) found.add(code);
        }
      }
    }
    expect(found.size).toBeGreaterThan(20);
    expect([...found].filter((code) => code !== 'not-an-option' && !(code in words))).toEqual([]);
  });
});
