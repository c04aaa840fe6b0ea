import { fill } from '#domain/broker/words.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { telephone } from '../document.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';

/** Whoever reads this came by a link that did arrive, once: later letters did not, and only a call mends that. */
export function unreachedPart({ broker, locale }: OnPage, { unreached, reference }: PublicSide): Html | '' {
  if (!unreached) return '';
  const words = importerWords(locale);
  return html`<section class="card bad" aria-labelledby="unreached">
    <h2 id="unreached">${words['unreached.title']}</h2>
    <p>${fill(words['unreached.text'], { reference })}</p>
    <p class="lead"><a href="${telephone(broker.phone)}">${broker.phone}</a></p>
    <p>${words['unreached.then']}</p>
  </section>`;
}
