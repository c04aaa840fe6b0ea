import type { Broker } from '#domain/broker/broker.ts';
import type { CanaryState } from '#domain/desk/canary-state.ts';
import type { KeyedHash } from '../forget/ports.ts';
import type { Clock, Log } from '../ports.ts';
import { canaryRequest } from './canary-request.ts';
import { changeState } from './change-state.ts';
import type { CanaryStore, Posted, PublicDoor } from './ports.ts';

export type PostCanaryPorts = {
  readonly door: PublicDoor;
  readonly canaries: CanaryStore;
  /** Under the canary's key. */
  readonly canaryKeyed: KeyedHash;
  /** A random UUID. */
  readonly newId: () => string;
  readonly now: Clock;
  readonly log: Log;
};

export type CanaryDesk = { readonly broker: Pick<Broker, 'proofOfWork'>; readonly mailbox: string };

/**
 * Sends our canary through the public door, as anybody sends a request. The log says it first: what is counted there raises
 * the alarm, whatever becomes of the state that the system page shows. That a canary was delivered is told later, by who
 * hears of its letters (`canary-delivered.ts`).
 */
export async function postCanary(ports: PostCanaryPorts, { broker, mailbox }: CanaryDesk): Promise<void> {
  const at = ports.now();
  const request = canaryRequest({ broker, mailbox, keyed: ports.canaryKeyed, id: ports.newId(), at });
  const posted = await ports.door.post('name-query', request);
  const { status, reference } = posted;
  if (isTaken(posted)) ports.log('canary-posted', { status, ...(reference && { reference }) });
  else ports.log('canary-refused', { status });
  await changeState(ports.canaries, (state) => afterwards(state, posted, at.toISOString()));
}

/** Only with a reference was somebody promised something. */
const isTaken = ({ status, reference }: Posted): boolean => status === 201 && reference !== undefined;

/** The last failure stays beside the last success: the page shows both. */
const afterwards = (state: CanaryState, posted: Posted, at: string): CanaryState =>
  isTaken(posted)
    ? { ...state, postedAt: at, reference: posted.reference }
    : { ...state, failedAt: at, why: posted.why ?? String(posted.status) };
