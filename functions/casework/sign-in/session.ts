import type { Member } from '#domain/broker/broker.ts';
import type { Session } from '#domain/desk/kept.ts';

export type { Session } from '#domain/desk/kept.ts';

/** Who stands at the door: a live session, and the member as the configuration names them today. */
export type Caller = { readonly session: Session; readonly member: Member };

/** Reads the cookie's secret; nothing for a stranger, an ended or expired session, or somebody who is no member any more. */
export type Gate = (secret: string | undefined) => Promise<Caller | undefined>;
