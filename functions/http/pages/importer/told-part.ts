import { outcomeTexts, outcomeWords, outcomeWordsFor } from '#domain/requests/outcome-texts.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { toldNames, toldNumbers, toldSteps } from '#domain/requests/told-names.ts';
import { isMoment, when } from '#domain/when.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { telephone } from '../document.ts';
import type { OnPage } from '../document.ts';
import { namePart, numberPart } from './name-part.ts';
import { importerWords } from './words.ts';

type End = NonNullable<PublicSide['end']>;

/** What CBP answered or what became of it, as something to type or to do. The letter says the same, from the same words. */
export function toldPart(on: OnPage, side: PublicSide, end: End): Html {
  const words = importerWords(on.locale);
  const texts = outcomeTexts(on.locale, side.type);
  const fills = fillsOf(on, side, end.values);
  const { text, next } = outcomeWordsFor(outcomeWords(on.locale, side.type, end), fills);
  const names = toldNames(end);
  const numbers = toldNumbers(end);
  const own = toldSteps(end);
  return html`
    <p class="lead">${filled(text, fills)}</p>
    ${names.map((told) => namePart(on, told, end.code, texts))}
    ${numbers.map((told) => numberPart(on, side, told, end.code, texts))}
    ${names.length + numbers.length > 0 ? html`<p class="small">${words['name.spaces']}</p>` : ''}
    ${
      end.words === undefined
        ? ''
        : html`<h2>${words['told.words']}</h2>
            <blockquote>${end.words}</blockquote>`
    }
    ${
      next.length + own.length === 0
        ? ''
        : steps(words['told.next'], [...own, ...next.map((step) => filled(step, fills))])
    }
    ${end.code === 'declined' || end.code === 'closed' ? '' : html`<p class="small">${texts['checked'] ?? ''}</p>`}
  `;
}

/** An answer by which the case went on as another request: told with the words of the one it was. */
export function turnedPart(on: OnPage, side: PublicSide, from: RequestTypeName, code: string): Html {
  const end = { code, values: {} };
  const { text } = outcomeWords(on.locale, from, end);
  return html`<p>${filled(text, fillsOf(on, side, {}))}</p>`;
}

type Fills = Readonly<Record<string, string | Html | undefined>>;

function fillsOf({ broker, locale }: OnPage, side: PublicSide, values: End['values']): Fills {
  const { powerOfAttorneyLink: page } = broker;
  const said = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    isMoment(value) ? when(value, locale, broker.officeHours.timeZone) : value,
  ]);
  return {
    ...Object.fromEntries(said),
    ...(side.newEmail !== undefined && { newEmail: html`<b class="code">${side.newEmail}</b>` }),
    ...(page !== undefined && { powerOfAttorneyLink: link(page, page) }),
    broker: broker.name,
    phone: link(telephone(broker.phone), broker.phone),
  };
}

const link = (href: string, text: string): Html => html`<a href="${href}">${text}</a>`;

/** What a member wrote is text, whatever it looks like; only our own words make links. */
const steps = (title: string, all: readonly (string | Html[])[]): Html => html`
  <h2>${title}</h2>
  <ol class="steps">
    ${all.map((step) => html`<li>${step}</li>`)}
  </ol>
`;

/** A place to fill, or an address in our own words. What fills a place is never looked at for addresses. */
const places = /(\{\w+\}|https:\/\/\S*[^\s.,;:?!)]|[\w.-]+@[\w-]+(?:\.[\w-]+)+)/;

const filled = (text: string, fills: Fills): Html[] =>
  text.split(places).map((piece, at) => {
    if (at % 2 === 0) return html`${piece}`;
    if (piece.startsWith('{')) return html`${fills[piece.slice(1, -1)] ?? ''}`;
    return link(piece.includes('@') ? `mailto:${piece}` : piece, piece);
  });
