import { fill } from '#domain/broker/words.ts';
import { MOST_REPLY } from '#domain/case/moves/importer-moves.ts';
import { saidIn } from '#domain/secrets/said.ts';
import { when } from '#domain/when.ts';
import type { PublicSide } from '#casework/importer/public-side.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import type { OnPage } from '../document.ts';
import { invalidIf, problemBeside } from './problem-list.ts';
import type { BoxProblem } from './problem-list.ts';
import { importerWords } from './words.ts';

export type Typed = Readonly<Record<string, string>>;

type Box = {
  readonly name: string;
  readonly label: string;
  /** When it was asked, in words. */
  readonly asked?: string;
  readonly typed: Typed;
  readonly problems: readonly BoxProblem[];
};

/** The team's questions with a box for each, and a box for anything else: one form, so that one press sends all of it. */
export function replyPart(
  on: OnPage,
  side: PublicSide,
  action: string,
  typed: Typed,
  problems: readonly BoxProblem[],
): Html {
  const words = importerWords(on.locale);
  const answered = side.questions.filter(({ answer }) => answer);
  const open = side.questions.filter(({ answer }) => !answer);
  const more = open.length === 0 ? words['message.label'] : words['message.also'];
  return html`
    ${side.questions.length === 0 ? '' : html`<h2>${words['questions.title']}</h2>`}
    ${answered.map((question) => answeredPart(on, question))}
    ${open.length === 0 ? html`<h2>${words['message.title']}</h2>` : ''}
    <form class="card" method="post" action="${inLanguage(action, on.locale)}" data-keep="${side.reference}">
      <p class="hint" id="never">${words['message.hint']}</p>
      ${open.map(({ id, at, text }) =>
        boxOf({
          ...{ name: id, label: text, typed, problems },
          asked: fill(words['questions.at'], { at: timeOf(on, at) }),
        }),
      )}
      ${boxOf({ name: 'text', label: more, typed, problems })}
      <button type="submit" class="button">${words['message.send']}</button>
    </form>
  `;
}

const timeOf = ({ broker, locale }: OnPage, at: string): string => when(at, locale, broker.officeHours.timeZone);

function answeredPart(on: OnPage, { at, text, answer }: PublicSide['questions'][number]): Html {
  const words = importerWords(on.locale);
  return html`<section class="card">
    <blockquote>${text}</blockquote>
    <p class="small">${fill(words['questions.at'], { at: timeOf(on, at) })}</p>
    <p class="said">${saidIn(on.locale, answer?.text ?? '')}</p>
    <p class="small">${fill(words['questions.answered'], { at: timeOf(on, answer?.at ?? at) })}</p>
  </section>`;
}

/** The question is the box's label, so that whoever hears the page knows which box this is. */
function boxOf({ name, label, asked, typed, problems }: Box): Html {
  const problem = problems.find(({ field }) => field === name)?.message;
  const described = problem === undefined ? 'never' : `never ${name}-problem`;
  return html`<div class="ask">
    <label class="said" for="${name}">${label}</label>
    ${asked === undefined ? '' : html`<p class="hint">${asked}</p>`} ${problemBeside(name, problem)}
    <textarea
      id="${name}"
      name="${name}"
      rows="4"
      maxlength="${String(MOST_REPLY)}"
      aria-describedby="${described}"
      ${invalidIf(problem !== undefined)}
    >
${typed[name] ?? ''}</textarea>
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
