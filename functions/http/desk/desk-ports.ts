import type { AskStore } from '#casework/asks/ports.ts';
import type { TrailStore } from '#casework/audit/ports.ts';
import type { WriteCsv } from '#casework/exports/ports.ts';
import type { KeyedHash, TraceStore } from '#casework/forget/ports.ts';
import type { DayStore } from '#casework/insights/ports.ts';
import type { CaseLists, LookedStore } from '#casework/lists/ports.ts';
import type { CaseStore, Clock, Log } from '#casework/ports.ts';
import type {
  IdentityProvider,
  MemberStore,
  Passkeys,
  ProviderTripStore,
  SessionStore,
  SignInLinkStore,
} from '#casework/sign-in/ports.ts';
import type { SystemStores } from '#casework/system/stores.ts';
import type { Broker } from '#domain/broker/broker.ts';

/** All that the desk's routes stand on. Each takes what it needs; the door wires them once. */
export type DeskPorts = {
  readonly broker: Broker;
  readonly siteUrl: string;
  readonly now: Clock;
  readonly log: Log;
  /** A fresh secret: 32 random bytes as base64url. */
  readonly newToken: () => string;
  readonly cases: CaseStore;
  readonly lists: CaseLists;
  readonly looked: LookedStore;
  readonly days: Pick<DayStore, 'between'>;
  readonly csv: WriteCsv;
  readonly asks: Pick<AskStore, 'put'>;
  readonly sessions: SessionStore;
  readonly members: MemberStore;
  readonly signInLinks: SignInLinkStore;
  readonly trips: ProviderTripStore;
  readonly audit: TrailStore;
  readonly traces: Pick<TraceStore, 'ofReference' | 'ofImporter'>;
  readonly keyed: KeyedHash;
  readonly system: SystemStores;
  readonly passkeys: Passkeys;
  /** Only where members sign in with one. */
  readonly provider?: IdentityProvider | undefined;
};
