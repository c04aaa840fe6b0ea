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
    ['tel:+15550142', 'tel: +…'],
    ['tel:5550142', 'tel:…'],
    ['mailto:bob', 'mailto: bob'],
    ['192.168.1.1/pay', '…/pay'],
    ['1。1．1.1', '…'],
    ['evil﹒com', 'evil﹒ com'],
    ['evil｡com', 'evil｡ com'],
    ['evil․com', 'evil․ com'],
    ['evil︒com', 'evil︒ com'],
    ['evil.c0m', 'evil. c0m'],
    ['evil.0x', 'evil. 0x'],
    ['bob﹫evil', 'bob ﹫ evil'],
    ['call 555-0142', 'call …'],
    ['call 1 555.0142', 'call …'],
    ['800·555·0199', '…'],
    ['800_555_0199', '…'],
    ['800.555.0199', '…'],
    ['８００–５５５–０１９９', '…'],
    ['SSN 123–45–6789', 'SSN …'],
    ['Room 1+2345678', 'Room …'],
    ['SSN 123 · 45 · 6789!', 'SSN …!'],
  ])('%j reads %j', (given, clean) => {
    expect(cleanForStrangers(given)).toBe(clean);
  });

  it.each([
    '1234567 Ontario Inc.',
    'Pizza Roma (1234567 Ontario Inc.)',
    '9123-4567 Québec inc.',
    'A.B. Smith Co.',
    'J.R. Simplot Co.',
    'S.p.A. Italia',
    '3M',
    '7-Eleven',
    'Web 2.0 Ltd.',
    '24/7 Cargo',
    'Smith & Sons (2019) Ltd.',
    'Expo 2020 2021 Ltd.',
    '上海进出口有限公司',
  ])('leaves %s as it is', (name) => {
    expect(cleanForStrangers(name)).toBe(name);
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
      '+',
      '–',
      '﹒',
      '1',
      '234',
      '5678',
      'x'.repeat(60),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(parts, { maxLength: 30 }).map((given) => given.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (given) => {
          const clean = cleanForStrangers(given);
          expect(clean).not.toMatch(/:[^\s…]|[.﹒][\p{L}\p{N}]{2}|\S@|@[^\s…]|[\p{Cc}\p{Cf}“”"]/u);
          expect(clean).not.toMatch(/\p{N}(?:[^\p{L}\p{N}]*\p{N}){8}|\+\P{L}{0,9}\p{N}{7}/u);
          expect(clean.length).toBeLessThanOrEqual(80);
          expect(cleanForStrangers(clean)).toBe(clean);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
