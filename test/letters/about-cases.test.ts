import { describe, expect, it } from 'vitest';
import type { Case, LetterKind } from '#domain/case/case.ts';
import { signInLink } from '#letters/sign-in-link.ts';
import { writeLetter } from '#letters/write-letter.ts';
import { emailUpdate, hostile, nameQuery, numberOf } from './cases.ts';
import { broker, kinds, letter, letterAsIs, linkFor, siteUrl } from './letters.ts';
import { visible, wordsOnly } from './read.ts';
import { answered, asked, end, moment, ready, replied, values } from './ready.ts';

const by = { at: moment, who: 'ada@harborpine.example', name: 'Ada Osei' };

describe.each(kinds)('%s', (kind) => {
  const of = ready(kind, nameQuery());
  const link = linkFor(of, kind);

  it('has its link once to press and once to read, and is not written without', () => {
    const { text, html } = letterAsIs(kind, of);
    expect(text.split('\n').filter((line) => line === link)).toHaveLength(link === undefined ? 0 : 1);
    expect(html.split(`href="${link}"`)).toHaveLength(link === undefined ? 1 : 2);
    const unlinked = () => writeLetter({ case: of, broker, siteUrl, letter: { kind, about: 'q1' } });
    if (link === undefined) expect(unlinked).not.toThrow();
    else expect(unlinked).toThrow('carries a link');
  });

  it('never has the whole number', () => {
    for (const number of [numberOf('ein', '95-1234567AB'), numberOf('cbp', '252704-12345'), numberOf('ssn', '6789')]) {
      const { subject, text, html } = letter(kind, emailUpdate({ importerNumber: number }));
      expect(subject + text + html).not.toMatch(/95-?1234567|252704/);
    }
  });

  it('has the reference in its subject', () => {
    expect(letterAsIs(kind, of).subject).toMatch(/^\[GEK8Q-PEX1W\] /);
  });
});

describe('what CBP’s record shows', () => {
  const secret = { ...nameQuery(), ...answered(nameQuery(), end('name-on-file')), state: 'open' } satisfies Case;
  const others: readonly LetterKind[] = kinds.filter((kind) => !['outcome', 'declined', 'closed'].includes(kind));
  it.each(others)('is not in %s', (kind) => {
    const { subject, text } = letter(kind, { ...secret, timeline: [] });
    for (const value of Object.values(values['name-on-file'] ?? {})) expect(subject + text).not.toContain(value);
  });

  const fine = answered(nameQuery(), end('name-on-file'));
  const { cleared: _, ...uncleared } = fine;
  const { releasedAt: __, ...held } = end('name-on-file');
  it.each<[string, Case]>([
    ['to a mailbox that nobody confirmed', { ...fine, confirmed: {} }],
    ['where only the other mailbox was confirmed', { ...fine, confirmed: { 'other-mailbox': moment } }],
    ['before it is released', { ...fine, outcome: held }],
    ['without clearance', uncleared],
    ['when there is none', nameQuery({ confirmed: { contact: moment } })],
  ])('is never written %s', (_name, of) => {
    expect(() => letterAsIs('outcome', fine)).not.toThrow();
    expect(() => letterAsIs('outcome', of)).toThrow();
  });

  it('is not needed to be cleared for an answer that tells nothing of it', () => {
    const { cleared: _cleared, ...of } = answered(nameQuery(), end('needs-power-of-attorney'));
    expect(letterAsIs('outcome', of).text).toContain('power of attorney');
  });
});

describe('a request that goes on as another', () => {
  const turned = ready('converted', emailUpdate());
  const matches = 'The name you gave us is the name in CBP’s answer.';
  it('tells a confirmed mailbox that the name matches, when that was the answer', () => {
    expect(letterAsIs('converted', turned).text).toContain(matches);
  });
  it.each<[string, Partial<Case>, string?]>([
    ['an unconfirmed one', { confirmed: {} }, 'already-matches'],
    ['anybody, when a member turned it by hand', {}, 'by-hand'],
    ['anybody, when the letter says no reason', {}],
    ['anybody of a request that never was another', { was: [] }, 'already-matches'],
  ])('does not tell %s', (_, changes, about) => {
    const letter = { kind: 'converted', ...(about !== undefined && { about }) } as const;
    const { text } = writeLetter({ case: { ...turned, ...changes }, broker, siteUrl, letter, link: siteUrl });
    expect(text).not.toContain(matches);
    expect(text).toContain('Your request for “Acme Imports LLC” now is another one: Email update.');
  });
});

describe('a question', () => {
  it('is told as it was asked, line by line, the one that the letter is about', () => {
    const of = asked(asked(nameQuery(), 'Who signed it?\nWhen?'), 'Another one');
    const { text } = letterAsIs('question', of);
    expect(text).toContain('> Who signed it?\n> When?\n');
    expect(text).not.toContain('Another one');
    expect(() => letterAsIs('question', nameQuery())).toThrow('no such question');
  });
});

describe('what the importer wrote, to the team', () => {
  it('stands below our question, and only what made the letter due', () => {
    const of = replied(replied(asked(nameQuery(), 'Who signed it?'), 'Earlier', 'q9'), 'Jim Doe.', 'q1');
    const earlier = {
      ...of,
      timeline: of.timeline.map((e, n) => (n === 0 ? { ...e, at: '2026-07-01T00:00:00.000Z' } : e)),
    };
    const { subject, text } = letterAsIs('team-reply', earlier);
    expect(subject).toBe('[GEK8Q-PEX1W] Answer from the importer: Acme Imports LLC');
    expect(text).toContain(
      'We asked\n--------\n> Who signed it?\n\nThe importer wrote\n------------------\n> Jim Doe.\n',
    );
    expect(text).not.toContain('Earlier');
  });

  it('tells together what was sent together', () => {
    const of = replied(replied(asked(nameQuery(), 'Who signed it?'), 'Jim Doe.', 'q1'), 'Call me after ten.');
    const { subject, text } = letterAsIs('team-reply', of);
    expect(subject).toBe('[GEK8Q-PEX1W] Answer from the importer: Acme Imports LLC');
    expect(text).toMatch(/> Who signed it\?[^]*> Jim Doe\.[^]*> Call me after ten\./);
  });

  it('is taken apart where a mail program would make a link or a call of it', () => {
    const { text, html } = letterAsIs('team-reply', replied(nameQuery(), hostile.join('\n')));
    expect(text).toContain('Message from the importer');
    for (const part of [text, html]) expect(part).not.toMatch(/evil\.example|www\.\w|bob@|1-800-555-0199|\u202e/);
    expect(text).toContain('> visit http: evil. example');
    expect(wordsOnly(visible(html))).toBe(wordsOnly(text));
  });

  it('is only pointed to when answers were filled in', () => {
    const of = nameQuery({ timeline: [{ at: moment, who: 'importer', what: 'completed' }] });
    const { text } = letterAsIs('team-reply', of);
    expect(text).toContain('More answers from the importer: Acme Imports LLC');
    expect(text).not.toContain('The importer wrote');
  });

  it('is none when the importer has said nothing', () => {
    expect(() => letterAsIs('team-reply', nameQuery({ timeline: [{ ...by, what: 'noted', text: 'x' }] }))).toThrow();
  });
});

it('alerts the team with the outcome’s name, who recorded it and why', () => {
  const { text } = letter('team-alert', nameQuery());
  expect(text).toContain('Outcome: Name on file');
  expect(text).toContain('Recorded by: Ada Osei, ada@harborpine.example');
  expect(text).toContain('> CBP answered before the call-back.');
  expect(() => letterAsIs('team-alert', nameQuery())).toThrow();
});

it('tells the team that an importer wants a request deleted, by when they decide, and that nothing is yet', () => {
  const asked = nameQuery({ erasureAskedAt: '2026-12-01T17:00:00.000Z' });
  const alert = (of: Case) =>
    writeLetter({ case: of, broker, siteUrl, letter: { kind: 'team-alert', about: 'erasure', owedSince: moment } });
  const { subject, text } = alert(asked);
  expect(subject).toBe('[GEK8Q-PEX1W] Asks to be deleted: Acme Imports LLC');
  expect(text).toContain('Nothing is deleted yet.');
  expect(text).toMatch(/Decide by: .*December 31, 2026/);
  expect(() => alert(nameQuery())).toThrow();
});

it('writes to a member who signs in: one link, of no case', () => {
  const link = `${siteUrl}/api/desk/sign-in/abc`;
  const { subject, text, html } = signInLink({ broker, member: { name: 'Ada Osei' }, link, siteUrl });
  expect(subject).toBe('Your sign-in link for the desk of Harbor & Pine Customs Brokers');
  expect(text).toContain('Ada Osei, here is the link you asked for.');
  expect(text).toContain('It works once, for 15 minutes.');
  expect(text.split(link)).toHaveLength(2);
  expect(html).toContain(`href="${link}"`);
  expect(wordsOnly(visible(html))).toBe(wordsOnly(text));
});
