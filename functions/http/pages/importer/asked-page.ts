import { linkDays } from '#domain/case/links.ts';
import { fill } from '#domain/broker/words.ts';
import { html } from '#letters/markup.ts';
import { contact } from '../contact.ts';
import { pageDocument } from '../document.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';

/** After asking for a link: the same words for everybody, whether there is such a case or not. */
export function askedPage(on: OnPage): string {
  const words = importerWords(on.locale);
  return pageDocument({
    ...on,
    title: words['asked.title'],
    main: html`
      <h1>${words['asked.title']}</h1>
      <p class="lead">${words['asked.text']}</p>
      <p>${fill(words['asked.days'], { days: String(linkDays.case) })}</p>
      <p>${words['asked.nothing']}</p>
      <p>${words['asked.still']}</p>
      <p><a href="/${on.locale}/case/">${words['asked.again']}</a></p>
      ${contact(on)}
    `,
  });
}

/** A new link instead of an expired one. */
export function renewedPage(on: OnPage): string {
  const words = importerWords(on.locale);
  return pageDocument({
    ...on,
    title: words['renewed.title'],
    main: html`
      <h1>${words['renewed.title']}</h1>
      <p class="lead">${words['renewed.text']}</p>
      <p>${words['asked.still']}</p>
      ${contact(on)}
    `,
  });
}
