import type { Member, OfficeHours } from '#domain/broker/broker.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';

/** Who is signed in, and what every page needs to know of the desk. */
export type Me = {
  readonly member: Member;
  readonly stage: 'half' | 'full';
  readonly with: 'passkey' | 'oidc';
  readonly broker: { readonly name: string; readonly timeZone: string; readonly officeHours: OfficeHours };
  readonly members: readonly Member[];
  readonly types: readonly { readonly type: RequestTypeName; readonly name: string }[];
};
