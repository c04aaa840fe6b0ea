import { expect, it } from 'vitest';
import type { Locale } from '#domain/requests/locale.ts';
import { when } from '#domain/when.ts';

it.each<[Locale, string]>([
  ['en', 'Friday, July 10, 2026 at 5:30 PM Eastern Time'],
  ['es', 'viernes, 10 de julio de 2026, 5:30 p.m. hora del Este'],
  ['zh-Hans', '2026 年 7 月 10 日星期五 美国东部时间 17:30'],
])('a time is said in %s as its reader writes it: %s', (locale, said) => {
  expect(when('2026-07-10T21:30:00.000Z', locale, 'America/New_York')).toBe(said);
});
