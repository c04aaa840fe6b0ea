/**
 * The mailed link opens in a tab of its own, while the one where the session ended keeps what was typed. They tell each
 * other: who waits, and that somebody signed in. A browser that keeps nothing lets each tab go its own way.
 */
const WAITING = 'desk-waiting';
const SIGNED_IN = 'desk-signed-in';
const RECENT = 30 * 60_000;

function store(key: string, value?: string): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As said above.
  }
}

/** This tab asked for a link and will go on by itself, to the place that its address names. */
export function waitHere(): void {
  store(WAITING, String(Date.now()));
  storeHere(location.search);
}

export function waitNoMore(): void {
  store(WAITING);
  storeHere();
}

function storeHere(search?: string): void {
  try {
    if (search === undefined) sessionStorage.removeItem(WAITING);
    else sessionStorage.setItem(WAITING, search);
  } catch {
    // As said above.
  }
}

/** What this tab's address said when it asked; the mailed link may have been opened in this very tab. */
export function waitedHere(): string | undefined {
  try {
    return sessionStorage.getItem(WAITING) ?? undefined;
  } catch {
    return undefined;
  }
}

export function anotherTabWaits(): boolean {
  try {
    return waitedHere() === undefined && Date.now() - Number(localStorage.getItem(WAITING) ?? 0) < RECENT;
  } catch {
    return false;
  }
}

export const sayItIsSignedIn = (): void => store(SIGNED_IN, String(Date.now()));

/** Tells when another tab signed in; gives the way to stop listening. */
export function onSignedInElsewhere(act: () => void): () => void {
  const listen = ({ key, newValue }: StorageEvent) => {
    if (key === SIGNED_IN && newValue !== null) act();
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
