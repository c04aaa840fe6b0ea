import { isDeskPage } from './session.ts';

/** Where a member was before signing in at a provider, who sends everybody back to the queue. For this tab, a quarter of an hour. */
const KEY = 'desk-place';
const MOST = 15 * 60_000;

export function keepPlace(back: string | undefined): void {
  try {
    if (back === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, `${Date.now()} ${back}`);
  } catch {
    // A browser that keeps nothing ends at the queue.
  }
}

/** The place, once. */
export function takePlace(): string | undefined {
  try {
    const [at = '', back = ''] = (sessionStorage.getItem(KEY) ?? '').split(' ');
    sessionStorage.removeItem(KEY);
    return Date.now() - Number(at) < MOST && isDeskPage(back) ? back : undefined;
  } catch {
    return undefined;
  }
}
