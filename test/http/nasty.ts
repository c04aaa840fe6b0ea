import fc from 'fast-check';

/** What strangers, broken programs and attackers send, as values and as texts. */
const naughty: readonly string[] = [
  // Header lines, and the ways to write a line break.
  'Acme\r\nBcc: victim@evil.example',
  'Acme\nBcc: victim@evil.example\n\nWe are the broker',
  'Acme\rTo: other@evil.example',
  'Acme\u0085X-Added: 1',
  'Acme\u2028Cc: a@evil.example',
  '=?utf-8?Q?=0D=0ABcc:_victim@evil.example?=',
  '=?utf-8?B?DQpCY2M6IHZpY3RpbUBldmlsLmV4YW1wbGU=?=',
  '%0d%0aBcc:%20victim@evil.example',
  'rosa@acme.example, victim@evil.example',
  'rosa@acme.example>\r\nRCPT TO:<victim@evil.example',
  '"Rosa" <rosa@acme.example>',
  'rosa@acme.example\0@evil.example',
  // Lines that mean something in a mail.
  '.\r\n.\r\nQUIT',
  '-----BEGIN-----\n--boundary--\nContent-Type: text/html',
  'From rosa\n>From rosa',
  '> not ours\n> Answer in the desk.',
  // Markup, templates and other languages.
  '<script>alert(1)</script>',
  '"\'><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; &#0; &nbsp;',
  '{broker} {certifier} {reference} {{7*7}} ${7*7} $& $1 %s %n',
  "'; DROP TABLE cases;--",
  '{"$ne": null}',
  '../../etc/hosts',
  'CASE#H7K2M-9QXTC',
  '__proto__',
  'constructor',
  // Text that is hard to keep.
  'שלום עולם Acme مرحبا',
  'Acme \u202egnp.exe\u202c',
  'A\u2067B\u2069C',
  'zero\u200bwidth\u200djoin\ufeff',
  'Z\u0335\u0353\u0321a\u0316\u0329l\u0322g\u0339o',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇺🇸 &𠀀𠮷 ﷽',
  'ﬁﬂ Ǆ ß İı ſ Å',
  '０１２３４５６７８９ ＡＢＣ',
  '１２－３４５６７８９',
  '\ud83d alone',
  'alone \udc00',
  'damaged \ufffd text',
  '\ufeffwith a mark',
  '\u0000',
  'tab\tand\u000bvertical\u000cform',
  '\u001b[31mred\u001b[0m',
  '\u007f\u0080\u009f',
  ' \t\r\n ',
  '\u3000\u00a0',
  '–—‐‑ “quotes” ’',
  // Long, and at the edges.
  'x'.repeat(100),
  'x'.repeat(101),
  'word '.repeat(199) + 'word',
  'é'.repeat(1000),
  '🚢'.repeat(500),
  'a'.repeat(998) + '\n' + 'b'.repeat(1),
  'W'.repeat(20_000),
  `${'a'.repeat(64)}@${'b'.repeat(63)}.example`,
  '1e400',
  '-0',
  'NaN',
  'null',
];

const loneSurrogates = fc
  .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { minLength: 1, maxLength: 8 })
  .map((units) => String.fromCharCode(...units));

/** Texts that nobody meant to be kind with. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...naughty) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
  { weight: 1, arbitrary: loneSurrogates },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.string(), fc.constantFrom(...naughty), fc.string()).map((parts) => parts.join('')),
  },
);

/** Texts that a person of some country could have meant: most of them are accepted. */
export const meantText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...naughty.filter((text) => !/[\p{Cc}\p{Cs}\ufffd]/u.test(text) && text.length <= 100)),
  fc.string({ unit: 'grapheme', minLength: 2, maxLength: 40 }).map((text) => `A${text}`),
  fc.string({ unit: 'grapheme-composite', minLength: 2, maxLength: 20 }).map((text) => `${text}9`),
  fc
    .array(fc.constantFrom('GmbH', '上海', 'Søn', '&', '“Ltd.”', '=?x?=', '<b>', '$&', '🚢', '--', ':', 'a'.repeat(30)))
    .map((words) => `Acme ${words.join(' ')}`),
);

/** Anything that JSON can hold, and what our own objects are made of. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: nastyText },
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, [], {}, [[]], '', ' ', ['a', 'b']),
  },
  { weight: 1, arbitrary: fc.array(nastyText, { maxLength: 3 }) },
  { weight: 1, arbitrary: nastyText.map((text) => ({ read: { kind: 'ein', canonical: text }, warnings: [] })) },
);

/** Names of fields that are none of ours. */
export const strangeName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    '',
    ' ',
    '0',
    'companyName ',
    'companyname',
  ),
  fc.constantFrom(
    'companyName[]',
    'importerNumber.read',
    'locale ',
    'answers',
    'reference',
    'letters',
    'state',
    'digest',
    'pk',
  ),
  nastyText,
);

/** Header values that HTTP lets through: visible Latin-1, spaces and tabs. */
export const headerValue: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0xa0, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 20 }),
  fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'text/html',
    '*/*',
    'application/json;;;',
    'a/b;"',
    ',',
  ),
);
