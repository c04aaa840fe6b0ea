import type { SecretKind } from '#domain/secrets/secret.ts';

/** Secrets as people write them, each one of its own so that it can be looked for everywhere afterwards. */
export type Variant = {
  readonly kind: SecretKind;
  readonly text: string;
  /** What must be nowhere: all its digits, or the word. */
  readonly needle: string;
};

type Write = (digits: string) => string;
const grouped =
  (between: string, ...lengths: readonly number[]): Write =>
  (digits) => {
    let at = 0;
    return lengths.map((length) => digits.slice(at, (at += length))).join(between);
  };
const bare: Write = (digits) => digits;
const wide: Write = (text) => text.replace(/[!-~]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0));
const arabic: Write = (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
const hidden =
  (mark: string): Write =>
  (text) =>
    text.replace(/(\d\d)(?=\d)/g, `$1${mark}`);
const after =
  (write: Write, first: Write): Write =>
  (digits) =>
    write(first(digits));

const cycle = <Item>(list: readonly Item[], n: number): Item => {
  const item = list[n % list.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/* Social Security numbers. */
const dashes = ['-', ' ', '.', '–', '−', '‑', '/', '_', ' - ', '－', '·'];
const ssnShapes: readonly Write[] = [
  ...dashes.map((dash) => grouped(dash, 3, 2, 4)),
  grouped('-', 3, 6),
  after(wide, grouped('-', 3, 2, 4)),
  after(arabic, grouped('-', 3, 2, 4)),
  after(hidden('\u200b'), grouped('-', 3, 2, 4)),
  bare,
  wide,
  hidden('\u00ad'),
];
const ssnWords = [
  '{}',
  'My SSN is {}',
  'SSN: {}',
  'Social Security Number {}',
  'seguro social {}',
  '社会安全号码：{}',
  '({})',
];
const ssnOf = (n: number) => `${String(700 + (n % 70))}${String(11 + (n % 80))}${String(1234 + n * 7)}`;

/* Cards. */
const cardStarts = ['4111', '5105', '2223', '6011', '3530', '6200'];
const luhn = (digits: string): boolean =>
  Array.from(digits)
    .reverse()
    .reduce((sum, digit, at) => {
      const worth = Number(digit) * (at % 2 === 0 ? 1 : 2);
      return sum + (worth > 9 ? worth - 9 : worth);
    }, 0) %
    10 ===
  0;
const withLast = (digits: string, isRight: (all: string) => boolean): string => {
  const last = Array.from('0123456789').find((digit) => isRight(digits + digit));
  return digits + (last ?? '');
};
const cardOf = (n: number) =>
  n % 7 === 6
    ? withLast(`3782${String(1_234_567_890 + n * 7919).slice(0, 10)}`, luhn)
    : withLast(cycle(cardStarts, n) + String(12_345_678_901 + n * 7919), luhn);
const inFours =
  (between: string): Write =>
  (digits) =>
    digits.length === 15 ? grouped(between, 4, 6, 5)(digits) : grouped(between, 4, 4, 4, 4)(digits);
const cardShapes: readonly Write[] = [
  bare,
  ...[' ', '-', '.', ' - ', '–', '\u00a0', '/', '_'].map(inFours),
  wide,
  after(wide, inFours(' ')),
  arabic,
  hidden('\u200b'),
  hidden('\u00ad'),
  hidden(' '),
];
const cardWords = ['{}', 'Visa {}', 'my card is {}, 12/29', 'tarjeta {}', '卡号 {}', 'card:{}'];

/* Banks. */
const aba = (digits: string): boolean =>
  Array.from(digits).reduce((sum, digit, at) => sum + Number(digit) * cycle([3, 7, 1], at), 0) % 10 === 0;
const routingOf = (n: number) => withLast(`0${String(2_100_123 + n * 13)}`, aba);
const routingShapes: readonly Write[] = [
  bare,
  grouped(' ', 3, 3, 3),
  grouped('-', 4, 4, 1),
  wide,
  hidden('\u200b'),
  arabic,
];
const routingWords = [
  'routing {}',
  'Routing number: {}',
  'ABA {}',
  'RTN#{}',
  'please wire to {}',
  'ACH {}',
  'ruta {}',
  '路由号码 {}',
  '{} (routing)',
];
const accountOf = (n: number) => String(700_123_456_789 + n * 104_729);
const accountShapes: readonly Write[] = [
  bare,
  grouped(' ', 4, 4, 4),
  grouped('-', 4, 4, 4),
  wide,
  hidden('\u00ad'),
  arabic,
];
const accountWords = [
  'account {}',
  'account number {}',
  'Account #{}',
  'acct. no. {}',
  'acct:{}',
  'a/c {}',
  'my bank account at First Bank is {}',
  'número de cuenta: {}',
  'cuenta {}',
  'Konto {}',
  '账号：{}',
  '{} is our bank account',
];
const mod97 = (text: string): bigint =>
  BigInt(Array.from(text.slice(4) + text.slice(0, 4), (char) => Number.parseInt(char, 36)).join('')) % 97n;
function ibanOf(n: number): string {
  const body = `WEST${String(12_345_678_901_234 + n * 7919)}`;
  const check = String(98n - mod97(`GB00${body}`)).padStart(2, '0');
  return `GB${check}${body}`;
}
const ibanShapes: readonly Write[] = [bare, grouped(' ', 4, 4, 4, 4, 4, 2), grouped('-', 4, 4, 4, 4, 4, 2), wide];
const ibanWords = ['{}', 'IBAN: {}', 'pay to {} please'];

/* Passwords. */
const wordOf = (n: number) => `Zq${String(7000 + n)}kx!vR`;
const lettersOf = (n: number) =>
  `zyqo${Array.from(String(1000 + n), (digit) => 'bcdfghjklm'[Number(digit)]).join('')}x`;
const codeOf = (n: number) => String(5_930_000_017 + n * 7919);
const passwordWords = [
  'password: {}',
  'Password = {}',
  'the password is {}',
  'pwd is {}',
  'passphrase: "{} and more"',
  'PASSWORD:{}',
  'contraseña: {}',
  'la clave es {}',
  'mot de passe : {}',
  '密码：{}',
  '密码是{}',
];
const codedWords = ['pw {}', 'my ACE portal password is {}', '{} is my password', 'login code {}', 'password “{}”'];
const codeWords = ['PIN {}', 'passcode {}', 'one-time code {}', 'the verification code is {}', '验证码 {}', 'OTP: {}'];

function crossed(
  kind: SecretKind,
  words: readonly string[],
  shapes: readonly Write[],
  secretOf: (n: number) => string,
  needleOf: (secret: string) => string = (secret) => secret,
  least = 0,
): Variant[] {
  return Array.from({ length: Math.max(least, words.length * shapes.length) }, (_, n) => {
    const secret = secretOf(n);
    const said = cycle(words, n + Math.floor(n / words.length / shapes.length));
    const text = said.replace('{}', () => cycle(shapes, Math.floor(n / words.length))(secret));
    return { kind, text, needle: needleOf(secret) };
  });
}

const plainOnly: readonly Write[] = [bare];

/** Some hundreds: every way of writing with every word beside it. */
export const variants: readonly Variant[] = [
  ...crossed('ssn', ssnWords, ssnShapes, ssnOf),
  ...crossed('card', cardWords, cardShapes, cardOf),
  ...crossed('bank', routingWords, routingShapes, routingOf),
  ...crossed('bank', accountWords, accountShapes, accountOf),
  ...crossed('bank', ibanWords, ibanShapes, ibanOf, (iban) => iban.slice(8)),
  ...crossed('password', passwordWords, [bare, wide], lettersOf),
  ...crossed('password', codedWords, plainOnly, wordOf),
  ...crossed('password', codeWords, [bare, arabic], codeOf),
];
