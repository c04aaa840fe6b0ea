/** What the firewall itself says when it must refuse: words for a person, problem details for a script. At most 4 KB each. */
import { createHash } from 'node:crypto';
import { broker } from '../broker.config.ts';
import { frameAncestors, securityHeaders } from './headers.ts';
import { limits } from './limits.ts';

const minutes = Math.ceil(limits.windowSeconds / 60);
const kilobytes = limits.bodyBytes / 1024;

type Refusal = {
  readonly status: 429 | 413;
  readonly title: string;
  readonly detail: string;
  readonly whatToDo: string;
};

export const tooMany: Refusal = {
  status: 429,
  title: 'Please wait a few minutes',
  detail: 'Too many requests came from your internet connection in a short time.',
  whatToDo: `Nothing you typed is lost. Press Back, wait ${minutes} minutes, and send it again.`,
};

export const tooLarge: Refusal = {
  status: 413,
  title: 'Your request is too long',
  detail: `One request can hold ${kilobytes} KB of text, about 10,000 words.`,
  whatToDo: 'Nothing you typed is lost. Press Back, shorten the longest answer, and send it again.',
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** RFC 9457. The firewall can only label it application/json. */
export const asProblem = ({ status, title, detail, whatToDo }: Refusal) =>
  JSON.stringify({ type: 'about:blank', title, status, detail: `${detail} ${whatToDo}`, errors: [] });

const style = `
:root { color-scheme: light dark; --accent: ${escape(broker.colours.accent)}; --ink: #1c2326; --paper: #fff }
@media (prefers-color-scheme: dark) { :root { --accent: ${escape(broker.colours.accentDark)}; --ink: #e8eced; --paper: #14191b } }
body { margin: 0 auto; max-width: 36rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.25 }
a, header { color: var(--accent) }
header { font-weight: 600 }
footer { margin-top: 3rem; font-size: 0.95rem }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * CloudFront's header policy is not applied to what the firewall says, so the firewall says all of it: with Retry-After ten, the most
 * that AWS takes for one answer.
 */
export const refusalHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors ${frameAncestors()}`,
  'Cache-Control': 'no-store',
};

/** Stands alone: while the firewall refuses, no stylesheet could be fetched to help. */
export const asPage = ({ title, detail, whatToDo }: Refusal) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} - ${escape(broker.name)}</title>
<style>${style}</style>
</head>
<body>
<header>${escape(broker.name)}</header>
<main>
<h1>${escape(title)}</h1>
<p>${escape(detail)}</p>
<p><strong>${escape(whatToDo)}</strong></p>
<p>Or call us: <a href="tel:${escape(broker.phone.replace(/[^+\d]/g, ''))}">${escape(broker.phone)}</a></p>
</main>
<footer>${escape(broker.name)}, licensed customs broker no. ${escape(broker.licenceNumber)}. We are not CBP. You can apply at CBP without us. Never give us bank details, full Social Security numbers or passwords.</footer>
</body>
</html>
`;
