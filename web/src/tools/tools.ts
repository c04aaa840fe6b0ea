import type { NamePoint } from '#domain/company-name/check-name.ts';
import type { NameVerdict } from '#domain/company-name/verdict.ts';
import type { RoutingRefusal, RoutingWarning } from '#domain/routing-number/check.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { en } from './text/en.ts';
import { es } from './text/es.ts';
import { zhHans } from './text/zh-Hans.ts';

/** Every answer that the domain may give has words here: one without does not compile. */
type NameWords = Record<`js.${NameVerdict | `${NameVerdict}.title` | `point.${NamePoint['code']}`}`, string>;
type RoutingWords = Record<`js.refused.${RoutingRefusal}` | `js.warning.${RoutingWarning}`, string>;

type Texts = typeof en & { readonly 'company-name': NameWords; readonly 'routing-number': RoutingWords };

/** A language that lacks a text of a tool does not compile. */
const texts: Record<Locale, Texts> = { en, es, 'zh-Hans': zhHans };

export type ToolName = Exclude<keyof Texts, 'common'>;

/** The tools in the order of their list; each is a page and a script of this name. */
export const toolNames = [
  'importer-number',
  'company-name',
  'routing-number',
  'help-desk',
  'try-again',
] as const satisfies readonly ToolName[];

export const toolTexts = <Name extends keyof Texts>(locale: Locale, name: Name): Texts[Name] => texts[locale][name];

/** The words that a tool's script says: they lie in the page, so that it needs to fetch nothing. */
export const saidByScript = (words: Readonly<Record<string, string>>): (readonly [key: string, text: string])[] =>
  Object.entries(words).flatMap(([key, text]) => (key.startsWith('js.') ? [[key.slice(3), text] as const] : []));
