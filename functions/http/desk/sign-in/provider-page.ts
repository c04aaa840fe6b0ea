import type { TripRefusal } from '#casework/sign-in/provider-trip.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { pageDocument } from '../../pages/document.ts';
import words from './text/provider.en.json' with { type: 'json' };

/** English, as all of the desk. */
const page = (broker: Broker, title: string, text: string, next: Html): string =>
  pageDocument({
    broker,
    locale: 'en',
    title,
    main: html`
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p>${next}</p>
    `,
  });

/** Goes on to the desk by itself: the new cookie is not sent on a way that the provider's site began. */
export const signedInPage = (broker: Broker): string =>
  page(broker, words['in.title'], words['in.text'], html`<a class="button" href="/desk/">${words['in.go']}</a>`);

export const notSignedInPage = (broker: Broker, refused: TripRefusal): string =>
  page(
    broker,
    words[`${refused}.title`],
    words[`${refused}.text`],
    html`<a class="button" href="/desk/sign-in/">${words['out.again']}</a>`,
  );
