const policy = (...more: readonly string[]): string =>
  [
    "default-src 'none'",
    ...more,
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const page = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

/** What a page rendered by a door may load: our own stylesheet and pictures, nothing else. It never runs a script. */
export const pageHeaders: Readonly<Record<string, string>> = { ...page, 'content-security-policy': policy() };

/** The importer's pages may run one script file of ours, too: it copies a name and keeps what is being typed. They work without. */
export const scriptedPageHeaders: Readonly<Record<string, string>> = {
  ...page,
  'content-security-policy': policy("script-src 'self'"),
};
