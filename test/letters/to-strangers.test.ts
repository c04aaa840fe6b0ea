import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, LetterKind } from '#domain/case/case.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { brokerLine } from '#domain/broker/words.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import { textsIn } from '#letters/words.ts';
import { writeLetter } from '#letters/write-letter.ts';
import { emailUpdate, hostile, nameQuery, numberOf } from './cases.ts';
import { broker, letter, letterAsIs, linkFor, nameless, outsideKinds, siteUrl } from './letters.ts';
import { tagsOf, visible } from './read.ts';
import { ready } from './ready.ts';

const cases = { 'name-query': nameQuery, 'email-update': emailUpdate };

/** Other answers to every question of both types, and to one of tomorrow; only the company's name, which may be told, stays. */
const names = [...Object.values(requestTypes).flatMap(({ fields }) => Object.keys(fields)), 'laterField'];
const otherAnswers = fc
  .record(Object.fromEntries(names.map((name) => [name, fc.string({ unit: 'grapheme', minLength: 1 })])))
  .map((other) => ({ ...other, companyName: 'Acme Imports LLC' }));

/** The answer to an email update names the new mailbox: it is written to a confirmed contact only. */
const namesMailbox = (kind: LetterKind, type: string) => kind === 'outcome' && type === 'email-update';

describe.each(outsideKinds)('%s', (kind) => {
  it.each(Object.entries(cases))('tells no answer of a %s but the company’s name', (type, make) => {
    if (namesMailbox(kind, type)) return;
    const expected = letter(kind, make());
    fc.assert(
      fc.property(otherAnswers, (answers) => {
        expect(letter(kind, make({ answers }))).toEqual(expected);
      }),
    );
    const other = letter(kind, make({ answers: { companyName: 'Other LLC' } }));
    if (nameless.includes(kind)) expect(other).toEqual(expected);
    else expect(other).not.toEqual(expected);
  });

  it('is built alike whatever a stranger calls his company', () => {
    const expected = tagsOf(letter(kind, emailUpdate()).html);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), (companyName) => {
        expect(tagsOf(letter(kind, emailUpdate({ answers: { companyName } })).html)).toEqual(expected);
      }),
    );
  });

  it('carries nothing of a stranger that a mail program would make a link or a call', () => {
    const { subject, text, html } = letter(kind, emailUpdate({ answers: { companyName: hostile[5] ?? '' } }));
    for (const part of [subject, text, html])
      expect(part).not.toMatch(/evil\.example|http:\/\/|www\.\w|bob@|1-800-555-0199/);
    if (!nameless.includes(kind)) expect(text).toContain('visit http: evil. example');
  });

  it('says whose letter it is, and whose it is not', () => {
    for (const part of [letter(kind, nameQuery()).text, visible(letter(kind, nameQuery()).html)]) {
      expect(part).toContain(brokerLine('en', broker));
      expect(part).toContain('We are not CBP.');
      expect(part).toContain(broker.phone);
    }
  });

  it('knows nothing of what the team notes, checks, doubts or has found', () => {
    const by = { at: '2026-07-09T15:00:00.000Z', who: 'mei@harborpine.example', name: 'Mei Tan' };
    const of = ready(kind, emailUpdate());
    const noted: Case = {
      ...of,
      numberWarnings: ['zero-serial'],
      assignee: by.who,
      checks: [{ ...by, kind: 'call-back', result: 'failed', person: 'Jim', source: 'client file', note: 'Odd.' }],
      flags: [{ ...by, id: 'f1', reason: 'A free mailbox.' }],
      onFile: { result: '1', abbreviatedName: 'SECRET NAME' },
      timeline: [{ ...by, what: 'noted', text: 'Looks like a fraud.' }, ...of.timeline],
    };
    expect(letterAsIs(kind, noted)).toEqual(letterAsIs(kind, of));
    expect(letterAsIs(kind, of).text).not.toMatch(
      /\b(flag|fraud|suspicio|clear(ed|ance)|hold|second look|take.?over)/i,
    );
  });

  it('has no link but our own, the broker’s and CBP’s', () => {
    const of = ready(
      kind,
      emailUpdate({ answers: { companyName: hostile[5] ?? '', newEmail: 'https://evil.example' } }),
    );
    const own = [linkFor(of, kind), siteUrl, `${siteUrl}/en/case/`, broker.website, broker.powerOfAttorneyLink];
    for (const [, href = ''] of letterAsIs(kind, of).html.matchAll(/href="([^"]*)"/g))
      if (
        !/^(tel:\+15550100199|mailto:refunds@harborpine\.example|https:\/\/ace-accounts\.cbp\.gov\/s\/importer-form)$/.test(
          href,
        )
      )
        expect(own).toContain(href);
  });

  it('does not break without a company’s name', () => {
    const { text } = letter(kind, nameQuery({ answers: { companyName: '\u200b' } }));
    if (!nameless.includes(kind)) expect(text).toContain('(no name)');
  });
});

it('gives the requester a receipt', () => {
  const { subject, text } = letter(
    'contact-received',
    emailUpdate({ importerNumber: numberOf('ein', '95-1234567AB') }),
  );
  expect(subject).toBe('[GEK8Q-PEX1W] We have your request: Email update');
  expect(text).toContain('Reference: GEK8Q-PEX1W');
  expect(text).toContain('Company: Acme Imports LLC');
  expect(text).toContain('Importer number: EIN ending 4567, suffix AB');
  expect(text).toContain(
    'We write to you at this address by Friday, July 10, 2026 at 5:30 PM Eastern Time. We may call you about it.',
  );
  expect(text).toContain('Nothing is sent to CBP before that.');
  expect(text).toContain('reply to this letter, or call +1 555 010 0199');
  expect(text).not.toMatch(/95-?1234567/);
});

it.each(Object.entries(cases))('promises nothing in CBP’s name to who sent a %s', (_, make) => {
  expect(letter('contact-received', make()).text).not.toMatch(/CBP (will|must|does)\b|guarantee|call you first/i);
});

it('names the other kinds of number by their ending only', () => {
  const of = (kind: 'cbp' | 'ssn', digits: string) =>
    letter('contact-received', nameQuery({ importerNumber: numberOf(kind, digits) })).text;
  expect(of('cbp', '252704-12345')).toContain('Importer number: CBP-assigned number ending 2345');
  expect(of('ssn', '1234')).toContain('Importer number: SSN ending 1234');
});

it('tells the fee and the power of attorney only where the broker has them', () => {
  const received = (changed: Broker) =>
    writeLetter({ letter: { kind: 'contact-received' }, case: nameQuery(), broker: changed, siteUrl, link: siteUrl })
      .text;
  const { powerOfAttorneyLink, ...bare } = broker;
  expect(received({ ...bare, powerOfAttorneyLink: 'https://sign.example' })).toContain('here:\nhttps://sign.example');
  expect(received({ ...bare, feeText: { en: 'A name query costs 25 dollars.' } })).toContain(
    'A name query costs 25 dollars.',
  );
  expect(received(bare)).not.toMatch(/power of attorney|25 dollars/);
  expect(powerOfAttorneyLink).toBeDefined();
});

it('asks a named mailbox for a button or a no, and promises no more than is true', () => {
  const { subject, text } = letter('mailbox-named', emailUpdate());
  expect(subject).toBe('[GEK8Q-PEX1W] Is this the right mailbox?');
  expect(text).toContain('Somebody asked Harbor & Pine Customs Brokers to file this email address with CBP');
  expect(text).toContain('contact address of this company: “Acme Imports LLC”.');
  expect(text).toContain('Nothing has been filed.');
  expect(text).toContain(
    'Yes, this mailbox is right\nhttps://refunds.harborpine.example/api/importer/confirm/GEK8Q-PEX1W.',
  );
  expect(text).toContain('Opening the page changes nothing.');
  expect(text).toContain('Reply “no”, or call +1 555 010 0199. Then we stop.');
  expect(text).not.toMatch(/4567|Reply to this letter/);
});

describe.each(['earlier-contact', 'earlier-contact-filed'] as const)('%s', (kind) => {
  const english = letter(kind, emailUpdate());

  it.each(['es', 'zh-Hans'] as const)('begins in English, whatever language was asked in: %s', (locale) => {
    const { subject, text, html } = letter(kind, { ...emailUpdate(), locale });
    expect(subject).toBe(english.subject);
    const untilButton = ({ text: whole }: typeof english) => whole.split('This was not us')[0] ?? '';
    expect(untilButton(english).length).toBeGreaterThan(200);
    expect(untilButton({ ...english, text })).toBe(untilButton(english));
    const [first = '', own = ''] = html.split(`<div lang="${locale}">`);
    expect(first).toContain('/api/importer/not-us/');
    expect(first).toContain('?lang=en"');
    expect(own).toContain(`?lang=${locale}"`);
    expect(own).toContain(textsIn(locale)['earlier.wrongTitle']);
  });

  it('is in English alone when it was asked in English', () => {
    expect(english.html).not.toMatch(/<div lang=|\?lang=/);
  });
});
