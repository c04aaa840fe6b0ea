import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createHash } from 'node:crypto';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.ics': 'text/calendar; charset=utf-8',
};

type Headers = Readonly<Record<string, string>>;
type File = {
  readonly headers: Headers;
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly tag: string;
};

const allowed = 'GET, HEAD, OPTIONS';

/**
 * The built site as CloudFront serves it: index pages, 404.html with 404, compression, security headers, cached by content.
 * Which headers says the file that is found, not the address that was asked for: that can be written in many ways.
 */
export function staticSite(folder: string, headersOf: (path: string) => Headers) {
  // By the file, not by the address that was asked for: there are only so many.
  const kept = new Map<string, File>();
  const file = (path: string): File | undefined => {
    const full = fileOf(folder, path);
    const found =
      full === undefined ? undefined : (kept.get(full) ?? load(full, headersOf(`/${relative(folder, full)}`)));
    if (full !== undefined && found) kept.set(full, found);
    return found;
  };

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!allowed.split(', ').includes(request.method ?? '')) return refuseMethod(request, response, headersOf('/'));
    const path = pathOf(request.url ?? '/');
    const found = path && (file(path) ?? file(`${path.replace(/\/$/, '')}/index.html`));
    const served = found ?? file('/404.html');
    if (!served)
      return void response.writeHead(404, { ...headersOf('/'), 'content-type': 'text/plain' }).end('Not found');
    const compressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const cache = path?.startsWith('/_astro/')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate';
    const common = { ...served.headers, 'cache-control': cache, etag: served.tag, vary: 'accept-encoding' };
    if (found && request.headers['if-none-match'] === served.tag) return void response.writeHead(304, common).end();
    response.writeHead(found ? 200 : 404, {
      ...common,
      'content-type': served.type,
      ...(compressed && { 'content-encoding': 'br' }),
    });
    response.end(request.method === 'HEAD' ? undefined : compressed ? served.brotli : served.plain);
  };
}

/** No page takes a post. RFC 9110 has 405 for that; CloudFront refuses it too, with 403 "Invalid method". */
function refuseMethod(request: IncomingMessage, response: ServerResponse, headers: Headers) {
  response.writeHead(405, { ...headers, allow: allowed, 'cache-control': 'no-store' }).end();
  request.resume();
}

/** The file of a path; nothing when there is none, or when its name begins with a dot: such a file is the build's own. */
function fileOf(folder: string, path: string): string | undefined {
  const inside = normalize(decoded(path));
  const full = join(folder, inside);
  const isInside = full.startsWith(join(folder, '/')) && !/\0|[\\/]\./.test(inside);
  return isInside && isFile(full) ? full : undefined;
}

function load(full: string, headers: Headers): File {
  const plain = readFileSync(full);
  const tag = `"${createHash('sha256').update(plain).digest('hex').slice(0, 16)}"`;
  return {
    headers,
    type: types[extname(full)] ?? 'application/octet-stream',
    plain,
    brotli: brotliCompressSync(plain),
    tag,
  };
}

/** The path that was asked for; nothing when it is no address, such as `//`. */
const pathOf = (asked: string): string | undefined =>
  URL.canParse(asked, 'http://localhost') ? new URL(asked, 'http://localhost').pathname : undefined;

/** A name that the file system does not take (too long, say) is no file either: it must not end the process. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
