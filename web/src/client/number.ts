import { formatWhileTyping } from '#domain/importer-number/format-while-typing.ts';
import type { ImporterKind } from '#domain/importer-number/importer-number.ts';
import { readNumber } from './check.ts';
import { made } from './dom.ts';
import { mark } from './mark.ts';
import { given, questionNamed } from './questions.ts';
import { messageOf, word, wordsHere } from './words.ts';

const name = 'importerNumber';
const question = questionNamed(name);
const note = made('p', { className: 'note', role: 'status' });
question?.box.append(note);

const isKind = (kind: unknown): kind is ImporterKind => kind === 'ein' || kind === 'cbp' || kind === 'ssn';
let lastKind: ImporterKind | undefined;

function kindNow(): ImporterKind | undefined {
  const kind = given()[`${name}Kind`];
  return isKind(kind) ? kind : undefined;
}

/**
 * Formats the number. A full Social Security number is read once, then cut to its last four digits before anything else;
 * one that cannot be right is taken away and explained. True when that was done.
 */
export function formatNumber(): boolean {
  const kind = kindNow();
  if (!(question?.control instanceof HTMLInputElement)) return false;
  const { control } = question;
  // Digits of a Social Security number are never taken over into another kind of number.
  if (lastKind === 'ssn' && kind !== 'ssn') control.value = '';
  lastKind = kind;
  // An EIN's suffix may hold letters, and a digit keyboard has none.
  control.inputMode = kind === 'ein' ? 'text' : 'numeric';
  const { value, selectionStart } = control;
  const shown = formatWhileTyping(kind, value);
  const read = readNumber();
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

/** What looks odd about the number and may be right all the same. */
export function warnOfNumber(): void {
  const read = readNumber();
  if (!('warnings' in read) || read.warnings.length === 0) return;
  const digits = 'canonical' in read.read ? read.read.canonical : '';
  note.textContent = read.warnings
    .map(word)
    .join(' ')
    .replace('{start}', digits.slice(0, 2))
    .replace('{district}', digits.slice(2, 4));
}
