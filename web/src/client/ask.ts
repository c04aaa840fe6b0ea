import { textOf } from '#domain/requests/field.ts';
import { showAsked } from './asked.ts';
import { show, showCheck } from './check-step.ts';
import { problems } from './check.ts';
import { form, one } from './dom.ts';
import { keep, restore } from './keep.ts';
import { mark } from './mark.ts';
import { formatNumbers, warnOfNumber } from './number.ts';
import './presets.ts';
import { given, questionNamed, questions } from './questions.ts';
import type { Question } from './questions.ts';
import { released } from './released.ts';
import { report } from './report.ts';
import type { Found } from './report.ts';
import { reveal } from './reveal.ts';
import { send } from './send.ts';
import { nameCertifier } from './statement.ts';
import { messageOf, wordsHere } from './words.ts';

/** The script of every form page. What there is to ask, and how it is checked, it reads from the page and the domain. */
const touched = new Set<Question>();

const questionAt = ({ target }: Event): Question | undefined =>
  questions.find(({ box }) => target instanceof Node && box.contains(target));

const found = (): Found[] =>
  problems().flatMap((problem) => {
    const question = questionNamed(problem.field);
    return question ? [{ field: problem.field, message: messageOf(problem, question) }] : [];
  });

const messageFor = ({ name }: Question) => found().find(({ field }) => field === name)?.message ?? '';

/** An answer changed, in any way. */
export function changed(event: Event): void {
  const question = questionAt(event);
  if (!question) return;
  touched.add(question);
  const cut = formatNumbers(question.name);
  keep();
  nameCertifier();
  // A message goes as soon as the answer is right; it does not nag while one is being typed.
  if (!cut && !messageFor(question)) mark(question, '');
  // This script may have come after the reader went on.
  if (!question.box.contains(document.activeElement)) left(question);
}

/** A gentle check when a reader has left a question whose answer changed. An empty one waits for the end. */
function left(question: Question): void {
  void Promise.all([wordsHere, released()]).then(() => {
    if (!textOf(given(), question.name) && !question.box.querySelector('.problem')) return;
    if (question.field.kind === 'importer-number') warnOfNumber(question.name);
    mark(question, messageFor(question));
  });
}

form.addEventListener('focusout', (event) => {
  const question = questionAt(event);
  if (question && touched.has(question)) left(question);
});

/** The reader is done: problems, if there are any, else the second step. */
export async function check(): Promise<void> {
  await wordsHere;
  if (found().length > 0) report(found());
  else showCheck();
}

one('#send').onclick = () => void send();
one('#back').onclick = () => history.back();
onpopstate = () => show(false);
one('.form').addEventListener('click', (event) => {
  const href = event.target instanceof Element && event.target.getAttribute('href');
  if (!href || !href.startsWith('#')) return;
  event.preventDefault();
  show(false);
  reveal(one(href));
  one(href).focus();
});

const submit = one('[data-js]');
submit.textContent = submit.dataset['js'] ?? '';
restore();
formatNumbers();
showAsked();
nameCertifier();
