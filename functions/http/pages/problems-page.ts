import { fill } from '#domain/broker/words.ts';
import { inARow } from '#domain/requests/locale.ts';
import { html } from '#letters/markup.ts';
import { contact } from './contact.ts';
import { pageAt, pageDocument } from './document.ts';
import type { OnPage } from './document.ts';
import { pageWords } from './words.ts';

export type ShownProblem = { readonly field: string; readonly message: string };

type Refused = OnPage & { readonly type: string; readonly problems: readonly ShownProblem[] };

/** Every problem of a form that was posted without script. The answers wait in the browser's history, one step back. */
export function problemsPage({ type, problems, ...on }: Refused): string {
  const words = pageWords(on.locale);
  const count = problems.length === 1 ? words['problems.count.one'] : words['problems.count.other'];
  return pageDocument({
    ...on,
    title: `${words['problems.error']}${words['problems.title']}`,
    main: html`
      <h1>${words['problems.title']}</h1>
      <p class="lead">${inARow(on.locale, words['problems.nothing'], words['problems.back'])}</p>
      <div class="card bad">
        <h2>${fill(count, { n: String(problems.length) })}</h2>
        <ul>
          ${problems.map(({ message }) => html`<li>${message}</li>`)}
        </ul>
      </div>
      <p><a href="${pageAt(on, `ask/${type}/`)}">${words['problems.again']}</a></p>
      ${contact(on)}
    `,
  });
}
