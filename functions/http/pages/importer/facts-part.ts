import type { Ending } from '#domain/importer-number/show.ts';
import { between } from '#domain/requests/locale.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import { saidIn } from '#domain/secrets/said.ts';
import { when } from '#domain/when.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import type { OnPage } from '../document.ts';
import { importerWords, numberWords } from './words.ts';

/** Which request this is, and what was said so far: never more of the number than its end. */
export function factsPart(on: OnPage, side: PublicSide): Html {
  const words = importerWords(on.locale);
  const shown = (ending: Ending) => numberWords(on, ending);
  const at = (time: string) => when(time, on.locale, on.broker.officeHours.timeZone);
  const facts: readonly (readonly [string, string])[] = [
    [words['facts.reference'], side.reference],
    [words['facts.type'], text(textsOf(on.locale, side.type), 'name')],
    [words['facts.company'], side.company],
    [
      words['facts.number'],
      [side.number, ...side.more.map(({ ending }) => ending)].map(shown).join(between[on.locale]),
    ],
    [words['facts.sent'], at(side.openedAt)],
    ...(side.completedAt === undefined ? [] : [[words['facts.completed'], at(side.completedAt)] as const]),
  ];
  return html`
    <section class="card">
      <h2>${words['facts.title']}</h2>
      <dl class="pairs">
        ${facts.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${side.messages.length === 0 ? '' : html`<h3>${words['facts.messages']}</h3>`}
      ${side.messages.map(
        (message) =>
          html`<blockquote>${saidIn(on.locale, message.text)}</blockquote>
            <p class="small">${at(message.at)}</p>`,
      )}
    </section>
  `;
}
