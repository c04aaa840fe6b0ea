import { textOf } from '#domain/requests/field.ts';
import { readNumber } from './check.ts';
import { form, made, one } from './dom.ts';
import { given, questions } from './questions.ts';
import type { Question } from './questions.ts';
import { report } from './report.ts';
import { word } from './words.ts';

const step = one('#check');

export function show(checking: boolean): void {
  form.hidden = checking;
  step.hidden = !checking;
}

/** An answer as its reader would say it. Of a Social Security number only the ending. */
function answerOf({ name, field, box, control }: Question): string {
  const read = readNumber(name);
  if (!textOf(given(), name)) return word('empty');
  if (field.kind === 'importer-number' && 'read' in read) {
    return read.read.kind === 'ssn' ? word('ssn') + read.read.lastFour : read.read.shown;
  }
  const picked = box.querySelector(':checked');
  return picked ? (picked.closest('label') ?? picked).textContent : control.value;
}

function row(question: Question): HTMLElement {
  const { name, label } = question;
  const [pair, answer] = [made('div', {}), made('dd', { textContent: answerOf(question) })];
  const change = word('change');
  answer.append(' ', made('a', { href: `#${name}`, textContent: change, ariaLabel: `${change}: ${label}` }));
  pair.append(made('dt', { textContent: label }), answer);
  return pair;
}

/** What was asked; of what lies folded only what was answered. */
const isShown = ({ name, box }: Question): boolean =>
  !box.hidden && (!box.closest('details') || textOf(given(), name) !== '');

/** The second step: everything that will be sent, with a way back to each answer. */
export function showCheck(): void {
  report([]);
  one('dl').replaceChildren(...questions.filter(isShown).map(row));
  one('#failed').hidden = true;
  show(true);
  one('h2', step).focus();
  history.pushState(0, '');
}
