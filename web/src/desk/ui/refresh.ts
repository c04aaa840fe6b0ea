import { useEffect, useRef } from 'preact/hooks';

const EVERY = 20_000;

/** Calls `look` every 20 seconds (or `every` so many milliseconds) while the page is in sight, and whenever its reader comes back to it. */
export function useRefresh(look: () => void, every = EVERY): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const inSight = () => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(inSight, every);
    document.addEventListener('visibilitychange', inSight);
    addEventListener('focus', inSight);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', inSight);
      removeEventListener('focus', inSight);
    };
  }, []);
}
