import { isAsked } from '#domain/requests/field.ts';
import { given, questions } from './questions.ts';

/** Shows the questions that the other answers call for. A hidden one is disabled: it is neither checked nor sent. */
export function showAsked(): void {
  for (const { field, box, inputs } of questions) {
    box.hidden = !isAsked(field, given());
    for (const input of inputs) input.disabled = box.hidden;
  }
}
