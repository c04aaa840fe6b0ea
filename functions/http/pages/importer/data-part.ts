import { fill } from '#domain/broker/words.ts';
import { ERASE_WITHIN_DAYS, erasureDue } from '#domain/case/moves/ask-erasure.ts';
import { when } from '#domain/when.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';

/** What we have about somebody: to take along, and to ask that it be deleted. The same words whatever the desk thinks of the request. */
export function dataPart(on: OnPage, side: PublicSide, at: string): Html {
  const words = importerWords(on.locale);
  return html`
    <section class="card own">
      <h2>${words['data.title']}</h2>
      <p>${words['data.text']}</p>
      <p><a href="${at}/data" download="request-${side.reference}.json">${words['data.take']}</a></p>
      ${side.erasureAskedAt === undefined ? askPart(on, at) : askedPart(on, side.erasureAskedAt)}
    </section>
  `;
}

const askPart = (on: OnPage, at: string): Html => {
  const words = importerWords(on.locale);
  return html`
    <h3>${words['erasure.title']}</h3>
    <p>${words['erasure.decides']}</p>
    <p>${words['erasure.kept']}</p>
    <p>${fill(words['erasure.else'], { days: String(ERASE_WITHIN_DAYS) })}</p>
    <form class="stub" method="post" action="${inLanguage(`${at}/erasure`, on.locale)}">
      <p><button type="submit" class="button plain">${words['erasure.button']}</button></p>
    </form>
  `;
};

const askedPart = ({ broker, locale }: OnPage, askedAt: string): Html => {
  const words = importerWords(locale);
  const due = when(erasureDue(askedAt), locale, broker.officeHours.timeZone);
  return html`
    <h3>${words['erasure.asked.title']}</h3>
    <p>${fill(words['erasure.asked.due'], { due })}</p>
    <p>${words['erasure.kept']}</p>
  `;
};
