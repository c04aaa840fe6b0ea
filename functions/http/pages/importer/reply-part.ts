import { fill } from '#domain/broker/words.ts';
import { MOST_REPLY } from '#domain/case/moves/importer-moves.ts';
import { when } from '#domain/when.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import type { OnPage } from '../document.ts';
import { describedBy, invalidIf, problemBeside } from './problem-list.ts';
import type { BoxProblem } from './problem-list.ts';
import { importerWords } from './words.ts';

type Box = { readonly name: string; readonly label: Html | string; readonly typed: string; readonly problem?: string };

export type Typed = Readonly<Record<string, string>>;

/** The team's questions with a box for each, and a box for anything else: one form, so that one press sends all of it. */
export function replyPart(
  on: OnPage,
  side: PublicSide,
  action: string,
  typed: Typed,
  problems: readonly BoxProblem[],
): Html {
  const words = importerWords(on.locale);
  const open = side.questions.filter(({ answer }) => !answer);
  const box = (name: string, label: string) => {
    const problem = problems.find(({ field }) => field === name)?.message;
    return boxOf(on, { name, label, typed: typed[name] ?? '', ...(problem !== undefined && { problem }) });
  };
  return html`
    ${side.questions.length === 0 ? '' : html`<h2>${words['questions.title']}</h2>`}
    ${side.questions.filter(({ answer }) => answer).map((question) => answered(on, question))}
    ${open.length === 0 ? html`<h2>${words['message.title']}</h2>` : ''}
    <form class="card" method="post" action="${action}" data-keep="${side.reference}">
      ${open.map(
        ({ id, at, text }) =>
          html`<blockquote id="${id}-asked">${text}</blockquote>
            <p class="small">${fill(words['questions.at'], { at: timeOf(on, at) })}</p>
            ${box(id, words['questions.answer'])}`,
      )}
      ${box('text', open.length === 0 ? words['message.label'] : words['message.also'])}
      <button class="button">${words['message.send']}</button>
    </form>
  `;
}

const timeOf = ({ broker, locale }: OnPage, at: string): string => when(at, locale, broker.officeHours.timeZone);

function answered(on: OnPage, { at, text, answer }: PublicSide['questions'][number]): Html {
  const words = importerWords(on.locale);
  return html`<section class="card">
    <blockquote>${text}</blockquote>
    <p class="small">${fill(words['questions.at'], { at: timeOf(on, at) })}</p>
    <p class="small">${fill(words['questions.answered'], { at: timeOf(on, answer?.at ?? at) })}</p>
    <p class="said">${answer?.text ?? ''}</p>
  </section>`;
}

function boxOf({ locale }: OnPage, { name, label, typed, problem }: Box): Html {
  const wrong = problem !== undefined;
  return html`<div class="ask">
    <label for="${name}">${label}</label>
    <p class="hint" id="${name}-hint">${importerWords(locale)['message.hint']}</p>
    ${problemBeside(name, problem)}
    <textarea
      id="${name}"
      name="${name}"
      rows="4"
      maxlength="${String(MOST_REPLY)}"
      ${describedBy(name, true, wrong)}${invalidIf(wrong)}
    >
${typed}</textarea>
  </div>`;
}

/** A case that has ended takes nothing more. What was typed meanwhile is still there to be copied. */
export function overPart(on: OnPage, typed: Typed): Html {
  const words = importerWords(on.locale);
  const unsent = Object.values(typed).filter((text) => text.trim() !== '');
  return html`
    ${
      unsent.length === 0
        ? ''
        : html`<div class="ask">
            <label for="unsent">${words['message.unsent']}</label>
            <textarea id="unsent" rows="6" readonly>${unsent.join('\n\n')}</textarea>
          </div>`
    }
    <p>${words['message.over']}</p>
  `;
}
