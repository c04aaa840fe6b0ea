import { calendarFile } from '#domain/calendar-file/calendar-file.ts';
import { made, one } from '../elements.ts';
import { announce } from './result.ts';
import { word } from './words.ts';

const MINUTES = 15;
const ONE_MINUTE = 60_000;

const button = one('.tool button');
const done = one('.done-note');

/** A random UUID: `crypto.randomUUID` is missing where a page came without TLS, and a blob's address always ends in one. */
const newId = () => URL.createObjectURL(new Blob()).slice(-36);

/** Hands the browser a file that it made itself: nothing travels. */
function handOver(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = made('a', { href });
  link.setAttribute('download', name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), ONE_MINUTE);
}

/** What the page's button gives: a reminder at the time that is asked when it is pressed. Without a time it does nothing. */
export function offerReminder(name: string, text: string, time: () => number | undefined): void {
  button.removeAttribute('disabled');
  button.addEventListener('click', () => {
    const starts = time();
    if (starts === undefined) return;
    const url = location.origin + location.pathname;
    const reminder = { uid: newId(), made: Date.now(), starts, minutes: MINUTES, title: word('event'), text, url };
    handOver(name, calendarFile(reminder));
    done.textContent = word('made');
    announce(word('made'));
  });
}
