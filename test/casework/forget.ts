import { beforeAll, describe, expect, it } from 'vitest';
import { noStuck } from '#test/fakes/memory-case-store.ts';
import { broker } from '../../broker.config.ts';
import { forgetExpired } from '#casework/forget/forget-expired.ts';
import { hashesOf, importerHash, keyedHash } from '#casework/forget/keyed-hash.ts';
import type { TraceStore } from '#casework/forget/ports.ts';
import { payCase } from '#casework/pay-owed.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { payStage } from './pay-owed-stage.ts';

type Stores = { readonly cases: CaseStore; readonly traces: TraceStore };

const DAY = 24 * 3600 * 1000;
const [ada] = broker.members;
if (!ada) throw new Error('a broker has members');
const by = ada;

/** The story of letting go, told on any store. */
export function forgetStory(name: string, make: () => Promise<Stores>): void {
  describe(`letting go of cases on ${name}`, () => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await make();
    });
    const keyed = keyedHash('a key of these tests');

    /** A case whose first letters have left, and a clock. */
    const stage = async (fault?: Parameters<typeof payStage>[1]) => {
      const paying = payStage({ ...stores.cases, stuck: noStuck }, fault);
      await stores.cases.put(paying.one);
      await paying.pay();
      const logged: [string, unknown][] = [];
      const log = (event: string, details?: unknown) => logged.push([event, details]);
      const forgetting = { ...stores, keyed, now: paying.ports.now, log };
      const now = async (): Promise<Case> => {
        const found = await stores.cases.read(paying.one);
        if (!found) throw new Error('the case is gone');
        return found;
      };
      const move = async (made: Move) => {
        const found = await now();
        const step = makeMove(found, made, { by, now: paying.ports.now(), broker });
        if ('refused' in step) throw new Error(step.refused.code);
        await stores.cases.save(step.moved, found.rev);
      };
      return { ...paying, now, move, logged, forgetting, forget: () => forgetExpired(forgetting) };
    };
    const traceOf = async ({ reference, digest }: Case) =>
      (await stores.traces.ofReference(reference)).find((trace) => trace.digest === digest);

    it('keeps a case until its time, then only its trace: what it was of, when, and why', async () => {
      const { one, wait, forget, logged } = await stage();
      wait(90 * DAY - 1);
      await forget();
      expect(await stores.cases.read(one)).toBeDefined();
      wait(1);
      expect(await forget()).toBeGreaterThanOrEqual(1);
      expect(await stores.cases.read(one)).toBeUndefined();
      expect(await traceOf(one)).toMatchObject({
        why: 'unconfirmed',
        openedAt: one.openedAt,
        expiredAt: one.expiresAt,
        ...hashesOf(keyed, one),
      });
      expect(logged).toContainEqual(['case-forgotten', { reference: one.reference, why: 'unconfirmed' }]);
      expect(await forget()).toBe(0);
    });

    it('can say of a number whether a case of it was here, with the key and not without', async () => {
      const { one, wait, forget } = await stage();
      wait(90 * DAY);
      await forget();
      const found = async (hash: string) => (await stores.traces.ofImporter(hash, 100)).map(({ digest }) => digest);
      expect(await found(importerHash(keyed, one.importerNumber))).toContain(one.digest);
      expect(await found(importerHash(keyedHash('another key'), one.importerNumber))).toEqual([]);
    });

    it('lets a legal hold win that is set at the last moment', async () => {
      const { one, wait, move, forgetting, logged } = await stage();
      wait(90 * DAY - 1);
      const late: TraceStore['leave'] = async (trace, rev) => {
        if (trace.digest === one.digest) await move({ move: 'legal-hold', reason: 'CBP asked for our records.' });
        return stores.traces.leave(trace, rev);
      };
      wait(1);
      await forgetExpired({ ...forgetting, traces: { ...stores.traces, leave: late } });
      expect(await stores.cases.read(one)).toMatchObject({ legalHold: { who: by.email } });
      expect(logged).not.toContainEqual(['case-forgotten', expect.objectContaining({ reference: one.reference })]);
    });

    it('waits while the case owes a letter', async () => {
      const { one, wait, forget, pay } = await stage(() => 'Throttling');
      wait(90 * DAY);
      await forget();
      expect(await stores.cases.read(one)).toBeDefined();
      await pay();
      await forget();
      expect(await traceOf(one)).toBeDefined();
    });

    it('tells the importer once more before a deleted case goes', async () => {
      const { one, ports, post, move, forget, now } = await stage();
      await move({ move: 'erase', reason: 'They asked for it.' });
      await forget();
      expect((await now()).erasing).toBeDefined();
      await payCase(ports, { broker, siteUrl: '' }, one);
      await forget();
      expect(post.sent.at(-1)).toMatchObject({ kind: 'erased', to: one.answers['contactEmail'] });
      expect(await stores.cases.read(one)).toBeUndefined();
      expect(await traceOf(one)).toMatchObject({ why: 'erased' });
    });

    it('lets one that fails keep no other here, and a store that is down do no harm', async () => {
      const { one, wait, forgetting, logged } = await stage();
      const other = await stage();
      wait(90 * DAY);
      const cases: Pick<CaseStore, 'read'> = {
        read: (key) => (key.digest === one.digest ? Promise.reject(new Error('unreadable')) : stores.cases.read(key)),
      };
      await forgetExpired({ ...forgetting, cases });
      expect(logged).toContainEqual(['forget-failed', { reference: one.reference, error: 'Error' }]);
      expect(await traceOf(other.one)).toBeDefined();
      const down = { ...stores.traces, ending: () => Promise.reject(new Error('down')) };
      expect(await forgetExpired({ ...forgetting, traces: down })).toBe(0);
    });
  });
}
