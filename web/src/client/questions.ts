import type { Field, Given } from '#domain/requests/field.ts';
import { fieldSaid } from './field-text.ts';
import { all, form, one } from './dom.ts';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One question of the page, with its description read back from the markup that was made from it. */
export type Question = {
  readonly name: string;
  readonly label: string;
  readonly field: Field;
  readonly box: HTMLElement;
  /** All inputs of the question: several for one to choose from. */
  readonly inputs: readonly Control[];
  /** The first input, where a link leads to. */
  readonly control: Control;
};

/** The page was made from a Field, so this is one again; a test reads all of the registry's back. */
const isField = (description: unknown): description is Field => description instanceof Object;
const isControl = (element: Element): element is Control => 'form' in element;

function read(box: HTMLElement): Question[] {
  const inputs = all('[name]', box).filter(isControl);
  const [control] = inputs;
  const field = fieldSaid(box.dataset['field'] ?? '');
  if (!control || !isField(field)) return [];
  if (field.kind === 'radio' || field.kind === 'select' || field.kind === 'tick')
    Object.assign(field, { options: all('[value]', box).map((at) => at.getAttribute('value')) });
  return [
    { name: control.name, label: one('label,legend', box).firstChild?.textContent ?? '', field, box, inputs, control },
  ];
}

export const questions = all('[data-field]').flatMap(read);
export const fields = Object.fromEntries(questions.map(({ name, field }) => [name, field]));

export const questionNamed = (name: unknown): Question | undefined =>
  questions.find((question) => question.name === name);

/** The answers of all questions that are asked now. */
export const given = (): Given => Object.fromEntries(new FormData(form));
