import type { Field } from './field.ts';
import type { Answers } from './read-request.ts';
import { isSaidWithItsNumber } from './numbers.ts';
import { requestTypeNames, requestTypes } from './registry.ts';
import type { RequestTypeName } from './registry.ts';
import type { RequestType } from './request-type.ts';
import labels from './common/text/team.en.json' with { type: 'json' };
import { textsOf } from './texts.ts';

/** How the team reads a request, by letter and at the desk: in English, in the order of its ABI screen. */
const short: Readonly<Record<string, string>> = labels;

const definitionOf = (type: RequestTypeName): RequestType => requestTypes[type];

/** The type whose question it is: the case's own, or one that it was before. */
const askedBy = (type: RequestTypeName, name: string): RequestTypeName | undefined =>
  [type, ...requestTypeNames].find((one) => Object.hasOwn(definitionOf(one).fields, name));

/** A question's field, also of one that another type asked: a case that was turned keeps its answers. */
export function fieldOf(type: RequestTypeName, name: string): Field | undefined {
  const by = askedBy(type, name);
  return by && definitionOf(by).fields[name];
}

/** A question in a word or two; a new type's questions keep their label until somebody shortens it. */
export const teamLabel = (type: RequestTypeName, name: string): string =>
  (Object.hasOwn(short, name) ? short[name] : undefined) ??
  textsOf('en', askedBy(type, name) ?? type)[`${name}.label`] ??
  name;

/** Names of the number and of every answer given, in the order of the ABI screen; what it does not name comes last. */
export function namesInScreenOrder(type: RequestTypeName, answers: Answers, numberKind: string): string[] {
  const given = new Set(['importerNumber', ...Object.keys(answers)]);
  // The kind is said with the number.
  if (answers['importerNumberKind'] === numberKind) given.delete('importerNumberKind');
  for (const name of Object.keys(answers)) if (isSaidWithItsNumber(name, answers)) given.delete(name);
  return [...new Set([...definitionOf(type).screenOrder.filter((name) => given.has(name)), ...given])];
}

/** An option in the words that the requester saw; undefined for somebody's own words. */
export function optionInWords(type: RequestTypeName, name: string, given: string): string | undefined {
  const field = fieldOf(type, name);
  if (!field || !('options' in field) || !field.options.includes(given)) return undefined;
  if (field.kind === 'tick') return short['ticked'];
  // Countries have no texts of ours; the screen wants the code.
  return (
    textsOf('en', askedBy(type, name) ?? type)[`${name}.${given}`] ??
    (name === 'country' ? `${given} (${regionName(given)})` : undefined)
  );
}

const regionName = (code: string): string => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
