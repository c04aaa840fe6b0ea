import { secretProblems } from '#domain/requests/secret-answers.ts';
import { readNumber } from './check.ts';
import { memory } from './memory.ts';
import { fields, given, questions } from './questions.ts';
import type { Control } from './questions.ts';
import { reveal } from './reveal.ts';

const kept = new URLSearchParams(memory());

/** A random UUID: `crypto.randomUUID` is missing where a page came without TLS, and a blob's address always ends in one. */
const newId = () => URL.createObjectURL(new Blob()).slice(-36);

/** Names the submission, also when it is sent again; after an edit that follows a sending it is another one. */
export let submissionId = kept.get('')?.slice(0, 36) ?? newId();
/** Remembered too, as a mark behind the id: an edit after a reload follows the same sending. */
let tried = kept.get('')?.length === 37;

/** An importer number only when it reads as one. */
function mayKeep(name: string): boolean {
  if (fields[name]?.kind !== 'importer-number') return true;
  const read = readNumber(name);
  return 'read' in read && read.read.kind !== 'ssn';
}

/** Remembers the answers, none that holds a secret; the importer number only when it reads as one that is no Social Security number. */
export function keep(sending = false): void {
  if (tried && !sending) submissionId = newId();
  tried = sending;
  const secret = new Set(secretProblems(fields, given()).map(({ field }) => field));
  const answers = new URLSearchParams({ '': submissionId + (sending ? '!' : '') });
  for (const [name, value] of Object.entries(given())) {
    if (!secret.has(name) && mayKeep(name)) answers.set(name, String(value));
  }
  memory(answers.toString());
}

export const forget = (): string => memory('');

const isPick = (input: Control): input is HTMLInputElement =>
  input instanceof HTMLInputElement && /radio|checkbox/.test(input.type);

/** Gives the answers back. A question that its reader has answered since the page came (every one begins empty) stays so. */
export function restore(): void {
  for (const { name, box, inputs } of questions) {
    const value = kept.get(name);
    if (value === null || inputs.some((input) => (isPick(input) ? input.checked : input.value))) continue;
    if (value !== '') reveal(box);
    for (const input of inputs) {
      if (isPick(input)) input.checked = input.value === value;
      else input.value = value;
    }
  }
}
