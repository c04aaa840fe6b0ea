import { spelled } from '#domain/company-name/spelled.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { nameOfNumber } from '#domain/requests/numbers.ts';
import type { ToldName, ToldNumber } from '#domain/requests/told-names.ts';
import { text } from '#domain/requests/texts.ts';
import type { Texts } from '#domain/requests/texts.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import type { OnPage } from '../document.ts';
import { importerWords, numberWords } from './words.ts';

/** A name to type: every space shown, a button that copies it where there is script, and how to say it over the phone. */
export function namePart({ locale }: OnPage, { place, name, kind }: ToldName, code: string, texts: Texts): Html {
  const words = importerWords(locale);
  return html`
    <section class="card stub name">
      <h2>${text(texts, `${code}.${place}`)}${kind === undefined ? '' : ` (${kind})`}</h2>
      <p class="typed" translate="no">${withSpaces(name)}</p>
      <button
        type="button"
        class="button plain"
        data-copy="${name}"
        data-copied="${words['name.copied']}"
        aria-live="polite"
        hidden
      >
        ${words['name.copy']}
      </button>
      <details>
        <summary>${words['name.spelled']}</summary>
        <ol class="spelled">
          ${spelled(name, locale).map(({ letter, word }) => html`<li><b class="code">${letter}</b> ${word}</li>`)}
        </ol>
      </details>
    </section>
  `;
}

/** One of several numbers, by its end: its names to type, or what CBP's answer shows in their place. */
export function numberPart(on: OnPage, side: PublicSide, told: ToldNumber, code: string, texts: Texts): Html {
  const ending = told.nth === 1 ? side.number : side.more.find(({ name }) => name === nameOfNumber(told.nth))?.ending;
  return html`
    <h2>${ending ? numberWords(on, ending) : ''}</h2>
    ${
      told.names.length > 0
        ? told.names.map((name) => namePart(on, name, code, texts))
        : html`<p>${text(texts, `${code}.${told.result}`)}</p>`
    }
  `;
}

/** The mark of a space is drawn by the stylesheet: who selects the name copies spaces. */
const withSpaces = (name: string): Html[] =>
  name.split(/( )/).map((piece) => (piece === ' ' ? html`<span class="space"> </span>` : html`${piece}`));
