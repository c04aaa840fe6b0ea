import { useEffect, useState } from 'preact/hooks';
import { onSignedInElsewhere } from './tabs.ts';

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
    const stop = onSignedInElsewhere(sessionSeen);
    return () => {
      listeners.delete(setIs);
      stop();
    };
  }, []);
  return is;
}

/** Where to sign in so as to come back to this very place. */
export const signInAddress = (): string =>
  `/desk/sign-in/?back=${encodeURIComponent(location.pathname + location.search)}`;

/** Only a page of the desk: nobody may send a member elsewhere by a made-up link. */
export const isDeskPage = (address: string): boolean =>
  /^\/desk\/[\w/-]*(\?[^#\s\\]*)?$/.test(address) && !address.includes('//') && !address.startsWith('/desk/sign-in');

export function backAddress(search: string): string {
  const back = new URLSearchParams(search).get('back') ?? '';
  return isDeskPage(back) ? back : '/desk/';
}
