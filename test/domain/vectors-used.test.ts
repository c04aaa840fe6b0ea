import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import vectors from './fixtures/vectors.json' with { type: 'json' };

const tests = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts') && file !== 'vectors-used.test.ts')
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));

const groups = Object.keys(vectors).filter((name) => !name.startsWith('_'));

test.each(groups)('the shared vectors "%s" are used by a test', (group) => {
  const used = new RegExp(`\\bvectors\\.${group}\\b`);
  expect(tests.filter((text) => used.test(text))).not.toEqual([]);
});

test('every verdict letter is explained', () => {
  const letters = [...vectors.ir_numbers, ...vectors.routing].map(({ verdict }) => verdict);
  expect(Object.keys(vectors._key)).toEqual(expect.arrayContaining(letters));
});

test.each(Object.keys(vectors.golden_lines))('the golden line %s is used', (line) => {
  expect(tests.some((text) => text.includes(`golden.${line}`))).toBe(true);
});
