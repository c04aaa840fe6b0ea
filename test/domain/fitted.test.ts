import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitLine, fitName } from '#domain/abi/fitted.ts';
import type { Change } from '#domain/abi/fitted.ts';

const codes = (changed: readonly Change[]) => changed.map(({ code }) => code);

describe('a line', () => {
  test.each<[string, string, Change['code'][]]>([
    ['ACME IMPORTS LLC', 'ACME IMPORTS LLC', []],
    ["O'BRIEN & SONS, INC. #2 (USA)", "O'BRIEN & SONS, INC. #2 (USA)", []],
    ['Acme', 'ACME', ['capitals']],
    ['CAFÉ RÍO', 'CAFE RIO', ['accents']],
    ['CAFE\u0301', 'CAFE', ['accents']],
    ['Straße', 'STRASSE', ['capitals', 'accents']],
    ['ÆRØ ŁÓDŹ ĐÀ NẴNG ı', 'AERO LODZ DA NANG I', ['accents']],
    ['O’BRIEN “BEST” – TOYS', 'O\'BRIEN "BEST" - TOYS', ['punctuation']],
    ['ＡＣＭＥ　１', 'ACME 1', ['spaces', 'accents', 'punctuation']],
    ['ACME™ ½', 'ACMETM 1/2', ['punctuation']],
    ['  ACME\n\tLLC\u00a0', 'ACME LLC', ['spaces']],
    ['AC\u200bME\u00ad', 'ACME', ['invisible']],
    ['АCME', '?CME', ['unfit']],
    ['˘ACME', '?ACME', ['unfit']],
    ['', '', []],
  ])('%j', (given, line, changed) => {
    expect(fitLine(given, 40)).toMatchObject({ line });
    expect(codes(fitLine(given, 40).changed)).toEqual(changed);
  });

  test('names each unfit character once, and leaves a mark for it', () => {
    expect(fitLine('上海 上 🙂 ®', 40)).toEqual({
      line: '?? ? ? ?',
      changed: [{ code: 'unfit', characters: ['上', '海', '🙂', '®'] }],
    });
  });

  test('says what a cut lost', () => {
    expect(fitLine('12 HARBOR STREET SUITE 4', 17)).toEqual({
      line: '12 HARBOR STREET',
      changed: [{ code: 'cut', max: 17, lost: 'SUITE 4' }],
    });
    expect(fitLine('STRASSE', 7).changed).toEqual([]);
    expect(codes(fitLine('STRAßEN', 7).changed)).toEqual(['accents', 'cut']);
  });
});

describe('a name', () => {
  test('of 32 characters fits, and needs no T3', () => {
    const name = 'A'.repeat(32);
    expect(fitName(name)).toEqual({ abbreviated: name, legalParts: undefined, changed: [] });
  });

  test('of 33 is cut, and goes in full into T3 and TN IN1', () => {
    const name = 'THE VERY LONG NAME OF AN IMPORTER'; // the 31st character is a space's neighbour on purpose
    expect(name).toHaveLength(33);
    expect(fitName(name)).toEqual({
      abbreviated: 'THE VERY LONG NAME OF AN IMPORTE',
      legalParts: { t3: 'THE VERY LONG NAME OF AN IMPOR', in1: 'TER' },
      changed: [{ code: 'cut', max: 32, lost: 'R' }],
    });
  });

  test('of 101 is cut twice', () => {
    const { legalParts, changed } = fitName('B'.repeat(101));
    expect(legalParts).toEqual({ t3: 'B'.repeat(30), in1: 'B'.repeat(70) });
    expect(changed).toEqual([
      { code: 'cut', max: 32, lost: 'B'.repeat(69) },
      { code: 'cut', max: 100, lost: 'B' },
    ]);
  });

  test('loses the space at which it is cut, and T3 keeps it', () => {
    const name = `${'A'.repeat(29)} B ${'C'.repeat(10)}`;
    expect(fitName(name)).toMatchObject({
      abbreviated: `${'A'.repeat(29)} B`,
      legalParts: { t3: `${'A'.repeat(29)} `, in1: `B ${'C'.repeat(10)}` },
    });
  });
});

test('whatever is given: printable ASCII capitals, never too long, fitted once and for all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 150 }), fc.string({ maxLength: 150 })), (given) => {
      const { abbreviated, legalParts, changed } = fitName(given);
      expect(abbreviated).toMatch(/^[ -`{-~]{0,32}$/);
      expect(`${legalParts?.t3 ?? ''}${legalParts?.in1 ?? ''}`).toMatch(/^[ -`{-~]{0,100}$/);
      if (legalParts) expect(legalParts.t3).toHaveLength(30);
      if (changed.length === 0) expect(abbreviated).toBe(given);
      expect(fitName(abbreviated)).toEqual({ abbreviated, legalParts: undefined, changed: [] });
    }),
    { numRuns: 2000 },
  );
});
