import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { frameAncestors as byDoors } from '../../functions/http/headers.ts';
import { embedHeaders, frameAncestors, isEmbedPath, securityHeaders } from '../../infra/headers.ts';
import { askEverything, kinds, mayBeFramed } from './kinds-of-answers.ts';
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

const names = Object.keys(securityHeaders).filter((name) => name !== 'Content-Security-Policy');
const fixedOf = ({ path }: Kind) => (isEmbedPath(path) ? embedHeaders() : securityHeaders);

describe.each(kinds)('$name ($status)', (kind) => {
  it('is what it should be', () => expect(answers.get(kind.name)?.answer.status).toBe(kind.status));

  it.each(names)('says %s', (name) => expect(headersOf(kind).get(name)).toBe(fixedOf(kind)[name]));

  it('says who may frame it and where its forms may go, and lets nothing inline run', () => {
    const policy = policyOf(kind);
    expect(policy.get('frame-ancestors')).toBe(
      mayBeFramed.includes(kind.name) ? 'https://www.harborpine.example' : "'none'",
    );
    policy.delete('frame-ancestors');
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

describe('who may frame a page', () => {
  it('is told alike by files and doors, and is nobody unless somebody is named', () => {
    for (const frame of [byDoors, frameAncestors]) {
      expect([frame(), frame([])]).toEqual(["'none'", "'none'"]);
      expect(frame(['https://a.example', 'https://b.example'])).toBe('https://a.example https://b.example');
    }
  });

  it('are the websites of the configuration; a browser that does not know them shows it nowhere', () => {
    expect(broker.embedOn).toEqual(['https://www.harborpine.example']);
    expect(embedHeaders()['Content-Security-Policy']).toContain('frame-ancestors https://www.harborpine.example;');
    expect(embedHeaders()['X-Frame-Options']).toBe('DENY');
  });

  it('differs from other files in nothing else, but that other websites may load it', () => {
    const differing = Object.keys(securityHeaders).filter((name) => embedHeaders()[name] !== securityHeaders[name]);
    expect(differing).toEqual(['Cross-Origin-Resource-Policy', 'Content-Security-Policy']);
    expect(embedHeaders()['Cross-Origin-Resource-Policy']).toBe('cross-origin');
  });

  it.each(['/embed.js', '/embed/en/', '/embed/en/index.html'])('may be somebody below %s', (path) => {
    expect(isEmbedPath(path)).toBe(true);
  });

  it.each(['/', '/en/', '/embed', '/embedded/', '/en/embed/', '/desk/', '/api/requests/sent/x', '/embed.json'])(
    'is nobody for the file %s',
    (path) => {
      expect(isEmbedPath(path)).toBe(false);
    },
  );
});

it('asks for https for years, also below the name of the site, where nobody else lives', () => {
  expect(securityHeaders['Strict-Transport-Security']).toBe('max-age=63072000; includeSubDomains');
});
