import type { Broker } from '#domain/broker/broker.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { wantsPage } from './body.ts';
import type { BodyProblem } from './body.ts';
import type { Answer, HeaderValues } from './exchange.ts';
import { headersOfPage } from './headers.ts';
import type { Framing } from './headers.ts';
import { plainPage } from './pages/plain-page.ts';
import { problemDetails } from './problem-details.ts';
import en from './text/trouble.en.json' with { type: 'json' };
import es from './text/trouble.es.json' with { type: 'json' };
import zhHans from './text/trouble.zh-Hans.json' with { type: 'json' };

/** Everything that can be wrong with a whole request, apart from its answers. */
export type Trouble =
  | BodyProblem
  | 'not-found'
  | 'wrong-method'
  | 'foreign-origin'
  | 'store'
  | 'store-read'
  | 'unexpected'
  | 'unexpected-read';

const statuses: Record<Trouble, number> = {
  'not-found': 404,
  'wrong-method': 405,
  'too-large': 413,
  unsupported: 415,
  'not-utf-8': 400,
  'not-json': 400,
  'not-an-object': 400,
  'foreign-origin': 400,
  store: 503,
  'store-read': 503,
  unexpected: 500,
  'unexpected-read': 500,
};

/** How soon to try again when the store fails: long enough for a hiccup to pass, short enough to wait for. */
const RETRY_AFTER_SECONDS = 10;

const headersOf = (trouble: Trouble): Record<string, string> => ({
  ...(statuses[trouble] === 503 && { 'retry-after': String(RETRY_AFTER_SECONDS) }),
  ...(trouble === 'wrong-method' && { allow: 'POST' }),
});

type Texts = Record<`${Trouble}.${'title' | 'text'}`, string>;
const texts: Record<Locale, Texts> = { en, es, 'zh-Hans': zhHans };

/** Trouble in words: a page for a person, problem details for a program. `id` is what a person can quote. */
export function answerTrouble(
  on: { readonly broker: Broker; readonly locale: Locale } & Framing,
  asked: HeaderValues,
  trouble: Trouble,
  id = '',
): Answer {
  const status = statuses[trouble];
  const title = texts[on.locale][`${trouble}.title`];
  const text = texts[on.locale][`${trouble}.text`].replace('{id}', () => id);
  const headers = headersOf(trouble);
  if (!wantsPage(asked)) return problemDetails(status, title, { detail: text, ...(id && { reference: id }) }, headers);
  return { status, headers: { ...headersOfPage(on), ...headers }, body: plainPage({ ...on, title, text }) };
}
