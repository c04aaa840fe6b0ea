import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSsn } from '#domain/abi/mask.ts';
import { findSecrets } from '#domain/secrets/find.ts';
import { inItsPlace } from '#domain/secrets/in-its-place.ts';
import { secretKinds } from '#domain/secrets/secret.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import { saidIn } from '#domain/secrets/said.ts';
import { withoutSecrets } from '#domain/secrets/without.ts';
import words from '../../functions/domain/secrets/text/en.json' with { type: 'json' };

const { card, bank, password } = words;

const hits: Readonly<Record<SecretKind, readonly (readonly [typed: string, kept: string])[]>> = {
  ssn: [
    ['It is 219-09-9999.', 'It is ***-**-9999.'],
    ['It is 219 09 9998, thanks', 'It is *** ** 9998, thanks'],
    ['219.09.9996', '***.**.9996'],
    ['twice: 219-09-9999 and 219 09 9999', 'twice: ***-**-9999 and *** ** 9999'],
    ['219–09−9999', '***–**−9999'],
    ['219 - 09 - 9999', '*** - ** - 9999'],
    ['219/09_9999', '***/**_9999'],
    ['219-099999', '***-**9999'],
    ['x219-09-99991', 'x***-**-99991'],
    ['An ITIN, 912-34-5678', 'An ITIN, ***-**-5678'],
    ['my number is 219099997', 'my number is *****9997'],
    ['2 1 9 0 9 9 9 9 7', '* * * * * 9 9 9 7'],
    ['SSN219099997', 'SSN*****9997'],
    ['SSN 900123456', 'SSN *****3456'],
    ['ssn: 21909-9999', 'ssn: *****-9999'],
    ['Social Security No. 219 099 999', 'Social Security No. *** **9 999'],
    ['seguro social 21 90 99 999', 'seguro social ** ** *9 999'],
    ['社会安全号码900123456', '社会安全号码*****3456'],
    ['２１９－０９－９９９９', '***－**－９９９９'],
    ['٢١٩-٠٩-٩٩٩٩', '***-**-٩٩٩٩'],
    ['2\u200b19-\u20600\u00ad9-9999', '*\u200b**-\u2060*\u00ad*-9999'],
    ['𝟐𝟏𝟗-09-9999', '***-**-9999'],
  ],
  card: [
    ['4111 1111 1111 1111', card],
    ['my card 4111-1111-1111-1111, 12/27', `my card ${card}, 12/27`],
    ['1. 4111111111111111', `1. ${card}`],
    ['3782 822463 10005', card],
    ['5555.5555.5555.4444', card],
    ['visa4222222222222', `visa${card}`],
    ['30569309025904', card],
    ['6011 1111-1111 1117', card],
    ['3530 1113 3330 0000', card],
    ['2223003122003222', card],
    ['6304000000000000', card],
    ['４１１１ １１１１\u00a0１１１１ １１１１', card],
    ['4111\u200b1111\u00ad1111\u20601111', card],
    ['4111 1111 1111 1111 and 219-09-9999', `${card} and ***-**-9999`],
    ['4111 1111 1111 1111 219-09-9999', `${card} ***-**-9999`],
  ],
  bank: [
    ['routing 021000021', `routing ${bank}`],
    ['ABA: 0210-0002-1', `ABA: ${bank}`],
    ['Please wire to 021 000 021.', `Please wire to ${bank}.`],
    ['021000021 (routing)', `${bank} (routing)`],
    ['RTN０２１００００２１', `RTN${bank}`],
    ['acct 12345678', `acct ${bank}`],
    ['account no. 1234', `account no. ${bank}`],
    ['acct. No. 98765', `acct. No. ${bank}`],
    ['Account #98765', `Account #${bank}`],
    ['a/c 0001-2345-6789', `a/c ${bank}`],
    ['The account number at our bank in Miami is 000123456789', `The account number at our bank in Miami is ${bank}`],
    ['account/routing: 000123456789 / 021000021', `account/routing: ${bank}`],
    ['000123456789 is my bank account', `${bank} is my bank account`],
    ['número de cuenta: 1234567890', `número de cuenta: ${bank}`],
    ['CLABE 032180000118359719', `CLABE ${bank}`],
    ['账号：6222021234567', `账号：${bank}`],
    ['GB82 WEST 1234 5698 7654 32', bank],
    ['pay into de89370400440532013000 please', `pay into ${bank} please`],
    ['NO93-8601-1117-947', bank],
  ],
  password: [
    ['password: hunter2', `password: ${password}`],
    ['Password : "correct horse battery"', `Password : ${password}`],
    ['the password “correct horse battery”', `the password ${password}`],
    ['pwd is x', `pwd is ${password}`],
    ['PASSWORD=S3cret!', `PASSWORD=${password}`],
    ['my password is swordfish, thanks', `my password is ${password}, thanks`],
    ['the password for our ACE account is Sommer2024!', `the password for our ACE account is ${password}`],
    ['pw Sommer2024!', `pw ${password}`],
    ['hunter2 is my password', `${password} is my password`],
    ['passcode 123456', `passcode ${password}`],
    ['PIN 1234', `PIN ${password}`],
    ['the one-time code 482913', `the one-time code ${password}`],
    ['verification code is 482913', `verification code is ${password}`],
    ['CVV 123', `CVV ${password}`],
    ['La contraseña es perro', `La contraseña es ${password}`],
    ['clave: abc', `clave: ${password}`],
    ['密码: 我的123', `密码: ${password}`],
    ['密码是hunter2，谢谢', `密码是${password}，谢谢`],
    ['验证码482913', `验证码${password}`],
    ['pass\u200bword: ｈｕｎｔｅｒ２', `pass\u200bword: ${password}`],
    ['PIN 219-09-9999', `PIN ${password}`],
  ],
};

describe.each(secretKinds)('%s', (kind) => {
  it.each(hits[kind])('%s becomes %s', (typed, kept) => {
    const { text, kinds } = withoutSecrets(typed);
    expect(text).toBe(kept);
    expect(kinds).toContain(kind);
    expect(withoutSecrets(text), 'twice').toEqual({ text, kinds: [] });
  });
});

describe('what is none stays as it is', () => {
  it.each([
    'EIN 95-1234567',
    '95-123456700',
    '95-1234567-00',
    'our EIN is 123456789',
    'our ACE account 95-1234567',
    '252704-12345',
    '95-1234567 95-7654321 252704-12345 252704-54321',
    'entry XYZ-1234567-8',
    'entry 123-1234567-8',
    '+1 305 555 0142',
    '(305) 555-0142',
    '305.555.0142',
    '3055550142',
    'phone 912345678',
    '+34 612345678',
    '+49 1512 3456789',
    '+86 138 0013 8000',
    '2026-11-22',
    '11/22/2026',
    '20261122',
    'account opened 11/22/2026',
    '$125,000.00',
    'our account got USD 1250000',
    '1,234,567.89',
    'MSCU1234567',
    'MAEU123456789',
    'H7K2M-9QXTC',
    'Miami, FL 33122-1234',
    'bond 123456789',
    'bond number 991234567',
    'HTS 8471.30.0100',
    'invoice 123456789012',
    'ITN X20261122123456',
    '1 219 09 99981',
    '4111 1111 1111 1112',
    'an ACE account since 2019',
    'the ACE account shows error 2041',
    'account ending 1234',
    'We closed our account. The 250000 boxes came',
    'Form 5106, 19 CFR 111.21, .23',
    'I forgot my password',
    'the password is wrong',
    'Our password is not working',
    'my password was reset on 2026-11-22',
    'the password for REV-603',
    'What is my password?',
    'We never got the one-time code',
    'pinned 12345',
    'shipping 123456',
    'Password: ********',
    'https://ace.cbp.gov/portal/12345',
    'the file "/etc/passwd"',
  ])('%s', (typed) => {
    expect(withoutSecrets(typed)).toEqual({ text: typed, kinds: [] });
  });
});

describe('any text', () => {
  const pieces = Object.values(hits)
    .flat()
    .flatMap(([typed]) => [typed, ...typed.split(' ')]);
  const joined = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(' ', '\n', ', ', '-', ': ', ' is ', '*', '1', '0000', card, bank, password),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 12 },
  );
  const text = fc.tuple(joined, fc.constantFrom('', ' ')).map(([parts, between]) => parts.join(between));

  it('holds nothing any more once its secrets are out, and stays so', () => {
    fc.assert(
      fc.property(text, (given) => {
        const kept = withoutSecrets(given).text;
        expect(findSecrets(kept)).toEqual([]);
        expect(maskSsn(kept), 'all that a paste would lose').toBe(kept);
      }),
      { numRuns: 3000 },
    );
  });

  it('names places in it, in their order and apart', () => {
    fc.assert(
      fc.property(text, (given) => {
        let end = 0;
        for (const { from, to } of findSecrets(given)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(given.length);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '1',
    '1 ',
    '4-',
    '4111 1111 1111 1111 ',
    '１ ',
    'AB12',
    'GB82 ',
    'password ',
    'pin:a ',
    'account 1 ',
    'is my password ',
    '密码是',
    '-',
    'a',
  ])('of %j over and over is read in no time', (piece) => {
    const began = performance.now();
    withoutSecrets(piece.repeat(4000 / piece.length));
    // No measure of speed: a pattern that goes back and back would not end at all. Ten seconds pass on the busiest machine.
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

it('is told from all else by the words that stand in its place', () => {
  for (const said of Object.values(words)) expect(said.replace(inItsPlace, '')).toBe('');
});

describe('what stands in the place of a secret', () => {
  const { text } = withoutSecrets('My card is 4111 1111 1111 1111, my password: Hunter2secret');

  it('is said to who wrote it in the language of the page', () => {
    expect(saidIn('en', text)).toBe(text);
    expect(saidIn('es', text)).toMatch(/^My card is \[se quitó un número de tarjeta\], .*\[se quitó una contraseña\]/);
    expect(saidIn('zh-Hans', text)).toContain('［已删除卡号］');
  });

  it('is told from what somebody only wrote like it', () => {
    expect(saidIn('es', '[sentence removed] [card number removed]')).toBe(
      '[sentence removed] [se quitó un número de tarjeta]',
    );
  });
});
