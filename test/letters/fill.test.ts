import { expect, it } from 'vitest';
import { fill, filled, spoken } from '#letters/content.ts';

it('fills in one pass, and reads nothing again that it filled in', () => {
  expect(filled('{a} and {b}, {a}', { a: '{b} $& $1', b: 'B' })).toBe('{b} $& $1 and B, {b} $& $1');
  expect(fill('“{a}”', { a: { said: '{b}' } })).toEqual(['“', { said: '{b}' }, '”']);
  expect(spoken(fill('{a}{a}', { a: { link: 'here', href: 'tel:1' } }))).toBe('herehere');
});

it('stops at a placeholder that nobody fills', () => {
  expect(() => filled('Dear {name}', { nam: 'x' })).toThrow('nothing fills {name}');
  expect(() => filled('{constructor}', {})).toThrow('nothing fills {constructor}');
});
