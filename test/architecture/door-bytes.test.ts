import { expect, it } from 'vitest';
import { doorBytes } from '#test/bench/budgets.ts';
import { bundle, bytesOf } from '#test/bench/bundle.ts';
import { filesOf } from './files.ts';

it.each(Object.entries(doorBytes))('the bundle of %s stays within its budget', async (door, budget) => {
  const { all, besideSdk } = bytesOf(await bundle(door));
  expect(besideSdk).toBeGreaterThan(budget.besideSdk / 2);
  expect(besideSdk).toBeLessThanOrEqual(budget.besideSdk);
  expect(all).toBeLessThanOrEqual(budget.all);
});

it('every door has a budget', () => {
  const doors = filesOf('functions').filter((file) => /^functions\/[^/]+\.ts$/.test(file));
  expect(doors.sort()).toEqual(Object.keys(doorBytes).sort());
});
