/**
 * Whose pages may show a door's page in a frame of theirs: nobody's. `infra/headers.ts` says the same of the static pages,
 * and a test that the two agree.
 */
export const FRAME_ANCESTORS = "'none'";

const policy = (...more: readonly string[]): string =>
  [
    "default-src 'none'",
    ...more,
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${FRAME_ANCESTORS}`,
  ].join('; ');

const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

/** What a page rendered by a door may load: our own stylesheet and pictures, nothing else. It never runs a script. */
export const pageHeaders: Readonly<Record<string, string>> = { ...page, 'content-security-policy': policy() };

/** The importer's pages may run one script file of ours, too: it copies a name and keeps what is being typed. They work without. */
export const scriptedPageHeaders: Readonly<Record<string, string>> = {
  ...page,
  'content-security-policy': policy("script-src 'self'"),
};

/**
 * What every answer of a door says unless it says something else: nobody keeps it, for it may be about somebody; and a
 * browser that is led to data as if it were a page loads and runs nothing of it.
 */
export const answerHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; frame-ancestors ${FRAME_ANCESTORS}; sandbox`,
};
