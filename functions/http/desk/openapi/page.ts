import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { fill } from '#domain/broker/words.ts';
import { pageDocument } from '../../pages/document.ts';
import type { OnPage } from '../../pages/document.ts';
import { COOKIE } from '../cookie.ts';
import { sharedSchemas } from './describe.ts';
import type { AnswerSaid, RouteSaid, Schema } from './describe.ts';
import { exampleOf, fieldsOf } from './fields.ts';
import words from './text/openapi.en.json' with { type: 'json' };

/** The API's description for people: a route a section, good to read on a phone. */
export const apiPage = (routes: readonly RouteSaid[], { siteUrl, ...on }: OnPage & { readonly siteUrl: string }) =>
  pageDocument({
    ...on,
    title: words.title,
    main: html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <p><a href="/api/desk/openapi.json">${words.json}</a></p>
      <section class="card">
        <h2>${words.how}</h2>
        <ul>
          <li>${fill(words['how.cookie'], { cookie: COOKIE })}</li>
          <li>${fill(words['how.origin'], { origin: siteUrl })}</li>
          <li>${words['how.body']}</li>
          <li>${words['how.problems']}</li>
        </ul>
        ${fieldList({ says: words.fields, schema: sharedSchemas().Problem })}
      </section>
      <nav class="card" aria-labelledby="contents">
        <h2 id="contents">${words.contents}</h2>
        <ul>
          ${routes.map(({ id, method, path }) => html`<li><a href="#${id}">${method} ${breakable(path)}</a></li>`)}
        </ul>
      </nav>
      ${routes.map(routeSection)}
    `,
  });

/** A long path may break after each slash. */
const breakable = (path: string): readonly Html[] => path.split(/(?<=\/)/).map((piece) => html`${piece}<wbr />`);

const routeSection = (route: RouteSaid): Html => html`
  <section class="card" id="${route.id}" aria-labelledby="h-${route.id}">
    <h2 id="h-${route.id}">${route.method} ${breakable(route.path)}</h2>
    <p>${route.says}</p>
    <p>${words.who}: ${words[`who.${route.who}`]}.</p>
    ${
      route.parts.length === 0
        ? ''
        : html`<h3>${words.parts}</h3>
            <ul>
              ${route.parts.map(({ name, says, example }) => html`<li><code>${name}</code>: ${says} <code>${example}</code></li>`)}
            </ul>`
    }
    ${route.query ? fieldList({ says: words.query, schema: route.query, open: true }) : ''}
    ${route.body ? bodyOf(route.body) : ''}
    <h3>${words.answers}</h3>
    <ul>
      ${route.answers.map(answerItem)}
    </ul>
  </section>
`;

const bodyOf = (schema: Schema): Html => html`
  ${fieldList({ says: words.body, schema, open: true })}
  <h3>${words.example}</h3>
  <pre tabindex="0"><code>${JSON.stringify(exampleOf(schema), undefined, 2)}</code></pre>
`;

const answerItem = ({ status, says, type, schema }: AnswerSaid): Html => html`
  <li>
    <strong>${status}</strong> ${says} <code>${type}</code>
    ${schema && schema.$ref === undefined ? fieldList({ says: words.fields, schema }) : ''}
  </li>
`;

/** Every field on a line of its own: a table of this width would not fit on a phone. */
function fieldList({ says, schema, open }: { says: string; schema: Schema; open?: boolean }): Html {
  const fields = fieldsOf(schema);
  if (fields.length === 0) return html``;
  const list = html`<ul>
    ${fields.map(({ way, kind, needed }) => html`<li><code>${way}</code> ${kind}${needed ? `, ${words.needed}` : ''}</li>`)}
  </ul>`;
  return open
    ? html`<h3>${says}</h3>
        ${list}`
    : html`<details>
        <summary>${says}</summary>
        ${list}
      </details>`;
}
