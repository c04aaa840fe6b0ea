import { formatWhileTyping } from '#domain/importer-number/format-while-typing.ts';
import type { ImporterKind } from '#domain/importer-number/importer-number.ts';
import { readNumber } from './check.ts';
import { made } from './dom.ts';
import { mark } from './mark.ts';
import { given, questions } from './questions.ts';
import type { Question } from './questions.ts';
import { messageOf, word, wordsHere } from './words.ts';

type Numbered = { readonly question: Question; readonly note: HTMLElement; lastKind: ImporterKind | undefined };

/** Each importer number of the form, with a place for what is noted of it. */
const numbers = questions.flatMap((question): Numbered[] => {
  if (question.field.kind !== 'importer-number') return [];
  const note = made('p', { className: 'note', role: 'status' });
  question.box.append(note);
  return [{ question, note, lastKind: undefined }];
});

const isKind = (kind: unknown): kind is ImporterKind => kind === 'ein' || kind === 'cbp' || kind === 'ssn';

function kindOf({ name }: Question): ImporterKind | undefined {
  const kind = given()[`${name}Kind`];
  return isKind(kind) ? kind : undefined;
}

/**
 * Formats the numbers. A full Social Security number is read once, then cut to its last four digits before anything else; one
 * that cannot be right is taken away and explained. True when that was done. Of a changed question, its own number only.
 */
export const formatNumbers = (changed?: string): boolean =>
  numbers
    .filter(({ question: { name } }) => changed === undefined || changed === name || changed === `${name}Kind`)
    .map(format)
    .includes(true);

function format(one: Numbered): boolean {
  const { question, note } = one;
  const { name, control } = question;
  const kind = kindOf(question);
  if (!(control instanceof HTMLInputElement)) return false;
  // Digits of a Social Security number are never taken over into another kind of number.
  if (one.lastKind === 'ssn' && kind !== 'ssn') control.value = '';
  one.lastKind = kind;
  // An EIN's suffix may hold letters, and a digit keyboard has none.
  control.inputMode = kind === 'ein' ? 'text' : 'numeric';
  const { value, selectionStart } = control;
  const shown = formatWhileTyping(kind, value);
  const read = readNumber(name);
  note.textContent = '';
  const cut = kind === 'ssn' && value.length > 4 && shown.length === 4;
  if (!cut) {
    // In the middle of a text the cursor would jump.
    if (selectionStart === value.length) control.value = shown;
  } else if ('code' in read) {
    control.value = '';
    void wordsHere.then(() => mark(question, messageOf({ field: name, code: read.code }, question)));
  } else {
    control.value = shown;
    void wordsHere.then(() => (note.textContent = word('lastFour')));
  }
  return cut;
}

/** What looks odd about a number and may be right all the same. */
export function warnOfNumber(name: string): void {
  const note = numbers.find(({ question }) => question.name === name)?.note;
  const read = readNumber(name);
  if (!note || !('warnings' in read) || read.warnings.length === 0) return;
  const digits = 'canonical' in read.read ? read.read.canonical : '';
  note.textContent = read.warnings
    .map(word)
    .join(' ')
    .replace('{start}', digits.slice(0, 2))
    .replace('{district}', digits.slice(2, 4));
}
