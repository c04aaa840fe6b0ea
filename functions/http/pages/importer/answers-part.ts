import { fill } from '#domain/broker/words.ts';
import type { Condition, Fields } from '#domain/requests/field.ts';
import { requestTypes } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { runsOf } from '#domain/requests/runs.ts';
import { text, textsOf } from '#domain/requests/texts.ts';
import type { Texts } from '#domain/requests/texts.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import type { OnPage } from '../document.ts';
import type { BoxProblem } from './problem-list.ts';
import { questionBox } from './question-box.ts';
import { importerWords } from './words.ts';

export type Lacking = {
  readonly type: RequestTypeName;
  readonly reference: string;
  /** Names of the questions to ask. */
  readonly names: readonly string[];
  /** What is known or was typed, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly BoxProblem[];
  readonly action: string;
};

/** The questions that a case lacks since it was turned into another request: the type's own form, of these questions only. */
export function answersPart(on: OnPage, lacking: Lacking): Html {
  const words = importerWords(on.locale);
  const { sections }: RequestType = requestTypes[lacking.type];
  return html`
    <h2>${words['answers.title']}</h2>
    <p>${words['answers.lead']}</p>
    <form method="post" action="${inLanguage(lacking.action, on.locale)}" data-keep="${lacking.reference}">
      ${sections.map((section) =>
        sectionOf(
          on,
          section.id,
          section.fields.filter((name) => lacking.names.includes(name)),
          lacking,
        ),
      )}
      <p><button type="submit" class="button">${words['answers.send']}</button></p>
    </form>
  `;
}

function sectionOf(on: OnPage, id: string, names: readonly string[], lacking: Lacking): Html {
  if (names.length === 0) return html``;
  const { fields }: RequestType = requestTypes[lacking.type];
  const texts = textsOf(on.locale, lacking.type);
  return html`<section class="card">
    <h3>${text(texts, `section.${id}`)}</h3>
    ${runsOf(fields, names).map(({ when, names: run }) => {
      const questions = run.flatMap((name) => boxOf(on, name, fields, texts, lacking));
      return when === undefined
        ? html`${questions}`
        : html`<div class="only-if">
            <p>${onlyIf(on, when, texts)}</p>
            ${questions}
          </div>`;
    })}
  </section>`;
}

function boxOf({ broker, locale }: OnPage, name: string, fields: Fields, texts: Texts, lacking: Lacking): Html[] {
  const field = fields[name];
  if (!field) return [];
  const certifier = importerWords(locale)['ask.certifier'];
  return [
    questionBox({
      ...{ name, field, texts, locale },
      value: lacking.values[name] ?? '',
      problem: lacking.problems.find((problem) => problem.field === name)?.message,
      filled: (statement) => fill(statement, { certifier, broker: broker.name }),
    }),
  ];
}

/** Under which answers a question is asked, in words: a browser without script shows all. The innermost condition says it. */
function onlyIf({ locale }: OnPage, when: readonly Condition[], texts: Texts): string {
  const inner = when.at(-1);
  if (!inner) return '';
  const words = importerWords(locale);
  const options = inner.in.map((option) =>
    fill(words['ask.quoted'], { text: text(texts, `${inner.field}.${option}`) }),
  );
  const label = text(texts, `${inner.field}.label`);
  return fill(words['ask.onlyIf'], { options: options.join(words['ask.or']), label });
}
