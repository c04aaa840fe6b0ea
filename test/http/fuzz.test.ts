import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkDays } from '#domain/case/links.ts';
import type { LinkPurpose } from '#domain/case/letter-parts.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { later, states } from '#test/fakes/importer-cases.ts';
import { linkedFor } from '#test/fakes/linked-cases.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { handle } from '../../functions/http/lambda.ts';
import { publicDoor } from './desk.ts';
import { expectSilent, expectSound, tally } from './fuzz-answers.ts';
import { deskRequests, eventOf, importerRequests, intakeRequests, link, runs, shown } from './fuzz.ts';
import { importerDoor, siteUrl } from './importer.ts';

/**
 * Every route of every door, each with thousands of requests near to what it wants: no fault of ours, no markup and no
 * header line that a stranger wrote, nothing of what was sent in a log. `FUZZ=20 npm test -- http` does it for longer;
 * fuzz-whole.test.ts asks the doors as they run, on a real table.
 */
const PATIENCE = { timeout: 120_000 * Math.max(1, runs(1)) };

const isPurpose = (name: string): name is LinkPurpose => name in linkDays;
const purposes = Object.keys(linkDays).filter(isPurpose);
const several = { minLength: 1, maxLength: 5 };

describe('fuzzing', PATIENCE, () => {
  it('the door for anybody', async () => {
    const seen = tally();
    const requests = intakeRequests(publicDoor(memoryCaseStore()).routes);
    await fc.assert(
      fc.asyncProperty(requests, async (one) => {
        const door = publicDoor(memoryCaseStore());
        const result = await handle(door.app)(eventOf(one, states.new()));
        seen.add(result.statusCode);
        expectSound(result, shown(one));
        expectSilent(door.logged, ['Acme', 'Rosa']);
      }),
      { numRuns: runs(3000) },
    );
    expect(seen.share((status) => status < 400)).toBeGreaterThan(0.05);
  });

  it('the door for who holds a link', async () => {
    const seen = tally();
    const requests = fc.array(importerRequests(importerDoor().routes, siteUrl), several);
    await fc.assert(
      fc.asyncProperty(requests, fc.constantFrom(...purposes), async (all, other) => {
        const wanted = all[0]?.to ?? '';
        const linked = linkedFor(isPurpose(wanted) ? wanted : other);
        const cases = memoryCaseStore();
        await cases.put(linked.case);
        const door = importerDoor(cases, {}, later(60));
        for (const one of all) {
          const event = eventOf({ ...one, path: one.path.replace(link, linked.part) }, linked.case);
          const result = await handle(door.app)(event);
          seen.add(result.statusCode);
          expectSound(result, shown(one));
        }
        expectSilent(door.logged, [linked.part.split('.')[1] ?? '', 'Zephyr', 'rosa']);
      }),
      { numRuns: runs(1500) },
    );
    expect(seen.share((status) => status < 400)).toBeGreaterThan(0.2);
  });

  it('the desk', async () => {
    const seen = tally();
    const kept = Object.values(states).map((make, nth) => ({ ...make(), digest: String(nth % 10).repeat(64) }));
    const requests = fc.array(deskRequests(deskDoor().routes, siteUrl), several);
    const caller = fc.constantFrom(ada, ada, ada, ada, ada, luis, luis, 'half', 'gone@harborpine.example');
    await fc.assert(
      fc.asyncProperty(requests, caller, fc.nat(kept.length - 1), async (all, who, nth) => {
        const cases = memoryCaseStore();
        for (const one of kept) await cases.put(one);
        const door = deskDoor({ cases, lists: memoryCaseLists(cases), siteUrl });
        const cookie = who === 'half' ? await door.signedIn(luis, 'half') : await door.signedIn(who);
        for (const one of all) {
          const about = cases.all()[nth] ?? states.new();
          const result = await handle(door.app)(eventOf({ ...one, headers: { cookie, ...one.headers } }, about));
          seen.add(result.statusCode);
          expectSound(result, shown(one));
        }
        expectSilent(door.logged, [cookie.split('=')[1] ?? '', 'Acme', 'rosa']);
      }),
      { numRuns: runs(1500) },
    );
    expect(seen.share((status) => status < 400)).toBeGreaterThan(0.2);
  });
});
