import * as z from 'zod/mini';
import { readBody } from '../body.ts';
import type { Asked } from '../exchange.ts';
import type { DeskTrouble } from './desk-answer.ts';

type Read<T> = { readonly value: T } | DeskTrouble;

/** A JSON body that fits, or every field that does not, with words. Values that were sent are never repeated. */
export function readInput<In>(schema: z.ZodMiniType<In>, none: boolean, asked: Asked): Read<In> {
  if (none) return parsed(schema, undefined);
  const body = readBody(asked);
  if ('problem' in body) return { problem: 'input', detail: 'Send a JSON object of at most 64 KiB.' };
  return parsed(schema, body.given);
}

export const readQuery = <Query>(schema: z.ZodMiniType<Query>, query: string): Read<Query> =>
  parsed(schema, Object.fromEntries(new URLSearchParams(query)));

function parsed<T>(schema: z.ZodMiniType<T>, given: unknown): Read<T> {
  const reading = schema.safeParse(given);
  if (reading.success) return { value: reading.data };
  return { problem: 'input', more: { errors: reading.error.issues.map(errorOf) } };
}

const errorOf = (issue: z.core.$ZodIssue) => ({
  field: placeOf(issue.path),
  code: issue.code,
  message: wordsOf(issue),
});

/** As `cases[0].version`. Our own: to name one function of the library's core brings all of it along, languages too, 350 KB. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    return place === '' ? String(step) : `${place}.${String(step)}`;
  }, '');

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return Number(issue.minimum) <= 1 ? 'Please fill this in.' : `At least ${issue.minimum}, please.`;
    case 'too_big':
      return `At most ${issue.maximum}, please.`;
    case 'invalid_value':
      return `One of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `Nobody asked for: ${issue.keys.slice(0, 10).join(', ').slice(0, 200)}.`;
    case 'invalid_type':
      return `Please give a ${issue.expected}.`;
    case 'invalid_format':
      return `This wants the form of a ${issue.format}.`;
    case 'custom':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return 'This does not fit what is expected.';
  }
}
