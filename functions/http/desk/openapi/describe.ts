import * as z from 'zod/mini';
import { deskProblemSchema } from '#domain/desk/caller.ts';
import type { DeskRoute, Who } from '../desk-route.ts';
import { noInput, noQuery } from '../desk-route.ts';
import english from './text/openapi.en.json' with { type: 'json' };

/** A schema in JSON Schema's draft 2020-12, which is that of OpenAPI 3.1. */
export type Schema = z.core.JSONSchema.BaseSchema;

export type Part = { readonly name: string; readonly says: string; readonly example: string };
export type AnswerSaid = {
  readonly status: string;
  readonly says: string;
  readonly type: string;
  readonly schema?: Schema;
};

/** A route as its reader needs it: made from the very schemas by which the door reads and promises. */
export type RouteSaid = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly group: string;
  readonly who: Who;
  readonly says: string;
  readonly parts: readonly Part[];
  readonly query?: Schema;
  readonly body?: Schema;
  readonly answers: readonly AnswerSaid[];
};

const words: Readonly<Record<string, string>> = english;
const PROBLEM = 'application/problem+json';

/** What zod checks by a function of ours has no words in JSON Schema: any value stands there. */
export function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Schema {
  const { $schema: _, '~standard': __, ...said } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return said;
}

export function describe(route: DeskRoute): RouteSaid {
  const [method = '', path = ''] = route.name.split(' ');
  const places = path.replace('/api/desk/', '').split('/');
  const parts = places.flatMap((place) => /^\{(\w+)\}$/.exec(place)?.[1] ?? []).map(partOf);
  return {
    id: [method.toLowerCase(), ...places.map((place) => place.replace(/\W+/g, '-'))].join('-').replace(/-+/g, '-'),
    method,
    path,
    group: places[0]?.replace(/\..*$/, '') ?? '',
    who: route.who,
    says: route.says,
    parts,
    ...(route.query !== noQuery && { query: schemaOf(route.query, 'input') }),
    ...(route.input !== noInput && { body: schemaOf(route.input, 'input') }),
    answers: answersOf(route, method, parts.length > 0),
  };
}

const partOf = (name: string): Part => ({
  name,
  says: words[`part.${name}`] ?? name,
  example: words[`example.${name}`] ?? name,
});

function answersOf(route: DeskRoute, method: string, named: boolean): AnswerSaid[] {
  const { output, others = {}, who, input, query } = route;
  // The way through the identity provider speaks to a browser, in pages, whatever happens.
  if (typeof output === 'string' && who === 'anyone')
    return ['200', '303', 'default'].map((status) => answerSaid(status, output));
  const own = Object.entries(others).map(([status, schema]) => answerSaid(status, PROBLEM, schemaOf(schema, 'output')));
  const problems = [
    ...(method === 'GET' ? [] : ['400']),
    ...(who === 'anyone' ? [] : ['401']),
    ...(named ? ['404'] : []),
    ...(input === noInput && query === noQuery && !named ? [] : ['422']),
    'default',
  ].filter((status) => !Object.hasOwn(others, status));
  return [
    typeof output === 'string'
      ? answerSaid('200', output)
      : answerSaid('200', 'application/json', schemaOf(output, 'output')),
    ...own,
    ...problems.map((status) => answerSaid(status, PROBLEM, status === 'default' ? trouble : problem)),
  ];
}

const answerSaid = (status: string, type: string, schema?: Schema): AnswerSaid => ({
  status,
  says: words[`answer.${status}`] ?? status,
  type,
  ...(schema && { schema }),
});

/** RFC 9457. The store that fails, the unexpected: without the desk's own codes. */
const problem: Schema = { $ref: '#/components/schemas/Problem' };
const trouble: Schema = { $ref: '#/components/schemas/Trouble' };
export const sharedSchemas = (): Readonly<Record<'Problem' | 'Trouble', Schema>> => ({
  Problem: schemaOf(deskProblemSchema, 'output'),
  Trouble: schemaOf(
    z.looseObject({ type: z.string(), title: z.string(), status: z.number(), detail: z.optional(z.string()) }),
    'output',
  ),
});
