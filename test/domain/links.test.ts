import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { letterSchema } from '#domain/case/letter-parts.ts';
import type { MailedLink } from '#domain/case/letter-parts.ts';
import { carriedLink, linkDays, linkOf, mailedLink, withLink, withoutLinksTo } from '#domain/case/links.ts';
import { opened } from '#test/fakes/requests.ts';

const DAY = 24 * 3600 * 1000;
const at = (day: number) => new Date(Date.UTC(2026, 10, 16) + day * DAY);
const one = opened('email-update');
const confirms = { purpose: 'confirm', mailbox: 'contact' } as const;
const opens = { purpose: 'case', mailbox: 'contact' } as const;
const made = (of: Case, links: readonly MailedLink[]): Case => links.reduce(withLink, of);
const hashes = (of: Case) => of.links.map(({ hash }) => hash);

describe('which link a letter carries', () => {
  const declined = (reason: string): Case => ({
    ...one,
    state: 'declined',
    outcome: { at: one.openedAt, who: 'ada@harborpine.example', name: 'Ada', code: 'declined', values: { reason } },
  });
  it.each([
    ['team-request', undefined],
    ['contact-received', confirms],
    ['mailbox-named', { purpose: 'confirm', mailbox: 'other-mailbox' }],
    ['case-link', opens],
    ['question', opens],
    ['answer-waiting', confirms],
    ['outcome', opens],
    ['closed', opens],
    ['converted', opens],
    ['team-reply', undefined],
    ['team-alert', undefined],
    ['erased', undefined],
    ['earlier-contact', { purpose: 'not-us', mailbox: 'earlier-contact' }],
    ['earlier-contact-filed', { purpose: 'not-us', mailbox: 'earlier-contact' }],
  ] as const)('%s', (kind, link) => {
    expect(carriedLink(one, { kind })).toEqual(link);
  });

  it('is none where we declined on suspicion: that letter only asks for a call', () => {
    expect(carriedLink(declined('suspicion'), { kind: 'declined' })).toBeUndefined();
    expect(carriedLink(declined('not-a-client'), { kind: 'declined' })).toEqual(opens);
  });

  it('never is a case’s page for a mailbox that only was named', () => {
    for (const kind of letterSchema.shape.kind.options) {
      const link = carriedLink(one, { kind });
      if (link?.mailbox === 'other-mailbox') expect(link.purpose).toBe('confirm');
    }
  });
});

describe('the links of a case', () => {
  it('open for their days, and then are known as expired', () => {
    for (const [carried, days] of [
      [confirms, 30],
      [opens, 7],
    ] as const) {
      const of = withLink(one, mailedLink(carried, { id: 'x' }, 'h', at(0)));
      expect(linkOf(of, 'h', carried.purpose, at(days - 0.01))).toMatchObject({ ...carried, letterId: 'x' });
      expect(linkOf(of, 'h', carried.purpose, at(days))).toBe('expired');
      expect(linkDays[carried.purpose]).toBe(days);
    }
  });

  it('serve their own purpose only, and a hash that was never given none', () => {
    const of = withLink(one, mailedLink(confirms, { id: 'x' }, 'h', at(0)));
    expect(linkOf(of, 'h', 'case', at(1))).toBeUndefined();
    expect(linkOf(of, 'i', 'confirm', at(1))).toBeUndefined();
    expect(linkOf(one, '', 'confirm', at(1))).toBeUndefined();
  });

  it('that say no are never pushed out, however many others are told', () => {
    const links = Array.from({ length: 40 }, (_, nth) =>
      mailedLink({ purpose: 'not-us', mailbox: 'earlier-contact' }, { id: `earlier-contact-${nth}` }, `h${nth}`, at(0)),
    );
    expect(linkOf(made(one, links), 'h0', 'not-us', at(1))).toMatchObject({ letterId: 'earlier-contact-0' });
  });

  it('are the last five of a letter that was tried again and again', () => {
    const of = made(
      one,
      [1, 2, 3, 4, 5, 6, 7].map((nth) => mailedLink(confirms, { id: 'x' }, `h${nth}`, at(0))),
    );
    expect(hashes(of)).toEqual(['h3', 'h4', 'h5', 'h6', 'h7']);
  });

  it('are never so many that they fill the case, and a flood of one purpose leaves the other alone', () => {
    const flood = Array.from({ length: 100 }, (_, n) => mailedLink(opens, { id: `case-link-${n}` }, `c${n}`, at(1)));
    const of = made(withLink(one, mailedLink(confirms, { id: 'contact-received' }, 'mine', at(0))), flood);
    expect(of.links).toHaveLength(21);
    expect(linkOf(of, 'mine', 'confirm', at(2))).toMatchObject(confirms);
    expect(linkOf(of, 'c99', 'case', at(2))).toMatchObject(opens);
    expect(linkOf(of, 'c79', 'case', at(2))).toBeUndefined();
  });

  it('are forgotten a month after their end', () => {
    const old = withLink(one, mailedLink(opens, { id: 'x' }, 'old', at(0)));
    expect(hashes(withLink(old, mailedLink(opens, { id: 'y' }, 'new', at(36))))).toEqual(['old', 'new']);
    expect(hashes(withLink(old, mailedLink(opens, { id: 'y' }, 'new', at(37))))).toEqual(['new']);
  });

  it('are taken back for a mailbox that becomes another one', () => {
    const named = mailedLink({ purpose: 'confirm', mailbox: 'other-mailbox' }, { id: 'mailbox-named' }, 'b', at(0));
    const of = made(one, [mailedLink(confirms, { id: 'contact-received' }, 'a', at(0)), named]);
    expect(hashes(withoutLinksTo(of, 'other-mailbox'))).toEqual(['a']);
  });

  it('leave all else of the case as it was', () => {
    const { links: _, ...rest } = withLink(one, mailedLink(opens, { id: 'x' }, 'h', at(0)));
    const { links: __, ...before } = one;
    expect(rest).toEqual(before);
  });
});
