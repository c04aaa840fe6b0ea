import type { Broker } from '#domain/broker/broker.ts';
import { fill } from '#domain/broker/words.ts';
import { COOKIE } from '../cookie.ts';
import { sharedSchemas } from './describe.ts';
import type { AnswerSaid, RouteSaid, Schema } from './describe.ts';
import words from './text/openapi.en.json' with { type: 'json' };

/** The API as an OpenAPI 3.1 document. Raised when a route changes so that a program of somebody else must follow. */
const VERSION = '1.0.0';

export const documentOf = (routes: readonly RouteSaid[], { broker, siteUrl }: { broker: Broker; siteUrl: string }) => ({
  openapi: '3.1.0' as const,
  info: { title: words.title, version: VERSION, description: fill(words.description, { broker: broker.name }) },
  servers: [{ url: siteUrl }],
  tags: [...new Set(routes.map(({ group }) => group))].map((name) => ({ name })),
  paths: pathsOf(routes),
  components: {
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } },
    schemas: sharedSchemas(),
  },
});

export type OpenApi = ReturnType<typeof documentOf>;
type Operation = ReturnType<typeof operationOf>;

function pathsOf(routes: readonly RouteSaid[]): Record<string, Record<string, Operation>> {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
}

const operationOf = (route: RouteSaid) => ({
  operationId: route.id,
  summary: route.says,
  description: `${words.who}: ${words[`who.${route.who}`]}.`,
  'x-who': route.who,
  tags: [route.group],
  security: route.who === 'anyone' ? [] : [{ session: [] }],
  parameters: [...inPath(route), ...inQuery(route)],
  ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
  responses: Object.fromEntries(route.answers.map((answer) => [answer.status, responseOf(answer)])),
});

type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly example?: string;
  readonly schema: Schema;
};

const inPath = ({ parts }: RouteSaid): Parameter[] =>
  parts.map(({ name, says, example }) => ({
    name,
    in: 'path',
    required: true,
    description: says,
    example,
    schema: { type: 'string' },
  }));

const inQuery = ({ query }: RouteSaid): Parameter[] =>
  Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query?.required?.includes(name) ?? false,
    schema: typeof schema === 'boolean' ? {} : schema,
  }));

const responseOf = ({ says, type, schema }: AnswerSaid) => ({
  description: says,
  content: { [type]: schema ? { schema } : {} },
});
