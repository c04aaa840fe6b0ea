import { describe, expect, it } from 'vitest';
import type { PointInTime } from '../../infra/local/restore/ports.ts';

const at = '2026-11-20T10:00:00.000Z';

/**
 * What a table's time machine keeps, whoever it is. It knows a table `live`, one named `plain` whose recovery is off, and can
 * be restored from 1 November 2026 to the 27th, 15:00.
 */
export function pointInTimeContract(name: string, make: () => Promise<PointInTime>): void {
  describe(`a time machine (${name})`, () => {
    it('says between which times a table can be restored', async () => {
      const machine = await make();
      expect(await machine.window('live')).toEqual({
        earliest: '2026-11-01T00:00:00.000Z',
        latest: '2026-11-27T15:00:00.000Z',
      });
      expect(await machine.window('plain')).toBe('off');
      expect(await machine.window('nowhere')).toBe('no-table');
    });

    it('makes a new table that is ready after a while, and says of which one and of what time it is', async () => {
      const machine = await make();
      expect(await machine.found('copy')).toBe('nothing');
      await machine.begin({ from: 'live', at, to: 'copy' });
      expect(await machine.found('copy')).toEqual({ from: 'live', at, ready: false });
      const asked = [];
      for (let n = 0; n < 5; n += 1) asked.push(await machine.found('copy'));
      expect(asked.at(-1)).toEqual({ from: 'live', at, ready: true });
    });

    it('tells a table that no restore made', async () => {
      expect(await (await make()).found('live')).toBe('another-table');
    });

    it('switches on what a restore leaves off, as often as it is told', async () => {
      const machine = await make();
      await machine.begin({ from: 'live', at, to: 'copy' });
      const told: string[] = [];
      for (let n = 0; n < 2; n += 1) await machine.settle('copy', (what) => told.push(what));
      expect(told.length).toBeGreaterThan(1);
    });
  });
}
