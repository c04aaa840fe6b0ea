import { describe, expect, it } from 'vitest';
import { emailOf, hasSecondFactor } from '#domain/desk/provider-claims.ts';

const google = 'https://accounts.google.com';
const tenant = 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0';
const government = 'https://login.microsoftonline.us/11111111-2222-3333-4444-555555555555/v2.0';
const ada = 'ada@harborpine.example';

describe('the mailbox that a provider vouches for', () => {
  it.each([
    ['is a verified one', google, { email: ada, email_verified: true }, { email: ada }],
    ['is verified in words, as Cognito says it', google, { email: ada, email_verified: 'true' }, { email: ada }],
    ['is not one that is not verified', google, { email: ada, email_verified: false }, { refused: 'email-unverified' }],
    ['is not verified by a text', google, { email: ada, email_verified: 'yes' }, { refused: 'email-unverified' }],
    ['is not one of which nothing is said', google, { email: ada }, { refused: 'email-unverified' }],
    ['is none without an address', google, { email_verified: true }, { refused: 'no-email' }],
    ['is no list of addresses', google, { email: [ada], email_verified: true }, { refused: 'no-email' }],
    ['is no sign-in name elsewhere', google, { preferred_username: ada }, { refused: 'no-email' }],
    ["is the sign-in name at Microsoft's", tenant, { preferred_username: ada }, { email: ada }],
    ["is the sign-in name at Microsoft's for government", government, { preferred_username: ada }, { email: ada }],
    ["is at Microsoft's never what a user wrote", tenant, { email: ada }, { refused: 'no-email' }],
    [
      'is the sign-in name, whatever a user wrote',
      tenant,
      { email: ada, preferred_username: 'eve@elsewhere.example' },
      { email: 'eve@elsewhere.example' },
    ],
    ['is no sign-in name that is no address', tenant, { preferred_username: 'ada' }, { refused: 'no-email' }],
    [
      'is not one that Microsoft calls unverified',
      tenant,
      { email: ada, email_verified: false, preferred_username: ada },
      { refused: 'email-unverified' },
    ],
    [
      "is no sign-in name of a host that only looks like Microsoft's",
      'https://login.microsoftonline.com.evil.example/x',
      { preferred_username: ada },
      { refused: 'no-email' },
    ],
  ])('%s', (_, issuer, claims, wanted) => {
    expect(emailOf(claims, issuer)).toEqual(wanted);
  });
});

const byClaims = { with: 'oidc', issuer: google, clientId: 'x', secondFactor: 'claims' } as const;

describe('a second factor', () => {
  it.each([
    [['pwd', 'mfa'], true],
    [['mfa'], true],
    [['pwd', 'otp'], true],
    [['hwk'], true],
    [['swk', 'pin'], true],
    [['fpt'], true],
    [['face'], true],
    [['sc'], true],
    [['pwd', 'sms'], true],
    [['pwd', 'tel'], true],
    [['sms'], false],
    [['pin'], false],
    [['pwd'], false],
    [['pwd', 'user', 'kba'], false],
    [['PWD', 'MFA'], false],
    [[], false],
    ['mfa', false],
    [undefined, false],
    [[{ mfa: true }], false],
  ])('by methods %j: %s', (amr, wanted) => {
    expect(hasSecondFactor({ amr }, byClaims)).toBe(wanted);
  });

  it.each([
    ['a level that the broker named', { acr: 'gold' }, { acrValues: ['silver', 'gold'] }, true],
    ['another level', { acr: 'iron' }, { acrValues: ['gold'] }, false],
    ['a level when none is named', { acr: 'gold' }, {}, false],
    ['no level', {}, { acrValues: ['gold'] }, false],
    ['a provider that the broker vouches for', {}, { secondFactor: 'provider' as const }, true],
  ])('by %s: %s', (_, claims, change, wanted) => {
    expect(hasSecondFactor(claims, { ...byClaims, ...change })).toBe(wanted);
  });
});
