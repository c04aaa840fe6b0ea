import { inputAttributes, isRequired } from '#domain/requests/attributes.ts';
import type { InputAttributes } from '#domain/requests/attributes.ts';
import { choicesOf } from '#domain/requests/choices.ts';
import type { ChoiceField, Field } from '#domain/requests/field.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { text } from '#domain/requests/texts.ts';
import type { Texts } from '#domain/requests/texts.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { describedBy, invalidIf, problemBeside } from './problem-list.ts';
import { importerWords } from './words.ts';

/** One question of a request, from its description and its texts alone; `web/src/components/Question.astro` is the site's. */
export type Question = {
  readonly name: string;
  readonly field: Field;
  readonly texts: Texts;
  readonly locale: Locale;
  readonly value: string;
  readonly problem: string | undefined;
  /** Fills the words of a statement. */
  readonly filled: (statement: string) => string;
};

export function questionBox(question: Question): Html {
  const { name, field, texts, problem } = question;
  const hint = texts[`${name}.hint`];
  const marks = html`${describedBy(name, hint !== undefined, problem !== undefined)}${invalidIf(problem !== undefined)}`;
  const below = html`
    ${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`} ${problemBeside(name, problem)}
  `;
  if (field.kind === 'radio' || field.kind === 'tick') {
    const role = field.kind === 'radio' ? html` role="radiogroup"` : '';
    return html`<fieldset class="ask" ${role}${marks}>
      <legend>${labelOf(question)}</legend>
      ${below} ${picks(question, field)}
    </fieldset>`;
  }
  return html`<div class="ask">
    <label for="${name}">${labelOf(question)}</label>
    ${below} ${input(question, field, marks)}
  </div>`;
}

const labelOf = ({ name, field, texts, locale }: Question): Html =>
  html`${text(texts, `${name}.label`)}${
    field.needed === false ? html` <small>${importerWords(locale)['ask.optional']}</small>` : ''
  }`;

/** The first carries the question's id: the list of problems leads there. */
const picks = ({ name, texts, value, filled }: Question, field: ChoiceField): Html[] =>
  field.options.map((option, at) => {
    const marks = attributes({
      id: at === 0 ? name : undefined,
      required: isRequired(field),
      checked: option === value,
    });
    return html`<label class="pick">
      <input type="${field.kind === 'radio' ? 'radio' : 'checkbox'}" name="${name}" value="${option}" ${marks} />
      <span>${filled(text(texts, `${name}.${option}`))}</span>
    </label>`;
  });

function input({ name, texts, locale, value }: Question, field: Exclude<Field, { kind: 'radio' }>, marks: Html): Html {
  const all = html`${attributes({ id: name, name, ...inputAttributes(field) })}${marks}`;
  if (field.kind === 'long-text') return html`<textarea rows="4" ${all}>${value}</textarea>`;
  if (field.kind !== 'select') return html`<input ${all} value="${value}" />`;
  return html`<select ${all}>
    <option value="">${importerWords(locale)['ask.choose']}</option>
    ${choicesOf(field.options, name, texts, locale).map(
      (choice) =>
        html`<option value="${choice.value}" ${attributes({ selected: choice.value === value })}>
          ${choice.label}
        </option>`,
    )}
  </select>`;
}

const attributes = (all: InputAttributes): Html[] =>
  Object.entries(all).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? html` ${name}` : html` ${name}="${String(value)}"`;
  });
