import type { Case } from '#domain/case/case.ts';
import type { CaseStore } from '#casework/ports.ts';
import { deskDoor } from '#test/fakes/desk-door.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memorySystem } from '#test/fakes/memory-system.ts';
import type { DeskPorts } from '../../../functions/http/desk/desk-ports.ts';
import { handle } from '../../../functions/http/lambda.ts';
import { closed, listen } from '../../../infra/local/listen.ts';
import { localRouter } from '../../../infra/local/router.ts';

export type DeskServer = {
  readonly url: string;
  readonly cases: CaseStore;
  /** How the desk itself is, to be changed. */
  readonly system: ReturnType<typeof memorySystem>;
  readonly put: (...cases: readonly Case[]) => Promise<void>;
  /** The cookie of a member who signed in just now, as `name=value`. */
  readonly signedIn: (email: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * The desk's own door and pages at a port, on stores in memory: for looking at one page in states that a whole machine
 * would need minutes to reach. Its rules and routes are the real ones; nothing is mailed.
 */
export async function startDeskServer(siteFolder: string, change: Partial<DeskPorts> = {}): Promise<DeskServer> {
  const cases = memoryCaseStore();
  const system = memorySystem(cases.all);
  const late: { door?: ReturnType<typeof handle> } = {};
  const server = localRouter({
    doorOf: () => (event) => late.door?.(event) ?? Promise.reject(new Error('not open yet')),
    siteFolder,
    // As `deskDoor` has it.
    routerSecret: 'only the Router knows',
    rateLimit: false,
    isReady: () => true,
  });
  const url = `http://localhost:${await listen(server, 0)}`;
  const stores = { cases, lists: memoryCaseLists(cases), system };
  const door = deskDoor({ ...stores, siteUrl: url, now: () => new Date(), ...change });
  late.door = handle(door.app);
  return {
    url,
    cases,
    system,
    put: async (...all) => {
      for (const one of all) await cases.put(one);
    },
    signedIn: (email) => door.signedIn(email),
    close: () => closed(server),
  };
}
