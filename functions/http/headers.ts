/**
 * Whose pages may show a door's page in a frame of theirs: nobody's, unless they are named. `infra/headers.ts` says the same
 * of the static pages, and a test that the two agree.
 */
export const frameAncestors = (origins: readonly string[] = []): string => origins.join(' ') || "'none'";

const policy = (more: readonly string[] = [], framedBy?: readonly string[]): string =>
  [
    "default-src 'none'",
    ...more,
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors(framedBy)}`,
  ].join('; ');

const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

/** What a page rendered by a door may load: our own stylesheet and pictures, nothing else. It never runs a script. */
export const pageHeaders: Readonly<Record<string, string>> = { ...page, 'content-security-policy': policy() };

/** The importer's pages may run one script file of ours, too: it copies a name and keeps what is being typed. They work without. */
export const scriptedPageHeaders: Readonly<Record<string, string>> = {
  ...page,
  'content-security-policy': policy(["script-src 'self'"]),
};

/** On what a page is shown: by itself, or in a frame that the pages of these origins may hold. */
export type Framing = { readonly framedBy?: readonly string[] | undefined };

/** A page in a frame runs one script file of ours: it tells the page around it how high it is. */
export const headersOfPage = ({ framedBy }: Framing): Readonly<Record<string, string>> =>
  framedBy ? { ...page, 'content-security-policy': policy(["script-src 'self'"], framedBy) } : pageHeaders;

/**
 * What every answer of a door says unless it says something else: nobody keeps it, for it may be about somebody; and a
 * browser that is led to data as if it were a page loads and runs nothing of it.
 */
export const answerHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; frame-ancestors ${frameAncestors()}; sandbox`,
};
