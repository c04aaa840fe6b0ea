import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '#domain/calendar-file/calendar-file.ts';
import type { Reminder } from '#domain/calendar-file/calendar-file.ts';

const reminder: Reminder = {
  uid: '3b6f0c1e-5a3c-4c53-9a39-0d5d3f0a9f11',
  made: Date.UTC(2026, 10, 28, 20, 15, 9, 123),
  starts: Date.UTC(2026, 10, 29, 10),
  minutes: 15,
  title: 'The ACE Help Desk opens',
  text: 'Call (866) 530-4172.',
  url: 'https://refunds.harborpine.example/en/tools/help-desk/',
};

const octets = (text: string) => new TextEncoder().encode(text).length;
/** As a calendar reads it: lines joined again, then names and values. */
const unfolded = (file: string) => file.replace(/\r\n /g, '').split('\r\n').slice(0, -1);
const unescaped = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
const valueOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1) ?? '';

describe('a calendar file', () => {
  it('is one reminder in UTC, which rings when it is due and blocks no time', () => {
    expect(calendarFile(reminder)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Importer Desk//Reminder//EN',
        'BEGIN:VEVENT',
        'UID:3b6f0c1e-5a3c-4c53-9a39-0d5d3f0a9f11',
        'DTSTAMP:20261128T201509Z',
        'DTSTART:20261129T100000Z',
        'DTEND:20261129T101500Z',
        'SUMMARY:The ACE Help Desk opens',
        'DESCRIPTION:Call (866) 530-4172.',
        'URL:https://refunds.harborpine.example/en/tools/help-desk/',
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:The ACE Help Desk opens',
        'TRIGGER:PT0S',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['a, b; c', 'a\\, b\\; c'],
    ['C:\\new', 'C:\\\\new'],
    ['one\ntwo\r\nthree\rfour', 'one\\ntwo\\nthree\\nfour'],
    ['bell\u0007, tab\t, nul\0, del\u007f, C1\u0085', 'bell\\, tab\\, nul\\, del\\, C1'],
    ['a: b "c"', 'a: b "c"'],
    ['END:VEVENT\r\nATTENDEE:mailto:a@b.example', 'END:VEVENT\\nATTENDEE:mailto:a@b.example'],
  ])('escapes %j', (text, value) => {
    expect(valueOf(calendarFile({ ...reminder, text }), 'DESCRIPTION')).toBe(value);
  });

  it('folds before the octet too many, and tears no character apart', () => {
    const line = (text: string) =>
      calendarFile({ ...reminder, title: text })
        .split('\r\n')
        .slice(8, 10);
    // "SUMMARY:" has eight octets: 67 more fill the line.
    expect(line('a'.repeat(67))).toEqual([`SUMMARY:${'a'.repeat(67)}`, 'DESCRIPTION:Call (866) 530-4172.']);
    expect(line('a'.repeat(68))).toEqual([`SUMMARY:${'a'.repeat(67)}`, ' a']);
    expect(line(`${'a'.repeat(66)}é`)).toEqual([`SUMMARY:${'a'.repeat(66)}`, ' é']);
    expect(line(`${'a'.repeat(64)}🙂`)).toEqual([`SUMMARY:${'a'.repeat(64)}`, ' 🙂']);
    expect(line(`${'a'.repeat(63)}🙂`)[0]).toBe(`SUMMARY:${'a'.repeat(63)}🙂`);
  });

  it('says whatever was given, in lines of 75 octets at most that end in CR and LF alone', () => {
    const text = fc.string({
      unit: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 1 }), fc.constantFrom('\\', ';', ',', '\n', '日', '🙂')),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, text, (title, text) => {
        const file = calendarFile({ ...reminder, title, text });
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        const plain = (given: string) => given.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
        expect(unescaped(valueOf(file, 'SUMMARY'))).toBe(plain(title));
        expect(unescaped(valueOf(file, 'DESCRIPTION'))).toBe(plain(text));
        expect(unfolded(file).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      }),
    );
  });
});
