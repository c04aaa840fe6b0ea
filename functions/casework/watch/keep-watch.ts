import type { Broker } from '#domain/broker/broker.ts';
import { postCanary } from '../canary/post-canary.ts';
import type { CanaryDesk, PostCanaryPorts } from '../canary/post-canary.ts';
import { reconcileHours } from './reconcile-hours.ts';
import type { ReconcilePorts } from './reconcile-hours.ts';
import { sayQuiet } from './say-quiet.ts';
import type { QuietPorts } from './say-quiet.ts';

export type WatchPorts = PostCanaryPorts & ReconcilePorts & QuietPorts;
export type WatchDesk = CanaryDesk & { readonly broker: Pick<Broker, 'proofOfWork' | 'officeHours'> };

/** How often a timer comes: each brings what is to be done so often. */
export type Every = 'quarter' | 'hour';

/** What is looked after by the clock. What fails is said, and keeps nothing else from its turn. */
export async function keepWatch(ports: WatchPorts, desk: WatchDesk, every: Every): Promise<void> {
  switch (every) {
    case 'quarter':
      return tried(ports, 'canary', () => postCanary(ports, desk));
    case 'hour':
      await tried(ports, 'reconcile', () => reconcileHours(ports));
      return tried(ports, 'quiet', () => sayQuiet(ports, desk.broker.officeHours));
  }
}

async function tried({ log }: WatchPorts, story: string, tell: () => Promise<unknown>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    log('watch-failed', { story, error: error instanceof Error ? error.name : 'unknown' });
  }
}
