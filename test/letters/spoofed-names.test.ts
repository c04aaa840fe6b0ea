import { simpleParser } from 'mailparser';
import type { AddressObject } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { mimeOf } from '../../functions/aws/mime.ts';
import { addressOf } from '#casework/address-of.ts';
import { mailOf } from '#casework/mail-of.ts';
import { letterSchema } from '#domain/case/letter-parts.ts';
import type { LetterKind } from '#domain/case/case.ts';
import { emailUpdate } from './cases.ts';
import { broker, kinds, linkFor, outsideKinds, siteUrl } from './letters.ts';
import { visible, wordsOnly } from './read.ts';
import { teamWords } from '#letters/team-words.ts';
import { about, moment, ready } from './ready.ts';

/** Names that look like a sender. Whoever asks may call himself so; no mail of ours may seem to come from there. */
const spoofs = [
  'CBP Support <refunds@cbp.dhs.gov>',
  '"CBP Support <refunds@cbp.dhs.gov>"',
  'Harbor & Pine Customs Brokers <desk@refunds.harborpine.example>',
  'CBP Support via Harbor & Pine',
  'refunds@cbp.dhs.gov',
  '=?utf-8?Q?CBP_Support?= <refunds@cbp.dhs.gov>',
  'Rosa\r\nFrom: CBP <refunds@cbp.dhs.gov>',
  'Rosa\nReply-To: evil@evil.example',
  'Rosa" <evil@evil.example>, "CBP',
  '\u202evog.shd.pbc@sdnufer',
] as const;

const addresses = (field: AddressObject | AddressObject[] | undefined) =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ name, address = '' }) => ({ name, address })));

async function mailed(kind: LetterKind, name: string, companyName: string) {
  const of = ready(kind, emailUpdate({ answers: { contactName: name, certifierFirst: name, companyName } }));
  const link = linkFor(of, kind);
  const to = outsideKinds.includes(kind) ? ('contact' as const) : ('team' as const);
  const letter = letterSchema.parse({
    ...{ id: 'l1', to, state: 'owed', owedSince: moment, nextAt: moment, attempts: 0, ...about[kind] },
    kind,
  });
  const replyTo = broker.teamMailboxes[0];
  const address = letter.to === 'team' ? replyTo : addressOf(letter, of);
  const leased = { case: of, letter, to: address, replyTo, ...(link !== undefined && { link }) };
  const mail = mailOf(leased, { broker, siteUrl });
  const raw = Buffer.from(await mimeOf(mail));
  return { mail, parsed: await simpleParser(raw), head: raw.toString('latin1').split('\r\n\r\n')[0] ?? '' };
}

describe.each(kinds)('%s, from somebody who calls himself a sender', (kind) => {
  it.each(spoofs)('%j: is from us, to the one address, to be answered to the team', async (name) => {
    for (const company of ['Acme Imports LLC', name]) {
      const { mail, parsed, head } = await mailed(kind, name, company);
      expect(addresses(parsed.from)).toEqual([{ name: broker.name, address: broker.mailFrom }]);
      expect(addresses(parsed.to)).toEqual([{ name: '', address: mail.to }]);
      expect(addresses(parsed.replyTo).map(({ address }) => address)).toEqual([broker.teamMailboxes[0]]);
      expect(head.match(/^(from|sender|reply-to|to|cc|bcc|subject):/gim)?.sort()).toEqual([
        'From:',
        'Reply-To:',
        'Subject:',
        'To:',
      ]);
    }
  });

  it.each(spoofs)('%j: is no address that a reader could click', async (name) => {
    const { mail } = await mailed(kind, name, name);
    expect(mail.html).not.toMatch(/href="[^"]*(cbp\.dhs|evil\.example)/i);
    // The team reads it as it was written, after our own words.
    if (!outsideKinds.includes(kind)) {
      expect(mail.subject).toMatch(/^\[GEK8Q-PEX1W\] [A-Z][a-z ]+/);
      return;
    }
    for (const part of [mail.text, visible(mail.html), mail.subject])
      expect(part).not.toMatch(/\w@(cbp\.dhs\.gov|evil\.example|refunds\.harborpine)/);
  });
});

it.each(spoofs)('the team reads %j below "What the requester wrote"', async (name) => {
  const { mail } = await mailed('team-request', name, 'Acme Imports LLC');
  for (const part of [mail.text, visible(mail.html)]) {
    const [ours = '', theirs = ''] = wordsOnly(part).split(wordsOnly(teamWords.answers));
    expect(ours).not.toContain(wordsOnly(name));
    expect(theirs).toContain(wordsOnly(name));
  }
});
