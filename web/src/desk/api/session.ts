import { useEffect, useState } from 'preact/hooks';

/** Whether a call of this page found its session over. The page stays as it is: nothing that was typed may go. */
type Listener = (over: boolean) => void;

const listeners = new Set<Listener>();
let over = false;

function tell(now: boolean): void {
  if (over === now) return;
  over = now;
  for (const listener of listeners) listener(over);
}

export const sessionEnded = (): void => tell(true);
/** Signed in again, in another tab perhaps. */
export const sessionSeen = (): void => tell(false);

export function useSessionOver(): boolean {
  const [is, setIs] = useState(over);
  useEffect(() => {
    setIs(over);
    listeners.add(setIs);
    return () => void listeners.delete(setIs);
  }, []);
  return is;
}

/** Where to sign in so as to come back to this very place. */
export const signInAddress = (): string =>
  `/desk/sign-in/?back=${encodeURIComponent(location.pathname + location.search)}`;

/** Only a page of the desk: nobody may send a member elsewhere by a made-up link. */
export function backAddress(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '';
  return /^\/desk\/[\w/-]*(\?[^#\s\\]*)?$/.test(back) && !back.includes('//') && !back.startsWith('/desk/sign-in')
    ? back
    : '/desk/';
}
