import { isLocale } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';
import type { App, Asked } from './exchange.ts';

/** The address with the language that its answer is wanted in: our own pages always say it. */
export const inLanguage = (address: string, locale: Locale): string =>
  `${address}${address.includes('?') ? '&' : '?'}lang=${locale}`;

/** The language that the page said, which was read in it. */
export function saidLanguage({ query }: Pick<Asked, 'query'>): Locale | undefined {
  const said = new URLSearchParams(query).get('lang');
  return isLocale(said) ? said : undefined;
}

/** `zh-CN` is written in simplified characters, `zh-TW` is not (CLDR's likely subtags). */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
}

/** `es-MX` is Spanish. Only a language that is offered in one script needs the tables, which take a cold door 3 ms to open. */
function isIn(tag: string, locale: Locale): boolean {
  const [language, script] = locale.split('-');
  return tag.split('-', 1)[0]?.toLowerCase() === language && (script === undefined || scriptOf(tag) === script);
}

/** What a browser prefers, the most wanted first (RFC 9110, 12.5.4). */
const wantedBy = (accept: string): string[] =>
  accept
    .split(',', 20)
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.split(';').map((piece) => piece.trim());
      return { tag, weight: Number(q.replace('q=', '')) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);

/** The language of an answer: the one that the page said, else the one that the browser prefers, else the broker's first. */
export function languageOf(asked: Pick<Asked, 'query' | 'headers'>, offered: readonly [Locale, ...Locale[]]): Locale {
  const said = saidLanguage(asked);
  if (said !== undefined && offered.includes(said)) return said;
  for (const tag of wantedBy(asked.headers['accept-language'] ?? '')) {
    const found = offered.find((locale) => isIn(tag, locale));
    if (found) return found;
  }
  return offered[0];
}

/** A door that answers in the language that is wanted: one app for each, made when it is first asked for. */
export function inEachLanguage(offered: readonly [Locale, ...Locale[]], appIn: (locale: Locale) => App): App {
  const apps = new Map<Locale, App>();
  return (asked) => {
    const locale = languageOf(asked, offered);
    const app = apps.get(locale) ?? appIn(locale);
    apps.set(locale, app);
    return app(asked);
  };
}
