import { helpDeskAt } from '#domain/cbp-hours/help-desk.ts';
import { tryAgainAt } from '#domain/cbp-hours/try-again.ts';
import { howLong } from '#domain/how-long.ts';
import { bothClocks } from './both-clocks.ts';
import { boxes, watch } from './boxes.ts';
import { offerReminder } from './calendar.ts';
import { pairs, paragraph, showAndSay, showNothing } from './result.ts';
import { locale, word } from './words.ts';

const [box] = boxes;
const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;

/** A time as the box holds it: by the reader's own clock, without a zone. */
const asTyped = (time: Date): string =>
  new Date(time.getTime() - time.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);

/** When to try again, at an hour at which its reader is awake: else at nine in the morning that follows. */
function suggested(): Date {
  const time = new Date(tryAgainAt(Date.now()));
  const hour = time.getHours();
  if (hour >= 8 && hour < 20) return time;
  time.setHours(hour < 8 ? 9 : 24 + 9, 0);
  return time;
}

const chosen = (): number => new Date(box?.value ?? '').getTime();

/** The chosen time, if a reminder can be made of it. */
function usable(): number | undefined {
  const time = chosen();
  return time > Date.now() && time < Date.now() + YEAR ? time : undefined;
}

function check(): void {
  const [time, now] = [chosen(), Date.now()];
  if (Number.isNaN(time)) showNothing();
  else if (time <= now) showAndSay('wrong', word('wrong'), [paragraph(word('past'))]);
  else if (usable() === undefined) showAndSay('wrong', word('wrong'), [paragraph(word('far'))]);
  else {
    showAndSay('good', word('good'), [
      pairs([
        [word('when', { time: howLong(time - now, locale) }), bothClocks(time)],
        [word('desk'), word(helpDeskAt(time).open ? 'desk.open' : 'desk.closed')],
      ]),
    ]);
  }
}

// A browser may have kept what its reader chose before.
if (box && box.value === '') box.value = asTyped(suggested());
watch(check);
offerReminder('try-again.ics', word('event.text'), usable);
