/** The small CloudWatch that judges the alarms is judged here. */
import { describe, expect, it } from 'vitest';
import { patternOf } from './cloudwatch-patterns.ts';
import { valueOf } from './cloudwatch-sums.ts';

describe('sums', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['a / (a + b)', 0.25],
    ['100 * (1 - a / b)', (1 - 3 / 9) * 100],
    ['IF(a >= 3, a / (a + b), 0)', 0.25],
    ['IF(a >= 4, a / (a + b), 0)', 0],
    ['IF(a > 3, 1, 2)', 2],
    ['a < b', 1],
    ['SUM(METRICS())', 12],
    ['SUM([a, none])', 3],
    ['SUM([none])', undefined],
    ['FILL(none, 0) + a', 3],
    ['none + a', undefined],
    ['IF(none >= 1, 1, 0)', undefined],
    ['a / 0', undefined],
    ['IF(a >= 9, a / 0, 0)', 0],
  ])('%s is %s', (expression, value) => {
    expect(valueOf(expression, { a: 3, b: 9, none: undefined })).toBe(value);
  });

  it.each(['a +', 'c', 'MAX([a])', 'a; b', 'a b', '(a'])('%s is not known', (expression) => {
    expect(() => valueOf(expression, { a: 3, b: 9 })).toThrow();
  });
});

describe('patterns', () => {
  it.each([
    ['{ $.event = "debts" }', { event: 'debts' }, true],
    ['{ $.event = "debts" }', { event: 'debt' }, false],
    ['{ $.event = "debts" }', {}, false],
    ['{ $.left = 0 }', { left: 0 }, true],
    ['{ $.left = 0 }', { left: '0' }, false],
    ['{ $.left > 0 }', { left: 1 }, true],
    ['{ ($.event = "a") && ($.left = 0) }', { event: 'a', left: 0 }, true],
    ['{ ($.event = "a") && ($.left = 0) }', { event: 'a', left: 1 }, false],
    ['{ ($.event = "a") && ($.left = 0) }', { event: 'b', left: 0 }, false],
  ])('%s: %j fits: %s', (pattern, line, fits) => {
    expect(patternOf(pattern)(line)).toBe(fits);
  });

  it.each([
    '$.event = "a"',
    '{ $.event > "a" }',
    '{ $.event = a }',
    '{ $.a = "b" && $.c = 0 }',
    '{ ($.a = "b") || ($.c = 0) }',
    '{ $.a = "b*" }',
  ])('%s is not known', (pattern) => {
    expect(() => patternOf(pattern)).toThrow();
  });
});
