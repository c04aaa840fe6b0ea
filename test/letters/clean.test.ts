import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanForStrangers, cleanLine } from '#letters/clean.ts';

describe('a line for the team', () => {
  it.each([
    ['Acme Imports LLC', 'Acme Imports LLC'],
    ['Acme\r\nBcc: x@evil.example', 'Acme Bcc: x@evil.example'],
    ['  Acme \t\u00a0\u3000 LLC\u2028', 'Acme LLC'],
    ['Acme\u202eCLL\u202c \u2066x\u2069\u200b\u200d\ufeff\u00ad', 'AcmeCLL x'],
    ['Acme\u0000\u001b[31m', 'Acme [31m'],
    ['\u3164\u2800', ''],
    ['上海进出口有限公司', '上海进出口有限公司'],
    ['Amazon.com Services LLC', 'Amazon.com Services LLC'],
  ])('%j reads %j', (given, clean) => {
    expect(cleanLine(given)).toBe(clean);
  });

  it('is cut with an ellipsis, never in the middle of a character', () => {
    expect(cleanLine('A'.repeat(101))).toBe(`${'A'.repeat(99)}…`);
    expect(cleanLine('A'.repeat(100))).toBe('A'.repeat(100));
    expect(cleanLine('🧸'.repeat(60))).toBe(`${'🧸'.repeat(49)}…`);
    expect(cleanLine('A'.repeat(1_000_000))).toHaveLength(100);
  });
});

describe('a line for strangers', () => {
  it.each([
    ['Acme Imports LLC', 'Acme Imports LLC'],
    ['J.R. Simplot Co.', 'J.R. Simplot Co.'],
    ['1234567 Ontario Inc.', '1234567 Ontario Inc.'],
    ['9123-4567 Québec inc.', '9123-4567 Québec inc.'],
    ['visit http://evil.example', 'visit http: evil. example'],
    ['HTTPS:/\\evil.example', 'HTTPS: evil. example'],
    ['www.evil.co.uk/login', 'www. evil. co. uk/login'],
    ['evil。example evil．example', 'evil。 example evil． example'],
    ['e\u200bvil.\u200bexample', 'evil. example'],
    ['bob@evil.example', 'bob @ evil. example'],
    ['call +1 (800) 555-0199 now', 'call +… now'],
    ['SSN 123-45-6789', 'SSN …'],
    ['Acme”. We are CBP. “', "Acme'. We are CBP. '"],
  ])('%j reads %j', (given, clean) => {
    expect(cleanForStrangers(given)).toBe(clean);
  });

  it('is one short line without a link, whatever comes in', () => {
    const parts = fc.constantFrom(
      'http',
      '://',
      ':',
      '//',
      '.',
      'www.',
      'evil',
      '.example',
      '@',
      '\u200b',
      ' ',
      '\n',
      '“',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(parts, { maxLength: 30 }).map((given) => given.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (given) => {
          const clean = cleanForStrangers(given);
          expect(clean).not.toMatch(/:\/\/|\p{L}\.\p{L}{2}|\S@|@\S|[\p{Cc}\p{Cf}“”"]/u);
          expect(clean.length).toBeLessThanOrEqual(80);
          expect(cleanForStrangers(clean)).toBe(clean);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
