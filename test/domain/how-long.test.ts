import { expect, test } from 'vitest';
import { howLong } from '#domain/how-long.ts';

const MINUTE = 60_000;

test.each([
  [1, '1 minute'],
  [MINUTE, '1 minute'],
  [MINUTE + 1, '2 minutes'],
  [59 * MINUTE, '59 minutes'],
  [60 * MINUTE, '1 hour'],
  [192 * MINUTE, '3 hours 12 minutes'],
  [23 * 60 * MINUTE + 59 * MINUTE + 1, '1 day'],
  [25 * 60 * MINUTE + 5 * MINUTE, '1 day 1 hour'],
  [6 * 1440 * MINUTE, '6 days'],
])('%i ms are %s', (time, words) => {
  expect(howLong(time, 'en')).toBe(words);
});
