import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { atAGlance, distance, likeness, ownedPart } from '#domain/risk/domains.ts';
import { riskCodes } from '#domain/risk/flags.ts';
import type { RiskCode } from '#domain/risk/flags.ts';
import { flagsOfOthers, knownDomains } from '#domain/risk/of-others.ts';
import type { Others } from '#domain/risk/of-others.ts';
import { flagsOfRequest } from '#domain/risk/of-request.ts';
import type { Known } from '#domain/risk/of-request.ts';
import { riskFlagsOf, standingFlags } from '#domain/risk/standing.ts';
import { isWeighed, weighed } from '#domain/risk/weighed.ts';
import { HIGH, byWeight, levelOf, weights } from '#domain/risk/weights.ts';
import { riskWords } from '#domain/risk/words.ts';
import { opened } from '#test/fakes/requests.ts';
import { mailDomains } from '../../functions/mail-domains/mail-domains.ts';
import { ada, after, at, confirmed, luis, moves, readyUpdate } from './moves-cases.ts';

const known: Known = { broker, domains: [], ...mailDomains };
/** An email update that nothing is wrong with, but for what is changed. */
const request = (change: Record<string, unknown> = {}, more: Partial<Case> = {}): Case => ({
  ...opened('email-update', change),
  ...more,
});
const codesOf = (of: Case, on: Partial<Known> = {}): RiskCode[] =>
  flagsOfRequest(of, { ...known, ...on }).map(({ code }) => code);

/** A house whose domain says its entity form, too. */
const wholeName = {
  ...{ companyName: 'Bluebird Toys Ltd', oldEmail: '' },
  ...{ contactEmail: 'priya@bluebird-toys-ltd.example' },
};

describe('what the request alone says', () => {
  it.each<readonly [string, Record<string, unknown>, RiskCode[]]>([
    ['nothing odd', {}, []],
    ['a free mailbox', { newEmail: 'bluebird@gmail.com' }, ['free-mail']],
    ['one of China', { newEmail: 'bluebird@qq.com' }, ['free-mail']],
    ['another domain', { newEmail: 'customs@harbour-freight.example' }, ['other-domain']],
    ['a name below the contact’s own domain', { newEmail: 'customs@mail.bluebird-toys.example' }, []],
    ['a letter changed', { newEmail: 'customs@bluebird-toyz.example' }, ['look-alike-domain', 'other-domain']],
    ['letters swapped', { newEmail: 'customs@blubeird-toys.example' }, ['look-alike-domain', 'other-domain']],
    ['a digit for a letter', { newEmail: 'customs@b1uebird-t0ys.example' }, ['look-alike-domain', 'other-domain']],
    ['a word added', { newEmail: 'customs@bluebird-toys-usa.example' }, ['look-alike-domain', 'other-domain']],
    ['inc added', { newEmail: 'customs@bluebirdtoysinc.example' }, ['look-alike-domain', 'other-domain']],
    ['another ending', { newEmail: 'customs@bluebird-toys.com' }, ['look-alike-domain', 'other-domain']],
    ['the company’s whole name', { ...wholeName, newEmail: 'customs@bluebird-toys-ltd.example' }, []],
    [
      'that of another form',
      { ...wholeName, newEmail: 'customs@bluebird-toys-inc.example' },
      ['look-alike-domain', 'other-domain'],
    ],
    ['without the hyphen', { newEmail: 'customs@bluebirdtoys.example' }, ['other-domain']],
    ['CBP’s own', { newEmail: 'refunds@cbp-dhs.example' }, ['other-domain']],
    ['nearly CBP’s house', { newEmail: 'x@dhs.com' }, ['look-alike-domain', 'other-domain']],
    ['nearly the broker’s', { newEmail: 'x@harborpine.com' }, ['look-alike-domain', 'other-domain']],
    ['a disposable mailbox', { newEmail: 'x@mailinator.com' }, ['disposable', 'other-domain']],
    ['a disposable contact', { contactEmail: 'x@mailinator.com' }, ['disposable', 'other-domain']],
    ['an agent', { contactRole: 'agent' }, ['agent']],
    ['a record that may have changed', { ...moved, recordChanged: 'not-sure' }, ['record-changed']],
    ['another certifier', { certifierFirst: 'Tom', certifierLast: 'Bell' }, ['other-certifier']],
    ['the same certifier with a middle name', { certifierMiddle: 'Anne' }, []],
    ['a contact who poses as CBP', { contactName: 'CBP Support' }, ['poses-as', 'other-certifier']],
    ['a company name that holds an address', { companyName: 'Acme refunds@cbp.dhs.gov' }, ['poses-as']],
    ['a form filler in a hurry', { website: 'https://x.example', seconds: 2 }, ['form-filler', 'odd-pace']],
    ['somebody who took their time', { seconds: 240 }, []],
  ])('%s', (_, change, codes) => {
    expect(codesOf(request(change)).toSorted()).toEqual(codes.toSorted());
  });

  it('several numbers in one request, and bank details that somebody changed', () => {
    expect(codesOf(opened('name-query', { importerNumber2: '94-7654321' }))).toEqual(['further-numbers']);
    expect(codesOf(opened('refund-returned', { bankChanged: 'yes' }))).toEqual(['bank-changed']);
    expect(codesOf(opened('refund-returned', { bankChanged: 'no' }))).toEqual([]);
  });

  it('looks through other alphabets and punycode', () => {
    // аcme with a Cyrillic а.
    const domain = 'xn--bluebird-toys-1wo.example';
    const seen = codesOf(request({ newEmail: `x@${domain}` }), {
      toUnicode: (one) => (one === domain ? 'bluebird-tоys.example' : one),
    });
    expect(seen).toContain('look-alike-domain');
    expect(mailDomains.toUnicode('xn--80ak6aa92e.com')).toBe('аррӏе.com');
    expect(codesOf(request({ companyName: 'Blueвird Toys Ltd' }))).toContain('look-alike-name');
  });

  it('knows a domain that CBP took for this importer before', () => {
    const of = request({ newEmail: 'customs@toys-of-bluebird.example' });
    expect(codesOf(of)).toEqual(['other-domain']);
    expect(codesOf(of, { domains: ['toys-of-bluebird.example'] })).toEqual([]);
  });

  it.each(['missing', 'wrong'] as const)('sees a proof of work that is %s', (proof) => {
    expect(codesOf(request({}, { signs: { proof } }))).toEqual(['no-proof']);
    expect(codesOf(request({}, { signs: { proof: 'right' } }))).toEqual([]);
  });

  it('has nothing against a name query but for its contact', () => {
    expect(flagsOfRequest(opened('name-query'), known)).toEqual([]);
  });
});

const moved = {
  addressLine1: '1200 Harbor Street',
  city: 'Miami',
  country: 'US',
  state: 'FL',
  postalCode: '33122',
  addressType: 'warehouse',
};

describe('what other cases say', () => {
  let nth = 0;
  const other = (change: Record<string, unknown> = {}, more: Partial<Case> = {}): Case => {
    nth += 1;
    return request({ submissionId: `00000000-0000-4000-9000-${String(nth).padStart(12, '0')}`, ...change }, more);
  };
  const codes = (others: Partial<Others>, of = request()): RiskCode[] =>
    flagsOfOthers(of, { importer: [], requester: [], mailbox: [], ...others }).map(({ code }) => code);
  const suspicious = { state: 'declined', outcome: outcomeOf('suspicion') } satisfies Partial<Case>;
  const importers = (count: number) =>
    Array.from({ length: count }, (_, one) =>
      other({ importerNumberKind: 'ein', importerNumber: `95-12345${60 + one}` }),
    );

  it.each<readonly [string, Partial<Others>, RiskCode[]]>([
    ['nothing', {}, []],
    ['the same request before', { importer: [other()] }, []],
    [
      'another new mailbox for the same importer',
      { importer: [other({ newEmail: 'x@bluebird-toys.example' })] },
      ['another-new-email'],
    ],
    ['the same mailbox, written otherwise', { importer: [other({ newEmail: 'Customs@Bluebird-Toys.example' })] }, []],
    [
      'another one long ago',
      { importer: [other({ newEmail: 'x@y.example' }, { openedAt: '2026-08-01T00:00:00.000Z' })] },
      [],
    ],
    [
      'the name of another kind of company',
      { importer: [other({ companyName: 'Bluebird Toys LLC' })] },
      ['look-alike-name'],
    ],
    [
      'a decline before',
      { requester: [other({}, { state: 'declined', outcome: outcomeOf('not-a-client') })] },
      ['declined-before'],
    ],
    ['a decline on suspicion', { mailbox: [other({}, suspicious)] }, ['declined-on-suspicion']],
    ['three importers by one requester', { requester: importers(2) }, []],
    ['four of them', { requester: importers(3) }, ['many-importers']],
    ['four importers to one mailbox', { mailbox: importers(3) }, ['many-to-one-mailbox']],
  ])('%s', (_, others, expected) => {
    expect(codes(others)).toEqual(expected);
  });

  it('is only possible of a Social Security number', () => {
    const of = request({ importerNumberKind: 'ssn', importerNumber: '5678' });
    const flags = flagsOfOthers(of, { importer: [other({ newEmail: 'x@y.example' })], requester: [], mailbox: [] });
    expect(flags[0] && riskWords(flags[0]).why).toContain('For possibly the same importer,');
  });

  it('takes for the importer’s own what CBP took, and nothing else', () => {
    const accepted = { outcome: { ...outcomeOf(''), code: 'accepted', values: {} } };
    const { releasedAt: _, ...held } = accepted.outcome;
    const of = [
      other({ newEmail: 'a@one.example' }, accepted),
      other({ newEmail: 'a@two.example' }),
      other({ newEmail: 'a@three.example' }, { outcome: held }),
    ];
    expect(knownDomains({ importer: of })).toEqual(['one.example']);
  });
});

function outcomeOf(reason: string): NonNullable<Case['outcome']> {
  const moment = at(10).toISOString();
  return { at: moment, who: ada.email, name: ada.name, code: 'declined', values: { reason }, releasedAt: moment };
}

describe('domains', () => {
  it.each([
    ['mail.acme.com', 'acme.com'],
    ['acme.com', 'acme.com'],
    ['a.b.acme.co.uk', 'acme.co.uk'],
    ['acme.com.mx', 'acme.com.mx'],
  ])('%s belongs to %s', (domain, owned) => {
    expect(ownedPart(domain)).toBe(owned);
  });

  it.each([
    ['acme-imports.com', 'mail.acme-imports.com', undefined],
    ['acme-imports.co', 'acme-imports.com', 'other-ending'],
    ['acrne-imports.com', 'acme-imports.com', 'glance'],
    ['acme-lmports.com', 'acme-imports.com', 'glance'],
    ['acme-inports.com', 'acme-imports.com', 'near'],
    ['acme-imports-usa.com', 'acme-imports.com', 'added-word'],
    ['customs-acme.com', 'acme.com', 'added-word'],
    ['acne.com', 'acme.com', undefined],
    ['totally-other.com', 'acme-imports.com', undefined],
    ['x.com', '', undefined],
  ])('%s beside %s: %s', (domain, house, how) => {
    expect(likeness(domain, house)).toBe(how);
  });

  it('are as far apart one way as the other, and not at all from themselves', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
    expect(distance('acem', 'acme')).toBe(1);
    expect(atAGlance('B1ue-Вird')).toBe(atAGlance('bluebird'));
  });
});

describe('what it all weighs', () => {
  it.each<readonly [string, RiskCode[], string]>([
    ['nothing', [], 'none'],
    ['a free mailbox', ['free-mail'], 'some'],
    ['a free mailbox asked for by an agent', ['free-mail', 'agent'], 'high'],
    ['a look-alike', ['look-alike-domain'], 'high'],
    ['glances', ['record-changed', 'other-certifier', 'odd-pace'], 'some'],
  ])('%s', (_, codes, level) => {
    expect(levelOf(codes.map((code) => ({ code })))).toBe(level);
  });

  it('puts the heaviest first, and has words for each', () => {
    const sorted = byWeight(riskCodes.map((code) => ({ code })));
    expect(sorted.map(({ code }) => weights[code])).toEqual(Object.values(weights).toSorted((a, b) => b - a));
    for (const code of riskCodes) {
      const about = {
        domain: 'a.example',
        like: 'b',
        name: 'c',
        reference: 'd',
        importer: 'e',
        count: '4',
        seconds: '2',
      };
      const words = riskWords({ code, about });
      for (const text of [words.why, words.do]) expect(text).toMatch(/[^.]\.$/);
      expect(words.why + words.do).not.toMatch(/[{}]/);
    }
    expect(HIGH).toBeGreaterThan(weights['free-mail']);
  });

  it('says what stands as long as it stands', () => {
    expect(standingFlags(request()).map(({ code }) => code)).toEqual(['no-power-of-attorney', 'mailbox-unconfirmed']);
    expect(standingFlags(readyUpdate)).toEqual([]);
    expect(
      riskFlagsOf({
        ...readyUpdate,
        risk: { at: '', level: 'some', flags: [{ code: 'of-tomorrow' }, { code: 'agent' }] },
      }),
    ).toEqual([{ code: 'agent' }]);
  });
});

describe('a case that was weighed', () => {
  const now = at(5).toISOString();
  const heavy = [{ code: 'look-alike-domain', about: { domain: 'x', like: 'y' } }] as const;

  it('keeps what was found, raises no version, and is not weighed again for the same', () => {
    const next = weighed(request(), heavy, now);
    expect(next).toMatchObject({ rev: 2, version: 1, risk: { level: 'high', flags: heavy } });
    expect(next?.timeline.at(-1)).toMatchObject({ who: 'desk', what: 'weighed', about: { level: 'high' } });
    expect(next && weighed(next, heavy, at(6).toISOString())).toBeUndefined();
    expect(next && isWeighed(next)).toBe(true);
    expect(weighed(request(), [], now)?.timeline).toHaveLength(1);
    expect(next?.letters).toEqual(request().letters);
  });

  it('is weighed anew when it became another request', () => {
    const first = weighed(confirmed(opened('name-query')), [], now) ?? request();
    expect(isWeighed(first)).toBe(true);
    expect(isWeighed(after(first, luis, moves.convert))).toBe(false);
  });

  it('that turns out risky later is cleared no more, and the team hears of it', () => {
    const cleared = after(readyUpdate, luis, moves.clear);
    const next = weighed(cleared, heavy, at(300).toISOString());
    expect(next).not.toHaveProperty('cleared');
    expect(next?.letters.at(-1)).toMatchObject({ kind: 'team-alert', about: 'risk', state: 'owed' });
    expect(next?.timeline.at(-1)).toMatchObject({ what: 'risk-rose' });
    expect(new Set(next?.letters.map(({ id }) => id)).size).toBe(next?.letters.length);
  });
});
