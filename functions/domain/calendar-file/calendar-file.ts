/** One time to be reminded of. */
export interface Reminder {
  /** Names the entry in a calendar: random, so that it says nothing of anybody (RFC 7986, 5.3). */
  readonly uid: string;
  /** When the file was made, in milliseconds; and when the reminder is due. */
  readonly made: number;
  readonly starts: number;
  readonly minutes: number;
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** The longest line, in octets, without its end (RFC 5545, 3.1). */
const LONGEST = 75;
const END = '\r\n';

/** A time in UTC: no calendar needs to know our zone (3.3.5, form 2). */
const utc = (instant: number): string => new Date(instant).toISOString().replace(/\.\d+|[-:]/g, '');

/** A text as a value: its signs that mean something to the format escaped (3.3.11), its control characters gone. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** How many octets a character has in UTF-8. */
function octets(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** A line, broken before the octet too many; what goes on begins with a space. No character is torn apart. */
function folded(line: string): string {
  let room = LONGEST;
  let text = '';
  for (const char of line) {
    room -= octets(char);
    if (room < 0) {
      text += `${END} `;
      room = LONGEST - 1 - octets(char);
    }
    text += char;
  }
  return text + END;
}

/**
 * A calendar file (RFC 5545) with one reminder, which rings when it is due and blocks no time. In UTC; line ends, folding
 * and escaping as the format wants them.
 */
export const calendarFile = ({ uid, made, starts, minutes, title, text, url }: Reminder): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Importer Desk//Reminder//EN', 'BEGIN:VEVENT'],
    ...[
      `UID:${escaped(uid)}`,
      `DTSTAMP:${utc(made)}`,
      `DTSTART:${utc(starts)}`,
      `DTEND:${utc(starts + minutes * 60_000)}`,
    ],
    ...[`SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`, `URL:${url}`, 'TRANSP:TRANSPARENT'],
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:PT0S', 'END:VALARM'],
    ...['END:VEVENT', 'END:VCALENDAR'],
  ]
    .map(folded)
    .join('');
