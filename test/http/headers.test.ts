import { describe, expect, it } from 'vitest';
import { FRAME_ANCESTORS } from '../../functions/http/headers.ts';
import { frameAncestors, securityHeaders } from '../../infra/headers.ts';
import { askEverything, kinds } from './kinds-of-answers.ts';
import type { Kind } from './kinds-of-answers.ts';

/** The headers of every kind of answer, on one machine. test/infra/edge.ts finds the same in the evaluated stack. */
const answers = await askEverything();

function headersOf({ name }: Kind): Headers {
  const found = answers.get(name);
  if (!found) throw new Error(name);
  return found.answer.headers;
}

const policyOf = (kind: Kind): Map<string, string> =>
  new Map(
    (headersOf(kind).get('content-security-policy') ?? '').split('; ').map((line) => {
      const [directive = '', ...sources] = line.split(' ');
      return [directive, sources.join(' ')];
    }),
  );

const fixed = Object.entries(securityHeaders).filter(([name]) => name !== 'Content-Security-Policy');

describe.each(kinds)('$name ($status)', (kind) => {
  it('is what it should be', () => expect(answers.get(kind.name)?.answer.status).toBe(kind.status));

  it.each(fixed)('says %s: %s', (name, value) => expect(headersOf(kind).get(name)).toBe(value));

  it('says who may frame it and where its forms may go, and lets nothing inline run', () => {
    const policy = policyOf(kind);
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|data:|https?:|\*/);
    // A file's own policy, with the hashes of its styles, is in the page (test/architecture/site.test.ts).
    if (kind.by === 'file') expect(policy.get('object-src')).toBe("'none'");
    else expect(policy.get('default-src')).toBe("'none'");
  });

  it('is kept by nobody, unless it is a file that is the same for everybody', () => {
    if (kind.by !== 'file') expect(headersOf(kind).get('cache-control')).toBe('no-store');
    else expect(headersOf(kind).get('cache-control')).toMatch(/^public, max-age=/);
  });

  it('lets no other site read it, and tells no program by whom it is made', () => {
    const headers = headersOf(kind);
    for (const name of ['access-control-allow-origin', 'server', 'x-powered-by']) expect(headers.get(name)).toBeNull();
  });

  it('says when to come again, where that helps', () => {
    if ([429, 503].includes(kind.status)) expect(headersOf(kind).get('retry-after')).toMatch(/^\d+$/);
    else expect(headersOf(kind).get('retry-after')).toBeNull();
  });
});

it('pages and doors agree on who may frame them', () => expect(FRAME_ANCESTORS).toBe(frameAncestors));

it('asks for https for years, also below the name of the site, where nobody else lives', () => {
  expect(securityHeaders['Strict-Transport-Security']).toBe('max-age=63072000; includeSubDomains');
});
