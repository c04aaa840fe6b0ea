import { createHash } from 'node:crypto';
import { broker } from '../../../broker.config.ts';
import { isLocale, locales } from '../../../functions/domain/requests/locale.ts';
import { requestTypeNames } from '../../../functions/domain/requests/registry.ts';
import { html, ours } from '../../../functions/letters/markup.ts';
import { embedTag } from './tag.ts';

/** What the tag can show, for its reader to try; any other page that may stand in a frame works as well. */
const shows = ['triage', 'help', 'help/apply', ...requestTypeNames.map((type) => `ask/${type}`)];
const languages = broker.languages.filter(isLocale);

const style = `
body { margin: 0; font: 1rem/1.6 Georgia, serif; color: #2b2118; background: #fbf7f0 }
header, footer { background: #5a3e28; color: #fff; padding: 1rem 5% }
nav, main { padding: 1rem 5%; max-width: 60rem; margin: 0 auto }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem }
a { color: #7a4a1f } a[aria-current] { font-weight: bold }
pre { overflow: auto; padding: 1rem; background: #fff; border: 1px solid #d9cbb8 }
`;

/** As strict as a website can be that has the tag: no inline script, no inline style but its own, nothing of ours but these two. */
const policyFor = (site: string): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src ${site}`,
    `frame-src ${site}`,
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  ].join('; ');

export type OtherPage = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** A page of a website that is not ours, at `/{language}/{what is shown}`; nothing where it has none. */
export function otherPage(path: string, site: string): OtherPage | undefined {
  const [, language = locales[0], show = 'triage'] = /^\/([^/]+)\/([a-z/-]+)$/.exec(path) ?? [];
  if (!isLocale(language) || (path !== '/' && path !== `/${language}/${show}`)) return undefined;
  const link = (locale: string, name: string) =>
    html`<a href="/${locale}/${name}" ${locale === language && name === show ? ours(' aria-current="page"') : ''}
      >${locale} ${name}</a
    > `;
  const { source } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Another website</title>
        ${ours(`<style>${style}</style>`)}
      </head>
      <body>
        <header>Another website, of the same broker: ${broker.name}</header>
        <nav>${languages.flatMap((locale) => shows.map((name) => link(locale, name)))}</nav>
        <main>
          <h1>Refunds from CBP</h1>
          <p>This page is not part of the help site. What follows stands here in a frame, from ${site}.</p>
          ${ours(embedTag(site, show, language))}
          <h2>The tag for your own website</h2>
          <p>
            Name its origin in <code>embedOn</code> of <code>broker.config.ts</code>, deploy, and paste this where the
            frame shall be:
          </p>
          <pre>${embedTag(`https://${broker.siteDomain}`, show, language)}</pre>
        </main>
        <footer>The end of the other website</footer>
      </body>
    </html>`;
  return {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyFor(site) },
    body: source,
  };
}
