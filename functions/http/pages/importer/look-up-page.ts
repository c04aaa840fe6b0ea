import { lookUpLengths, lookUpNames, lookUpTexts } from '#domain/case/look-up.ts';
import type { LookUpName } from '#domain/case/look-up.ts';
import { html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import { contact } from '../contact.ts';
import { pageDocument } from '../document.ts';
import type { OnPage } from '../document.ts';
import { describedBy, invalidIf, problemBeside, problemList } from './problem-list.ts';
import type { BoxProblem } from './problem-list.ts';
import { importerWords } from './words.ts';

type Refused = OnPage & {
  readonly typed: Readonly<Partial<Record<LookUpName, string>>>;
  readonly problems: readonly BoxProblem[];
};

const types = { reference: 'text', email: 'email' } as const;

/** The look-up form again, with what was typed and every problem; `web/src/pages/[lang]/case.astro` is the empty one. */
export function lookUpPage({ typed, problems, ...on }: Refused): string {
  const texts = lookUpTexts(on.locale);
  return pageDocument({
    ...on,
    title: `${importerWords(on.locale)['problems.error']}${texts.title}`,
    main: html`
      <h1>${texts.title}</h1>
      ${problemList(on.locale, problems)}
      <form class="card" method="post" action="${inLanguage('/api/importer/links', on.locale)}">
        ${lookUpNames.map((name) => box(on, name, typed[name] ?? '', problems))}
        <button type="submit" class="button">${texts.send}</button>
      </form>
      <p>${texts.lost}</p>
      ${contact(on)}
    `,
  });
}

function box({ locale }: OnPage, name: LookUpName, typed: string, problems: readonly BoxProblem[]) {
  const texts = lookUpTexts(locale);
  const problem = problems.find(({ field }) => field === name)?.message;
  const marks = html`${describedBy(name, true, problem !== undefined)}${invalidIf(problem !== undefined)}`;
  return html`
    <div class="ask">
      <label for="${name}">${texts[`${name}.label`]}</label>
      <p class="hint" id="${name}-hint">${texts[`${name}.hint`]}</p>
      ${problemBeside(name, problem)}
      <input
        id="${name}"
        name="${name}"
        type="${types[name]}"
        value="${typed}"
        maxlength="${String(lookUpLengths[name])}"
        autocomplete="${name === 'email' ? 'email' : 'off'}"
        spellcheck="false"
        ${marks}
      />
    </div>
  `;
}
