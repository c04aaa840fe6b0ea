import { memberItem } from '#casework/sign-in/member-item.ts';
import type { Caller } from '#casework/sign-in/session.ts';
import type { OfficeHours } from '#domain/broker/broker.ts';
import type { Me } from '#domain/desk/session.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { shownPasskey } from './passkey-routes.ts';

/** Who is signed in, and what every page needs to know of the desk. */
export async function me(ports: DeskPorts, { session, member }: Caller): Promise<Me> {
  const { broker } = ports;
  const own = session.stage === 'full' ? await memberItem(ports, member.email) : undefined;
  return {
    member,
    stage: session.stage,
    with: broker.signIn.with,
    expiresAt: session.expiresAt,
    passkeys: own?.passkeys.map(shownPasskey) ?? [],
    broker: { name: broker.name, timeZone: broker.officeHours.timeZone, officeHours: plain(broker.officeHours) },
    // Who has only the mailed link learns nothing of the others.
    members: own ? [...broker.members] : [],
    types: requestTypeNames.map((type) => ({ type, name: text(textsOf('en', type), 'name') })),
  };
}

const plain = ({ timeZone, days, holidays }: OfficeHours) => ({ timeZone, days: { ...days }, holidays: [...holidays] });
