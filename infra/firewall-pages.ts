/** What the firewall itself says when it must refuse: words for a person, problem details for a script. At most 4 KB each. */
import { createHash } from 'node:crypto';
import { broker } from '../broker.config.ts';
import { brokerLine } from '../functions/domain/broker/words.ts';
import type { Locale } from '../functions/domain/requests/locale.ts';
import { frameAncestors, securityHeaders } from './headers.ts';
import { limits } from './limits.ts';
import en from './text/refusals.en.json' with { type: 'json' };
import es from './text/refusals.es.json' with { type: 'json' };
import zhHans from './text/refusals.zh-Hans.json' with { type: 'json' };

const texts = { en, es, 'zh-Hans': zhHans } satisfies Record<Locale, typeof en>;
const fills: Readonly<Record<string, string>> = {
  minutes: String(Math.ceil(limits.windowSeconds / 60)),
  kilobytes: String(limits.bodyBytes / 1024),
};
const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => fills[name] ?? whole);

type Refusal = { readonly status: 429 | 413; readonly says: 'tooMany' | 'tooLarge' };
export const tooMany: Refusal = { status: 429, says: 'tooMany' };
export const tooLarge: Refusal = { status: 413, says: 'tooLarge' };

/** Nobody knows here which language its reader reads, so the page says it in each. */
const wordsOf = ({ says }: Refusal, language: Locale) => ({
  title: filled(texts[language][`${says}.title`]),
  detail: filled(texts[language][`${says}.detail`]),
  whatToDo: filled(texts[language][`${says}.whatToDo`]),
  call: texts[language].call,
});

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** RFC 9457. The firewall can only label it application/json. */
export function asProblem(refusal: Refusal): string {
  const { title, detail, whatToDo } = wordsOf(refusal, 'en');
  return JSON.stringify({
    type: 'about:blank',
    ...{ title, status: refusal.status, detail: `${detail} ${whatToDo}`, errors: [] },
  });
}

const style = `
:root { color-scheme: light dark; --accent: ${escape(broker.colours.accent)}; --ink: #1c2326; --paper: #fff }
@media (prefers-color-scheme: dark) { :root { --accent: ${escape(broker.colours.accentDark)}; --ink: #e8eced; --paper: #14191b } }
body { margin: 0 auto; max-width: 36rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.25 }
a, header { color: var(--accent) }
header { font-weight: 600 }
section { margin-bottom: 3rem }
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

function section(refusal: Refusal, language: Locale): string {
  const { title, detail, whatToDo, call } = wordsOf(refusal, language);
  return `<section lang="${language}">
<h1>${escape(title)}</h1>
<p>${escape(detail)} <strong>${escape(whatToDo)}</strong></p>
<p>${escape(call)} <a href="tel:${escape(broker.phone.replace(/[^+\d]/g, ''))}">${escape(broker.phone)}</a></p>
<p><small>${escape(brokerLine(language, broker))}</small></p>
</section>`;
}

/** Stands alone: while the firewall refuses, no stylesheet could be fetched to help. */
export const asPage = (refusal: Refusal): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(wordsOf(refusal, 'en').title)} - ${escape(broker.name)}</title>
<style>${style}</style>
</head>
<body>
<header>${escape(broker.name)}</header>
<main>
${broker.languages.map((language) => section(refusal, language)).join('\n')}
</main>
</body>
</html>
`;
