import type { Given } from '#domain/requests/field.ts';
import type { Asked, HeaderValues } from './exchange.ts';

/** A request's body may be so large; the Router's firewall has the same number. */
export const MOST_BODY_BYTES = 64 * 1024;

export type BodyProblem = 'too-large' | 'unsupported' | 'not-utf-8' | 'not-json' | 'not-an-object';
export type Body = { readonly given: Given } | { readonly problem: BodyProblem };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether an answer should be a page for a person: a plain form post, or a browser that asks for HTML. */
export const wantsPage = (headers: HeaderValues): boolean =>
  isForm(headers) || (!isJson(headers) && (headers['accept'] ?? '').includes('text/html'));

const mediaType = (headers: HeaderValues): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
const isJson = (headers: HeaderValues): boolean => mediaType(headers) === 'application/json';
const isForm = (headers: HeaderValues): boolean => mediaType(headers) === 'application/x-www-form-urlencoded';

/** Reads a body as answers by name: JSON, or a plain form post. A field that comes twice is an array, and refused as such later. */
export function readBody({ headers, body }: Pick<Asked, 'headers' | 'body'>): Body {
  const json = isJson(headers);
  if (!json && !isForm(headers)) return { problem: 'unsupported' };
  if (Number(headers['content-length'] ?? 0) > MOST_BODY_BYTES) return { problem: 'too-large' };
  if (body.byteLength > MOST_BODY_BYTES) return { problem: 'too-large' };
  const text = decoded(body);
  if (text === undefined) return { problem: 'not-utf-8' };
  return json ? readJson(text) : { given: readForm(text) };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function readJson(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { given: value } : { problem: 'not-an-object' };
  } catch {
    return { problem: 'not-json' };
  }
}

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Percent signs that hide broken UTF-8 become the replacement character here, which no field accepts.
 * One pass: asking the form for each of its names in turn would take seconds for a body full of names.
 */
function readForm(text: string): Given {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const given = values.get(name);
    if (given) given.push(value);
    else values.set(name, [value]);
  }
  return Object.fromEntries([...values].map(([name, given]) => [name, given.length === 1 ? given[0] : given]));
}
