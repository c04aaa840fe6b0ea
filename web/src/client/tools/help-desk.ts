import { helpDesk, helpDeskAt } from '#domain/cbp-hours/help-desk.ts';
import { howLong } from '#domain/how-long.ts';
import { bothClocks } from './both-clocks.ts';
import { offerReminder } from './calendar.ts';
import { announce, pairs, show } from './result.ts';
import { locale, word } from './words.ts';

const MINUTE = 60_000;
let next: ReturnType<typeof setTimeout> | undefined;
let wasOpen: boolean | undefined;

/** Says what is true now, and again when the minute or the answer changes. */
function tick(): void {
  const now = Date.now();
  const { open, until } = helpDeskAt(now);
  const title = word(open ? 'open' : 'closed');
  show(open ? 'good' : 'warn', title, [
    pairs([
      [word(open ? 'closes' : 'opens', { time: howLong(until - now, locale) }), bothClocks(until)],
      [word('now'), bothClocks(now)],
    ]),
  ]);
  // Who hears the page is told when it changes, not every minute.
  if (wasOpen !== undefined && wasOpen !== open) announce(title);
  wasOpen = open;
  clearTimeout(next);
  next = setTimeout(tick, Math.min(MINUTE - (now % MINUTE), until - now));
}

/** A page that slept in the background has an old clock. */
document.addEventListener('visibilitychange', tick);
addEventListener('pageshow', tick);
tick();

/** When it opens next: after the rest that goes on, or after the one to come. */
function nextOpening(): number {
  const { open, until } = helpDeskAt(Date.now());
  return open ? helpDeskAt(until).until : until;
}

offerReminder('ace-help-desk.ics', word('event.text', helpDesk), nextOpening);
