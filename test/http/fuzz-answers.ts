import { expect } from 'vitest';
import type { ApiResult } from '../../functions/http/lambda.ts';
import { mark } from './fuzz.ts';

/** What holds of every answer. */
export function expectSound(result: ApiResult, asked: string): void {
  const { statusCode, headers, cookies = [], body } = result;
  expect(statusCode, asked).toBeLessThan(500);
  expect(statusCode, asked).not.toBe(403);
  expect(headers['cache-control'], asked).toBe('no-store');
  expect(headers['content-security-policy'], asked).toMatch(/^default-src 'none'/);
  for (const [name, value] of [...Object.entries(headers), ...cookies.map((one) => ['set-cookie', one] as const)]) {
    expect(`${name}: ${value}`, asked).toMatch(/^[a-z-]+: [\t\u0020-\u007e]*$/);
    expect(value, `${asked} ${name}`).not.toContain(`${mark}=`);
  }
  if (headers['location'] !== undefined) expect(headers['location'], asked).toMatch(/^\/(api|desk|en)\/[\w/.?=&%#-]*$/);
  if (body === '') return;
  const type = headers['content-type'] ?? '';
  expect(type, asked).toMatch(/^(text\/html; charset=utf-8|application\/(problem\+)?json(; charset=utf-8)?)$/);
  if (!type.startsWith('text/html')) return void JSON.parse(body);
  // The marked texts hold markup beside the mark: none of it may stand as it came.
  expect(body, asked).not.toMatch(new RegExp(`<${mark}|${mark}"'|${mark}<script|href="javascript:`));
}

/** No line of the log repeats what was sent. */
export function expectSilent(logged: readonly unknown[], secrets: readonly string[]): void {
  const said = JSON.stringify(logged);
  for (const secret of [mark, '@', ...secrets]) expect(said).not.toContain(secret);
}

/** Counts how requests ended: a fuzz that is always turned away at the door proves nothing. */
export const tally = () => {
  const counts = new Map<number, number>();
  return {
    add: (status: number) => counts.set(status, (counts.get(status) ?? 0) + 1),
    share: (of: (status: number) => boolean) => {
      const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
      return [...counts].filter(([status]) => of(status)).reduce((sum, [, one]) => sum + one, 0) / all;
    },
  };
};
