import { atWords, fullWords, relativeWords } from './clock.ts';

/**
 * A time in the broker's zone: `yesterday 5:04 PM`, and how long ago it is; the whole of it with its zone when pointed at.
 * `short` leaves out how long ago.
 */
export function Time({ at, short }: { readonly at: string; readonly short?: boolean }) {
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={fullWords(instant)}>
      {atWords(instant)}
      {!short && <small class="ago"> ({relativeWords(instant)})</small>}
    </time>
  );
}
