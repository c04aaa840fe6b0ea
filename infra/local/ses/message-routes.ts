import { json, problem, type Answer } from './http.ts';
import type { MailStore } from './mail-store.ts';

interface Ask {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The `ETag` that the asker already holds. */
  known: string | undefined;
}

/**
 * Cookies cross ports, so a mail's HTML must never run in an origin that a session may belong to: the
 * sandbox gives it an origin of its own without script, and it may load nothing from the network.
 */
export const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

export const answerMessages = async (ask: Ask, store: MailStore): Promise<Answer> => {
  const [id = '', part] = ask.path.slice('/messages/'.length).split('/');
  if (ask.method === 'DELETE' && !id) {
    await store.clear();
    return { status: 204, type: 'text/plain', body: '' };
  }
  if (ask.method !== 'GET') return problem(405, 'GET, or DELETE for all of them, only.', { allow: 'GET, DELETE' });
  return id ? answerOne(id, part, store) : answerAll(ask, store);
};

/** All of them, or the `limit` newest. The tag lets a page that asks every second get nothing when there is nothing new. */
const answerAll = async ({ query, known }: Ask, store: MailStore): Promise<Answer> => {
  const limit = Number(query.get('limit') ?? Infinity);
  if (!(limit >= 0)) return problem(400, 'limit must be a number of messages.');
  const headers = { etag: `"${store.revision()}-${limit}"`, 'x-total-count': String(store.size()) };
  if (known === headers.etag) return { status: 304, type: 'application/json', body: '', headers };
  return json(await store.list(limit), 200, headers);
};

const answerOne = async (id: string, part: string | undefined, store: MailStore): Promise<Answer> => {
  const mail = await store.find(id);
  const gone = problem(404, 'There is no such message.');
  if (!mail) return gone;
  switch (part) {
    case undefined:
      return json(mail);
    case 'html':
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: openLinksOutside(mail.html),
        headers: { 'content-security-policy': mailPolicy },
      };
    case 'raw':
      return {
        status: 200,
        type: 'text/plain; charset=utf-8',
        body: (await store.raw(id)) ?? '',
        headers: rawHeaders(id),
      };
    default:
      return gone;
  }
};

const rawHeaders = (id: string) => ({
  'content-security-policy': "sandbox; default-src 'none'",
  'content-disposition': `inline; filename="${id}.eml"`,
});

/** A link in a mail opens a tab of its own, as in a mail program, and not inside the frame. */
const openLinksOutside = (html: string): string => {
  const start = /<head\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = start ? start.index + start[0].length : 0;
  return `${html.slice(0, at)}<base target="_blank">${html.slice(at)}`;
};
