import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Me } from '#domain/desk/session.ts';

const MeContext = createContext<Me | undefined>(undefined);

export const MeProvider = MeContext.Provider;

/** Who is signed in. Every page is rendered only when that is known. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('rendered outside the frame');
  return me;
}

/** A member's name by mailbox; one who left keeps the mailbox for a name. */
export const nameOf = (me: Me, email: string): string =>
  me.members.find((member) => member.email === email)?.name ?? email;
