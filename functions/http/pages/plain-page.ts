import { html } from '#letters/markup.ts';
import { contact } from './contact.ts';
import { pageAt, pageDocument } from './document.ts';
import type { OnPage } from './document.ts';
import { pageWords } from './words.ts';

/** One thing to say, in a title and a sentence or two, and who to call: for 404, 413, 415, 429 and 503. */
export const plainPage = ({ title, text, ...on }: OnPage & { readonly title: string; readonly text: string }): string =>
  pageDocument({
    ...on,
    title,
    main: html`
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a class="button" href="${pageAt(on)}">${pageWords(on.locale).home}</a></p>
      ${contact(on)}
    `,
  });
