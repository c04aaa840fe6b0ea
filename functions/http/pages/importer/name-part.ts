import { spelled } from '#domain/company-name/spelled.ts';
import type { ToldName } from '#domain/requests/told-names.ts';
import { text } from '#domain/requests/texts.ts';
import type { Texts } from '#domain/requests/texts.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';

/** A name to type: every space shown, a button that copies it where there is script, and how to say it over the phone. */
export function namePart({ locale }: OnPage, { place, name, kind }: ToldName, texts: Texts): Html {
  const words = importerWords(locale);
  return html`
    <section class="card stub name">
      <h2>${text(texts, `name-on-file.${place}`)}${kind === undefined ? '' : ` (${kind})`}</h2>
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

/** The mark of a space is drawn by the stylesheet: who selects the name copies spaces. */
const withSpaces = (name: string): Html[] =>
  name.split(/( )/).map((piece) => (piece === ' ' ? html`<span class="space"> </span>` : html`${piece}`));
