import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import type { AddressObject } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { mimeOf } from '../../functions/aws/mime.ts';
import { addressOf } from '#casework/address-of.ts';
import { mailOf } from '#casework/mail-of.ts';
import { newCase } from '#casework/open-case.ts';
import type { Case, Letter } from '#domain/case/case.ts';
import { readRequest } from '#domain/requests/read-request.ts';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { aMonday, opened, samples, world } from '#test/fakes/requests.ts';
import { meantText, nastyText } from './nasty.ts';

/** Whatever was typed, a mail goes to whom it should, says who sends it, and gained no header on the way. */
const siteUrl = 'https://refunds.harborpine.example';
const mailsOf = (of: Case) =>
  Promise.all(
    of.letters.map(async (letter) => {
      const replyTo = broker.teamMailboxes[0];
      const to = letter.to === 'team' ? replyTo : addressOf(letter, of);
      const mail = mailOf({ case: of, letter, to, replyTo, link: `${siteUrl}/x` }, { broker, siteUrl });
      const raw = Buffer.from(await mimeOf(mail));
      return { letter, mail, raw, parsed: await simpleParser(raw) };
    }),
  );

const headerNames = (raw: Buffer): string[] => {
  const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
  return head.split('\r\n').flatMap((line) => (/^[ \t]/.test(line) ? [] : [line.split(':')[0]?.toLowerCase() ?? '']));
};

const addresses = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address = '' }) => address));

/** Of a letter: who it is for, from the answers alone. */
const receiver: Record<Letter['to'], (of: Case) => string | undefined> = {
  team: () => broker.teamMailboxes[0],
  contact: (of) => of.answers['contactEmail'],
  'other-mailbox': (of) => of.answers['newEmail'],
  'earlier-contact': (of) => of.tellings[0]?.mailbox,
};

/** Without spaces, since lines may be broken anywhere. */
const squashed = (text: string) => text.replace(/[\s\u2028\u2029]+/g, '');

/** A letter's text without the mark that each quoted line has. */
const unquoted = (text: string) => text.replace(/^> /gm, '');

type Sent = Awaited<ReturnType<typeof mailsOf>>[number];

function expectSameEnvelope({ letter, mail, raw, parsed }: Sent, of: Case, headers: readonly string[]): void {
  expect(headerNames(raw)).toEqual(headers);
  expect(mail.to).toBe(receiver[letter.to](of));
  expect(addresses(parsed.to)).toEqual([mail.to]);
  expect(addresses(parsed.from)).toEqual([broker.mailFrom]);
  expect(addresses(parsed.replyTo)).toEqual([broker.teamMailboxes[0]]);
  expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined]);
  expect(parsed.attachments).toEqual([]);
}

function expectOneSubject({ mail, parsed }: Sent, of: Case): void {
  expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
  expect(parsed.subject).toBe(mail.subject);
  expect(mail.subject).toContain(of.reference);
}

/** Every answer that was typed stands in the team's letter in full; options are said in their own words. */
function expectEveryAnswer({ parsed }: Sent, of: Case): void {
  const text = squashed(unquoted(parsed.text ?? ''));
  const { fields }: { fields: Readonly<Record<string, { kind: string }>> } = requestTypes[of.type];
  const typed = Object.entries(of.answers).filter(([name]) => !('options' in (fields[name] ?? {})));
  expect(typed.length).toBeGreaterThan(3);
  for (const [, answer] of typed) expect(text).toContain(squashed(answer));
  if (of.statement) expect(text).toContain(squashed(of.statement.text));
}

const headersBefore = async (type: RequestTypeName): Promise<string[][]> =>
  (await mailsOf(opened(type))).map(({ raw }) => headerNames(raw));

/** Texts that the door takes, in every field that takes a text: what it refuses never becomes a mail. */
const accepted = (type: RequestTypeName) => {
  const texts = Object.entries(requestTypes[type].fields).flatMap(([name, { kind }]) =>
    kind === 'line' || kind === 'long-text' ? [name] : [],
  );
  const email = fc.emailAddress().filter((address) => address.length < 60);
  return fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...texts), fc.oneof(meantText, nastyText)), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('contactEmail', ...(type === 'email-update' ? ['newEmail'] : [])),
      fc.option(email, { nil: undefined }),
    )
    .map(([changes, mailbox, address]) => ({
      ...samples[type][0],
      ...Object.fromEntries(changes),
      ...(address !== undefined && { [mailbox]: address }),
    }))
    .map((given) => readRequest(type, given, world))
    .filter((reading) => 'request' in reading)
    .map(({ request }) => newCase(request, broker, aMonday));
};

describe.each(requestTypeNames)('the mails of a %s with naughty answers', (type) => {
  it('change neither header nor receiver, and lose no answer', async () => {
    const headers = await headersBefore(type);
    expect(headers[0]).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'reply-to', 'references']));
    await fc.assert(
      fc.asyncProperty(accepted(type), async (of) => {
        const mails = await mailsOf(of);
        for (const [nth, one] of mails.entries()) {
          expectSameEnvelope(one, of, headers[nth] ?? []);
          expectOneSubject(one, of);
          if (one.letter.kind === 'team-request') expectEveryAnswer(one, of);
        }
        expect(mails.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
