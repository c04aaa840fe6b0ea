import type { Member } from '#domain/broker/broker.ts';
import type { CaseKey } from '#domain/case/case.ts';
import { IMPORTER, NOBODY } from '#domain/desk/audit-who.ts';
import { dayOfEvent } from '#domain/desk/trail.ts';
import type { AuditEvent, CaseChain, DayChain } from '#domain/desk/trail.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import type { Clock } from '../ports.ts';
import { LOOK_BACK, append, isOnRecord } from './append.ts';
import type { TrailWriter } from './ports.ts';

export type RecordPorts = { readonly audit: TrailWriter; readonly now: Clock };

type About = Readonly<Record<string, string>>;

const MINUTE = 60_000;

/** Who looks at a case again within this time has seen it already. */
export const SEEN_MS = 15 * MINUTE;
/** A flood of the same refusal is one entry a minute. */
export const REFUSED_MS = MINUTE;

export const caseChain = ({ reference, digest }: CaseKey): CaseChain => ({ kind: 'case', reference, digest });

const dayChain = (event: AuditEvent): DayChain => ({ kind: 'day', day: dayOfEvent(event), who: mailboxKey(event.who) });

/** Puts on record what a member did, after it was done and before anybody is told so. */
export async function record(ports: RecordPorts, member: Member, what: string, about?: About): Promise<void> {
  const event = eventOf(ports, member, what, about);
  await append(ports.audit, dayChain(event), event);
}

/**
 * The same of something done with a case: in the member's chain first, then in the case's, which names the place in the
 * other and what stood there. Each is checked against the other.
 */
export async function recordOfCase(
  ports: RecordPorts,
  member: Member,
  { reference, digest }: CaseKey,
  what: string,
  about?: About,
): Promise<void> {
  const event = { ...eventOf(ports, member, what, about), case: { reference, digest } };
  const { day, who, ...chain } = dayChain(event);
  const entry = await append(ports.audit, { ...chain, day, who }, event);
  const twin = entry && { day, who, n: entry.n, hash: entry.hash };
  await append(ports.audit, caseChain(event.case), event, { twin });
}

/** A member opens a case. */
export async function recordSeen(ports: RecordPorts, member: Member, of: CaseKey): Promise<void> {
  const event = { ...eventOf(ports, member, 'saw'), case: { reference: of.reference, digest: of.digest } };
  const latest = await ports.audit.latest(caseChain(of), LOOK_BACK);
  if (!isOnRecord(latest, event, SEEN_MS)) await recordOfCase(ports, member, of, 'saw');
}

/** Something that the desk did not do for a member, or for a stranger. */
export async function recordRefused(ports: RecordPorts, member: Member | undefined, about: About): Promise<void> {
  const event = eventOf(ports, member ?? { email: NOBODY, name: '' }, 'refused', about);
  await append(ports.audit, dayChain(event), event, { quietMs: REFUSED_MS });
}

/** What the holder of a mailed link did is on record in the case's chain alone: their door reaches no other. */
export async function recordByLink(ports: RecordPorts, of: CaseKey, what: string, about?: About): Promise<void> {
  const { reference, digest } = of;
  const event = { ...eventOf(ports, { email: IMPORTER, name: '' }, what, about), case: { reference, digest } };
  await append(ports.audit, caseChain(of), event, what === 'saw' ? { quietMs: SEEN_MS } : {});
}

const eventOf = (
  { now }: Pick<RecordPorts, 'now'>,
  { email, name }: Pick<Member, 'email' | 'name'>,
  what: string,
  about?: About,
): AuditEvent => ({ at: now().toISOString(), who: email, name, what, ...(about && { about }) });
