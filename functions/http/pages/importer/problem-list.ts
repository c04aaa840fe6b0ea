import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { importerWords } from './words.ts';

/** One thing to mend, and the id of the box it is about. */
export type BoxProblem = { readonly field: string; readonly message: string };

/** Every problem at once, each leading to its box; nothing when there is none. */
export function problemList(locale: Locale, problems: readonly BoxProblem[]): Html | '' {
  if (problems.length === 0) return '';
  const words = importerWords(locale);
  return html`
    <div class="card bad" role="alert" aria-labelledby="problems">
      <h2 id="problems">${words['problems.title']}</h2>
      <p>${words['problems.kept']}</p>
      <ul>
        ${problems.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}
      </ul>
    </div>
  `;
}

/** The same beside the box. */
export const problemBeside = (field: string, message: string | undefined): Html | '' =>
  message === undefined ? '' : html`<p class="problem" id="${field}-problem">${message}</p>`;

export const describedBy = (field: string, hint: boolean, problem: boolean): Html | '' => {
  const ids = [...(hint ? [`${field}-hint`] : []), ...(problem ? [`${field}-problem`] : [])];
  return ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`;
};

export const invalidIf = (problem: boolean): Html | '' => (problem ? html` aria-invalid="true"` : '');
