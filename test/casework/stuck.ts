import { beforeAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { payAll, payDue } from '#casework/pay-owed.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import { retryStuck } from '#casework/stuck/set-aside.ts';
import { payStage } from './pay-owed-stage.ts';
import type { PayStore } from './pay-owed-stage.ts';

const desk = { broker, siteUrl: '' };
const HOUR = 3_600_000;

/** What happens to a case that nobody can work on, told on any case store. */
export function stuckStory(name: string, make: () => Promise<PayStore>): void {
  describe(`a case that cannot be worked on, on ${name}`, () => {
    let store: PayStore;
    beforeAll(async () => {
      store = await make();
    });
    const stage = async (error = new TypeError('not a case that we wrote')) => {
      const s = payStage(store);
      await store.put(s.one);
      let broken = true;
      const read: PayStore['read'] = (key) =>
        broken && key.digest === s.one.digest ? Promise.reject(error) : store.read(key);
      const ports = { ...s.ports, cases: { ...store, read } };
      const mine = async () => (await store.stuck.list(100)).find(({ digest }) => digest === s.one.digest);
      return { ...s, ports, mine, mend: () => (broken = false) };
    };

    it('is set aside, with its key, since when, how often and why; its content is left as it is', async () => {
      const s = await stage();
      const failed = await payAll(s.ports, desk, [s.one]);
      expect(failed).toEqual([]);
      expect(await s.mine()).toMatchObject({
        reference: s.one.reference,
        digest: s.one.digest,
        since: s.ports.now().toISOString(),
        tries: 1,
        why: 'TypeError',
      });
      expect(await store.read(s.one)).toEqual(s.one);
      expect(s.events).toEqual(['pay-failed', 'record-stuck']);
    });

    it('is not asked for while it is aside, and keeps nobody waiting', async () => {
      const s = await stage();
      await payDue(s.ports, desk);
      s.events.length = 0;
      await payDue(s.ports, desk);
      expect(s.events).toEqual([]);
    });

    it('is tried again with growing pauses, counted on, and only when asked for after 72 hours', async () => {
      const s = await stage();
      const pauses: number[] = [];
      for (let tries = 1; tries <= 9; tries += 1) {
        await payDue(s.ports, desk);
        const record = await s.mine();
        if (!record) throw new Error('not aside');
        expect(record.tries).toBe(tries);
        const pause = Date.parse(record.nextAt) - s.ports.now().getTime();
        pauses.push(pause / 1000);
        s.wait(pause);
        await retryStuck(s.ports);
        expect(await s.mine()).toBeUndefined();
      }
      expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
      s.wait(72 * HOUR);
      await payDue(s.ports, desk);
      expect((await s.mine())?.nextAt).toMatch(/^9999/);
      s.wait(1000 * HOUR);
      await retryStuck(s.ports);
      expect(await s.mine()).toBeDefined();
    });

    it('is paid when it can be read again, and then nothing is left of it', async () => {
      const s = await stage();
      await payDue(s.ports, desk);
      s.mend();
      const record = await s.mine();
      if (!record) throw new Error('not aside');
      await store.stuck.retryNow(record);
      await store.stuck.retryNow(record);
      await payDue(s.ports, desk);
      expect(s.post.sent.filter(({ conversation }) => conversation === s.one.reference)).toHaveLength(3);
      expect(await s.mine()).toBeUndefined();
      await payDue(s.ports, desk);
      expect(s.post.sent).toHaveLength(3);
    });

    it('stays where it is when the store does not answer: that is over soon', async () => {
      const s = await stage(new StoreUnavailable('down'));
      expect(await payAll(s.ports, desk, [s.one])).toEqual([s.one]);
      expect(await s.mine()).toBeUndefined();
      s.mend();
      await payDue(s.ports, desk);
    });
  });
}
