import type { DeskProblemCode } from '#domain/desk/caller.ts';
import type { Answer, HeaderValues } from '../exchange.ts';
import { pageHeaders } from '../headers.ts';
import { problemDetails } from '../problem-details.ts';
import english from './text/problems.en.json' with { type: 'json' };

/**
 * What a desk route says: data that fits its schema, a file, or a problem. The door never answers 403: CloudFront shows
 * the page for a missing file instead of it. RFC 9110 gives 401 to credentials that are not enough, too.
 */
export type DeskAnswer<Out> =
  | { readonly ok: Out; readonly cookies?: readonly string[] }
  | PageAnswer
  | { readonly goTo: string; readonly cookies?: readonly string[] }
  | { readonly file: { readonly name: string; readonly type: string; readonly body: string } }
  | DeskTrouble;

/** A page that the door renders, for a browser that comes without the desk's own pages. */
export type PageAnswer = {
  readonly page: string;
  readonly status: number;
  /** Where the browser goes on to by itself. */
  readonly refresh?: string;
  readonly cookies?: readonly string[];
};

export type DeskTrouble = {
  readonly problem: DeskProblemCode;
  /** Words instead of the usual ones. */
  readonly detail?: string;
  /** What the page needs beside the words. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly cookies?: readonly string[];
};

const statuses: Record<DeskProblemCode, number> = {
  'sign-in': 401,
  'second-factor': 401,
  'licensed-only': 401,
  'foreign-origin': 400,
  'not-found': 404,
  input: 422,
  moved: 409,
  refused: 422,
};

/** The desk speaks English: its readers are the broker's own people. */
const words: Record<`${DeskProblemCode}.${'title' | 'text'}`, string> = english;

const private_: HeaderValues = { 'cache-control': 'no-store' };

export function deskAnswer<Out>(said: DeskAnswer<Out>): Answer {
  if ('problem' in said) return troubleAnswer(said);
  if ('page' in said) return pageAnswer(said);
  if ('goTo' in said) {
    const headers = { ...private_, location: said.goTo };
    return { status: 303, headers, ...(said.cookies && { cookies: said.cookies }), body: '' };
  }
  if ('file' in said) {
    const { name, type, body } = said.file;
    return {
      status: 200,
      headers: { ...private_, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
      body,
    };
  }
  return {
    status: 200,
    headers: { ...private_, 'content-type': 'application/json' },
    ...(said.cookies && { cookies: said.cookies }),
    body: JSON.stringify(said.ok),
  };
}

function pageAnswer({ page, status, refresh, cookies }: PageAnswer): Answer {
  const headers = { ...pageHeaders, ...(refresh !== undefined && { refresh: `0; url=${refresh}` }) };
  return { status, headers, ...(cookies && { cookies }), body: page };
}

function troubleAnswer({ problem, detail, more = {}, cookies }: DeskTrouble): Answer {
  const status = statuses[problem];
  const answer = problemDetails(
    status,
    words[`${problem}.title`],
    { detail: detail ?? words[`${problem}.text`], code: problem, ...more },
    // RFC 9110 wants a 401 to name a way in. No browser knows this one, so that none asks for a password.
    status === 401 ? { 'www-authenticate': 'Desk' } : {},
  );
  return cookies ? { ...answer, cookies } : answer;
}
