import type { Broker } from '#domain/broker/broker.ts';
import { brokerLine, brokerTagline } from '#domain/broker/words.ts';
import { localeNames } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import type { Framing } from '../headers.ts';
import { inLanguage } from '../languages.ts';
import { pageWords } from './words.ts';

export type OnPage = Framing & {
  readonly broker: Broker;
  readonly locale: Locale;
  /** The page's own address, where it can be read again in another language. A page that answers a form has none. */
  readonly here?: string;
};

/** The address of a page of the site; in a frame, of its twin that may stand there. */
export const pageAt = ({ locale, framedBy }: OnPage, path = ''): string =>
  `${framedBy ? '/embed' : ''}/${locale}/${path}`;

/** The same page in the broker's other languages, each named in itself. */
const otherLanguages = ({ broker, locale, here }: OnPage) =>
  here === undefined || broker.languages.length < 2
    ? ''
    : html`<nav class="languages" aria-label="${pageWords(locale).languages}">
        ${broker.languages.map((language) =>
          language === locale
            ? html`<span aria-current="true">${localeNames[language]}</span>`
            : html`<a href="${inLanguage(here, language)}" lang="${language}">${localeNames[language]}</a>`,
        )}
      </nav>`;

/** Only what a phone can dial. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** The site's mark; `web/src/components/Mark.astro` draws the same. */
const mark = (broker: Broker) =>
  broker.logo
    ? html`<img class="mark" src="${broker.logo}" alt="" height="40" />`
    : html`<svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
        <rect width="40" height="40" rx="10" fill="currentColor" />
        <path d="M9 28.5h22M9 20h15M9 11.5h8" stroke="var(--card)" stroke-width="4.5" stroke-linecap="round" />
      </svg>`;

const header = (on: OnPage) => html`
  <a class="skip" href="#main">${pageWords(on.locale).skip}</a>
  <header>
    ${otherLanguages(on)}
    <div class="bar">
      <a class="brand" href="/${on.locale}/"
        >${mark(on.broker)}<span>${on.broker.name}<small>${brokerTagline(on.locale)}</small></span></a
      >
      <a href="${telephone(on.broker.phone)}">${on.broker.phone}</a>
    </div>
  </header>
`;

function menu({ broker, locale }: OnPage) {
  const words = pageWords(locale);
  return html`
    <a href="/${locale}/">${words.home}</a><a href="/${locale}/help/">${words.help}</a
    ><a href="/${locale}/case/">${words.where}</a><a href="/${locale}/tools/">${words.tools}</a
    ><a href="/${locale}/privacy/">${words.privacy}</a><a href="mailto:${broker.email}">${broker.email}</a
    ><a href="${broker.website}">${new URL(broker.website).host}</a>
  `;
}

/** A frame shows no other page of ours: what is not made for it opens in a tab. */
const framedMenu = ({ locale }: OnPage) =>
  html`<a href="/${locale}/privacy/" target="_blank">${pageWords(locale).privacy}</a>`;

const footer = (on: OnPage) => html`
  <footer>
    <p>${brokerLine(on.locale, on.broker)}</p>
    <nav aria-label="${pageWords(on.locale).menu}">${on.framedBy ? framedMenu(on) : menu(on)}</nav>
  </footer>
`;

type Page = OnPage & {
  readonly title: string;
  readonly main: Html;
  /** The address of its one script; `scriptedPageHeaders` let it run. */
  readonly script?: string;
};

/** A whole page in the site's own look, for the pages that a door renders. Every value in it is escaped. In a frame only the choice of a language stays of its head. */
export function pageDocument({ title, main, script, ...on }: Page): string {
  const runs = on.framedBy ? '/scripts/framed.js' : script;
  return html`<!doctype html>
    <html lang="${on.locale}" ${on.framedBy ? html` class="framed"` : ''}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${on.broker.name}</title>
        <link rel="stylesheet" href="/styles/door.css" />
        <link rel="icon" href="/icon.svg" />
        ${runs === undefined ? '' : html`<script src="${runs}" defer></script>`}
      </head>
      <body>
        ${on.framedBy ? otherLanguages(on) : header(on)}
        <main id="main" tabindex="-1">${main}</main>
        ${footer(on)}
      </body>
    </html> `.source;
}
