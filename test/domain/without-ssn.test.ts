import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImporterKind } from '#domain/importer-number/importer-number.ts';
import { lastFourOnly } from '#domain/importer-number/without-ssn.ts';

const kinds: readonly (ImporterKind | undefined)[] = [undefined, 'ein', 'cbp', 'ssn'];

describe('a full Social Security number', () => {
  test.each([
    '212-34-5678',
    '212 34 5678',
    '212–34–5678',
    '212 - 34 - 5678',
    '212.34.5678',
    '２１２-３４-５６７８',
    'My number is 212-34-5678, I think.',
    `${'x'.repeat(500)} 212-34-5678`,
    '000-00-5678',
  ])('%j is seen whatever kind is chosen', (text) => {
    for (const kind of kinds) expect(lastFourOnly(kind, text)).toBe('5678');
  });

  test('as nine bare digits is seen only where that kind is chosen: they may be an EIN', () => {
    expect(kinds.map((kind) => lastFourOnly(kind, '212345678'))).toEqual([undefined, undefined, undefined, '5678']);
  });
});

test.each(['', '5678', '212-34-567', '95-1234567', '95-1234567AB', '252704-12345', '252704 12345', '1212-34-56789'])(
  '%j is none',
  (text) => {
    for (const kind of kinds) expect(lastFourOnly(kind, text)).toBeUndefined();
  },
);

test('what is left never holds more than four digits', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.stringMatching(/^[0-9 .–-]{0,20}$/), (kind, text) => {
      expect(lastFourOnly(kind, text) ?? '1234').toMatch(/^\d{4}$/);
    }),
  );
});
