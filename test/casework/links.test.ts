import { describe, expect, it } from 'vitest';
import { hashOfToken, linkAddress, newToken, readLinkPart } from '#casework/links.ts';
import { opened } from '#test/fakes/requests.ts';

const { reference } = opened('name-query');
const site = 'https://refunds.harborpine.example';

it('makes tokens of 32 bytes that never come twice', () => {
  const made = Array.from({ length: 1000 }, newToken);
  expect(new Set(made).size).toBe(1000);
  for (const token of made) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

it.each(['confirm', 'case'] as const)('reads from an address to %s what was put into it', (purpose) => {
  const token = newToken();
  const address = linkAddress(site, purpose, reference, token);
  expect(address).toBe(`${site}/api/importer/${purpose}/${reference}.${token}`);
  expect(readLinkPart(address.split('/').at(-1) ?? '')).toEqual({ reference, hash: hashOfToken(token) });
});

describe('reads nothing else', () => {
  const token = 'a'.repeat(43);
  it.each([
    '',
    '.',
    token,
    reference,
    `${reference}.`,
    `${reference}.${token.slice(1)}`,
    `${reference}.${token}a`,
    `${reference}.${token.slice(1)}=`,
    `${reference}.${token.slice(1)}%`,
    `${reference}.${token}\n`,
    `${reference}.${token}.`,
    `${reference}..${token}`,
    `${reference.toLowerCase()}.${token}`,
    `${reference.replace('-', ' ')}.${token}`,
    `${reference} .${token}`,
    `../../x.${token}`,
  ])('%j', (text) => {
    expect(readLinkPart(text)).toBeUndefined();
  });
});
