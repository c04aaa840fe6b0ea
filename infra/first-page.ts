/**
 * Where the bare address leads: to the first page in the language that the browser prefers, of those the broker offers. It
 * is decided before any file is looked for, and nothing of it is kept.
 */
import { broker } from '../broker.config.ts';

/** Which tags of a browser a language serves; `zh-TW` and its like are written in other characters. */
const serves = { en: '^en', es: '^es', 'zh-Hans': '^zh(?!.*(tw|hk|mo|hant))' } as const;

const offered = broker.languages.map((language) => ({ language, tags: serves[language] }));

/** Runs in CloudFront's function, before the count. Browsers name what they prefer first; a weight changes nothing here. */
export const toFirstPage = `
  if (event.request.uri === "/") {
    const asked = event.request.headers["accept-language"];
    const tags = (asked ? asked.value : "").toLowerCase().split(",").slice(0, 20);
    const offered = ${JSON.stringify(offered)};
    let language = offered[0].language;
    search: for (const tag of tags) for (const one of offered) {
      if (new RegExp(one.tags).test(tag.trim())) { language = one.language; break search; }
    }
    return {
      statusCode: 302,
      statusDescription: "Found",
      headers: { location: { value: "/" + language + "/" }, "cache-control": { value: "no-store" } },
    };
  }`;

/** The same on one machine. */
export function firstPage(acceptLanguage: string): string {
  for (const tag of acceptLanguage.toLowerCase().split(',', 20)) {
    const found = offered.find(({ tags }) => new RegExp(tags).test(tag.trim()));
    if (found) return `/${found.language}/`;
  }
  return `/${broker.languages[0]}/`;
}
