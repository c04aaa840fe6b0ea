import { asCanary, isCanary } from '#domain/case/canary.ts';
import type { CaseKey } from '#domain/case/case.ts';
import { isWeighed } from '#domain/risk/weighed.ts';
import type { KeyedHash } from '../forget/ports.ts';
import { StoreUnavailable } from '../ports.ts';
import type { CaseStore, Log } from '../ports.ts';

export type MarkCanaryPorts = {
  readonly cases: Pick<CaseStore, 'read' | 'save'>;
  /** Under the canary's key. */
  readonly canaryKeyed: KeyedHash;
  readonly log: Log;
};

const MOST_TRIES = 6;

/**
 * Takes our own canary out of all lists and counts, before anybody weighs it or writes to the team: what was weighed is a
 * case for good. A mark that our key did not make changes nothing at all.
 */
export async function markCanary(ports: MarkCanaryPorts, key: CaseKey): Promise<void> {
  const event = await marked(ports, key);
  if (event !== undefined) ports.log(event, { reference: key.reference });
}

async function marked({ cases, canaryKeyed }: MarkCanaryPorts, key: CaseKey): Promise<string | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await cases.read(key);
    if (!found || found.canary || found.signs?.mark === undefined || isWeighed(found)) return undefined;
    if (!isCanary(found, canaryKeyed)) return 'mark-wrong';
    if ((await cases.save(asCanary(found), found.rev)) === 'saved') return 'canary-marked';
  }
  throw new StoreUnavailable('the canary is written too often');
}
