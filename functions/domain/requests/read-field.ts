import type { ProblemCode } from '../problem.ts';
import { findSecretsInShort } from '../secrets/find.ts';
import type { ChoiceField, EmailField, ExtensionField, Field, PhoneField, TextField } from './field.ts';

/** What became of one given answer: its value (`undefined` when nothing was given), or what is wrong with it. */
export type Read<T> = { readonly value: T | undefined } | { readonly code: ProblemCode };

const nothing = { value: undefined };
const wrong = (code: ProblemCode) => ({ code });

/** C0 and C1 controls, and the marks that turn the direction of everything after them (embeddings, overrides, isolates). */
const CONTROLS = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;
const CONTROLS_BUT_NEW_LINE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

/** Patterns over all scripts are slow to prepare (half a millisecond of a cold start); most names never need one. */
const holdsLetter = (text: string): boolean => /[a-z\d]/i.test(text) || /[\p{L}\p{N}]/u.test(text);

/** Trimmed text with plain new lines, or why it cannot be kept as it was meant. A text of spaces is nothing given. */
function readText(raw: unknown, max: number, controls = CONTROLS): Read<string> {
  if (raw === undefined || raw === null) return nothing;
  if (Array.isArray(raw)) return wrong('given-twice');
  if (typeof raw !== 'string') return wrong('not-text');
  const text = raw.replace(/\r\n?/g, '\n').trim();
  if (text === '') return nothing;
  if (text.length > max) return wrong('too-long');
  if (!text.isWellFormed() || text.includes('\ufffd')) return wrong('broken-text');
  return controls.test(text) ? wrong('control-characters') : { value: text };
}

/** A line or a longer text: as typed, trimmed. A name must hold a letter or a digit of some script. */
export function readLine(field: TextField, raw: unknown): Read<string> {
  const long = field.kind === 'long-text';
  const read = readText(raw, field.max, long ? CONTROLS_BUT_NEW_LINE : CONTROLS);
  if ('code' in read || read.value === undefined) return read;
  if (read.value.length < field.min) return wrong('too-short');
  return long || holdsLetter(read.value) ? read : wrong('no-letters');
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/i;

/** One bare address, as typed. RFC 5321's limits (64 before the @, 254 in all) and a dotted domain, in ASCII as SES takes it. */
export function readEmail(field: EmailField, raw: unknown): Read<string> {
  const read = readText(raw, field.max);
  if ('code' in read || read.value === undefined) return read;
  if (/@.*[\s,;]+.*@/.test(read.value)) return wrong('several-emails');
  const at = read.value.lastIndexOf('@');
  const local = read.value.slice(0, at);
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(read.value.slice(at + 1)))
    return wrong('not-an-email');
  // Any other text is kept without it; half an address is none.
  const [secret] = findSecretsInShort(read.value);
  return secret ? wrong(`secret-${secret.kind}`) : read;
}

/** A phone number of any country, as typed: 7 to 15 digits, `+`, separators, an extension behind `ext`, `x` or `#`. */
export function readPhone(field: PhoneField, raw: unknown): Read<string> {
  const read = readText(raw, field.max);
  if ('code' in read || read.value === undefined) return read;
  const main = read.value.replace(/[\s,;]*(?:extension|ext\.?|x|#)\s*[:.=]?\s*\d{1,8}$/i, '');
  const digits = main.replace(/\D/g, '').length;
  return /^\+?[\d\s().\/\-\u00b7\u2010-\u2015]+$/.test(main) && digits >= 7 && digits <= 15
    ? read
    : wrong('not-a-phone');
}

export function readExtension(field: ExtensionField, raw: unknown): Read<string> {
  const read = readText(raw, field.max);
  if ('code' in read || read.value === undefined) return read;
  return /^\d+$/.test(read.value) ? read : wrong('not-an-extension');
}

/** One of the field's options, to the letter. */
export function readChoice<Option extends string>(field: ChoiceField<Option>, raw: unknown): Read<Option> {
  const read = readText(raw, 200);
  if ('code' in read) return read.code === 'too-long' ? wrong('not-an-option') : read;
  if (read.value === undefined) return nothing;
  const option = field.options.find((candidate) => candidate === read.value);
  return option === undefined ? wrong('not-an-option') : { value: option };
}

/** Reads any field but the importer number, which needs its kind and the year. */
export function readField(field: Exclude<Field, { kind: 'importer-number' }>, raw: unknown): Read<string> {
  switch (field.kind) {
    case 'line':
    case 'long-text':
      return readLine(field, raw);
    case 'email':
      return readEmail(field, raw);
    case 'phone':
      return readPhone(field, raw);
    case 'extension':
      return readExtension(field, raw);
    case 'radio':
    case 'select':
    case 'tick':
      return readChoice(field, raw);
  }
}

/** The code for a needed answer that was not given, which asks in the words that fit the kind of question. */
export function missingCode(field: Field): ProblemCode {
  if (field.kind === 'tick') return 'not-ticked';
  return field.kind === 'radio' || field.kind === 'select' ? 'missing-choice' : 'missing';
}
