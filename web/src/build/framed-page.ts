import { isLocale } from '#domain/requests/locale.ts';

/** Whether a built page has a twin that may stand in a frame: the triage, the guides and the forms. Never the desk, nor a case. */
export function hasTwin(path: string): boolean {
  const [, locale = '', below = ''] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
  return isLocale(locale) && /^((help|ask)\/([a-z-]+\/)*)?$/.test(below);
}

export const twinOf = (path: string): string => `/embed${path}`;

type Words = { readonly menu: string; readonly privacy: string; readonly open: string };

/** Puts something else in the place of what must be there once: a page that is built differently fails, and is not half changed. */
function instead(html: string, old: RegExp, fresh: string): string {
  if (!old.test(html)) throw new Error(`A page for a frame has no ${old.source}`);
  return html.replace(old, () => fresh);
}

/** A link goes on within the frame where the other page has a twin, and else opens a tab: no frame may show that page. */
function led(tag: string, before: string, address: string): string {
  const [path = ''] = address.split(/[?#]/);
  if (/^(#|mailto:|tel:)/.test(address)) return tag;
  return hasTwin(path) ? `<a${before}href="${twinOf(address)}"` : `<a${before}target="_blank" href="${address}"`;
}

/**
 * A page as it stands in a frame: of its head only the choice of a language stays, with a short foot that says who we are, with the script that tells its height.
 * Its forms say where their answer will be shown. `home` is the address of the page's language.
 */
export function framedPage(html: string, path: string, css: string, { menu, privacy, open }: Words): string {
  const [, line = ''] = /<footer>(<p>[^]*?<\/p>)/.exec(html) ?? [];
  const [languages = ''] = /<nav class="languages"[^]*?<\/nav>/.exec(html) ?? [];
  const [home = ''] = /^\/[^/]+\//.exec(path) ?? [];
  const own = `<a href="${path}" target="_blank">${open}</a><a href="${home}privacy/" target="_blank">${privacy}</a>`;
  const foot = `<footer>${line}<nav aria-label="${menu}">${own}</nav></footer>`;
  const head = `<meta name="robots" content="noindex"><style>${css}</style><script defer src="/scripts/framed.js"></script></head>`;
  const steps: readonly (readonly [RegExp, string])[] = [
    [/(?<=<html lang="[^"]*")>/, ' class="framed">'],
    [/<a class="skip"[^]*?<\/header>/, languages],
    [/<\/head>/, head],
  ];
  const bare = steps
    .reduce((page, [old, fresh]) => instead(page, old, fresh), html)
    // For search engines and for who shows a link: they read the page that has its own address.
    .replace(/<script type="application\/ld\+json">[^]*?<\/script>|<meta (property="og:|name="twitter:)[^>]*>/g, '')
    .replace(/<a\b([^>]*?)\bhref="([^"]*)"/g, led)
    .replace(/(<form\b[^>]*\baction="\/api\/requests\/[a-z-]+\?)/g, '$1framed&amp;');
  return instead(bare, /<footer>[^]*<\/footer>/, foot);
}
