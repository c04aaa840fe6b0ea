import { describe, expect, it } from 'vitest';
import { maskSsnInWords } from '#domain/abi/mask.ts';

describe('what somebody wrote, with a Social Security number in it', () => {
  it.each([
    ['It is 219-09-9999.', 'It is ***-**-9999.'],
    ['It is 219 09 9998, thanks', 'It is *** ** 9998, thanks'],
    ['219.09.9996', '***.**.9996'],
    ['SSN219099997', 'SSN*****9997'],
    ['twice: 219-09-9999 and 219 09 9999', 'twice: ***-**-9999 and *** ** 9999'],
  ])('%s becomes %s', (typed, kept) => {
    expect(maskSsnInWords(typed)).toBe(kept);
  });

  it.each(['EIN 95-1234567', '95-123456700', '252704-12345', '+1 305 555 0142', '1 219 09 99981', '2026-11-22'])(
    '%s stays as it is',
    (typed) => {
      expect(maskSsnInWords(typed)).toBe(typed);
    },
  );
});
