import { expect, it } from 'vitest';
import { emailUpdate, hostile, nameQuery } from './cases.ts';
import { broker, kinds, letter, siteUrl } from './letters.ts';
import { signInLink } from '#letters/sign-in-link.ts';
import { faults } from './validator.ts';

it.each(kinds)('is valid HTML, whatever is in it: %s', async (kind) => {
  const answers = { companyName: hostile[0] ?? '', contactName: hostile[6] ?? '', note: hostile.join('\n') };
  for (const of of [emailUpdate(), nameQuery({ answers }), emailUpdate({ answers, numberWarnings: ['zero-serial'] })])
    expect(await faults(letter(kind, of).html)).toEqual([]);
});

it('is valid HTML: the member’s link to sign in', async () => {
  const { html } = signInLink({ broker, member: { name: 'Ada <Osei>' }, link: `${siteUrl}/x`, siteUrl });
  expect(await faults(html)).toEqual([]);
});

it('would tell if it were not', async () => {
  expect(await faults('<p><div>x</div></p><a>')).not.toEqual([]);
});
