import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRoutingNumber } from '#domain/routing-number/check.ts';
import type { RoutingRefusal, RoutingWarning } from '#domain/routing-number/check.ts';
import vectors from './fixtures/vectors.json' with { type: 'json' };

function verdictOf(text: string): string {
  const check = checkRoutingNumber(text);
  if (check.outcome === 'refused') return 'X';
  return check.normalised ? 'N' : check.warnings.length > 0 ? 'W' : 'V';
}

test.each(vectors.routing)('"$input" is $verdict: $note', ({ input, verdict }) => {
  expect(verdictOf(input)).toBe(verdict);
});

describe('refused', () => {
  test.each<[string, RoutingRefusal]>([
    ['', 'missing'],
    [' - ', 'missing'],
    ['02100002', 'too-short'],
    ['0210000211', 'too-long'],
    ['9'.repeat(1000), 'too-long'],
    ['02100002I', 'characters'],
    ['٠٢١٠٠٠٠٢١', 'characters'],
    ['000000000', 'all-zeros'],
    ['000000518', 'us-government'],
    ['800000006', 'travelers-checks'],
    ['130000006', 'prefix'],
    ['200000004', 'prefix'],
    ['330000000', 'prefix'],
    ['600000002', 'prefix'],
    ['730000008', 'prefix'],
    ['021000022', 'checksum'],
  ])('%j: %s', (text, code) => {
    expect(checkRoutingNumber(text)).toEqual({ outcome: 'refused', code });
  });
});

describe('warned of', () => {
  test.each<[string, RoutingWarning[]]>([
    ['026009593', ['wire-number']],
    ['110000000', ['test-number']],
    ['610000005', ['electronic-range']],
    ['720000005', ['electronic-range']],
    ['021001208', ['federal-reserve']],
    ['031000040', ['federal-reserve']],
    ['041000014', ['federal-reserve']],
    ['051000033', ['federal-reserve']],
    ['061000146', ['federal-reserve']],
    ['071000301', ['federal-reserve']],
    ['081000045', ['federal-reserve']],
    ['091000080', ['federal-reserve']],
    ['101000048', ['federal-reserve']],
    ['111000038', ['federal-reserve']],
    ['121000374', ['federal-reserve']],
    ['０２１ ０００ ０２１', []],
  ])('%s: %j', (text, warnings) => {
    expect(checkRoutingNumber(text)).toMatchObject({ outcome: 'plausible', warnings });
  });
});

test('one wrong digit never passes, and no answer holds the number', () => {
  const good = fc.constantFrom('021000021', '121000248', '322271627', '256074974', '124003116');
  fc.assert(
    fc.property(good, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
      const wrong = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
      expect(checkRoutingNumber(wrong).outcome).toBe('refused');
      expect(JSON.stringify(checkRoutingNumber(number))).not.toMatch(/\d/);
    }),
  );
});
