import type { Schema } from './describe.ts';
import words from './text/openapi.en.json' with { type: 'json' };

/** A schema for a reader: each field by its way down, `cases[].reference`. */
export type Field = { readonly way: string; readonly kind: string; readonly needed: boolean };

type Maybe = Schema | boolean | undefined;
const schemaIn = (said: Maybe): Schema => (typeof said === 'object' ? said : {});
const itemsOf = ({ items }: Schema): Schema => (Array.isArray(items) ? {} : schemaIn(items));
const choicesOf = ({ anyOf, oneOf }: Schema): readonly Maybe[] => anyOf ?? oneOf ?? [];

export function fieldsOf(schema: Schema, way = ''): Field[] {
  const choices = choicesOf(schema).map(schemaIn);
  if (choices.length > 0) return choices.flatMap((choice) => choiceOf(choice, way));
  if (schema.type === 'array') return fieldsOf(itemsOf(schema), `${way}[]`);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, said]) => {
    const child = schemaIn(said);
    const below = way === '' ? name : `${way}.${name}`;
    const needed = schema.required?.includes(name) ?? false;
    return [{ way: below, kind: kindOf(child), needed }, ...fieldsOf(child, below)];
  });
  const any = schemaIn(schema.additionalProperties);
  const open = Object.keys(any).length > 0 ? [{ way: `${way}.*`, kind: kindOf(any), needed: false }] : [];
  return [...own, ...open];
}

/** One of several shapes: a line that says which, and its fields beside the value that tells it. */
function choiceOf(choice: Schema, way: string): Field[] {
  const chosen = chosenBy(choice);
  if (chosen === '') return fieldsOf(choice, way);
  const here = `${way}${chosen}`;
  const { properties = {}, ...rest } = choice;
  const others = Object.entries(properties).filter(([, said]) => schemaIn(said).const === undefined);
  return [
    { way: here, kind: kindOf(choice), needed: false },
    ...fieldsOf({ ...rest, properties: Object.fromEntries(others) }, here),
  ];
}

/** One of several shapes is told by the value that only it has: `move=take`. */
function chosenBy({ properties = {} }: Schema): string {
  const [name, value] = Object.entries(properties).find(([, said]) => schemaIn(said).const !== undefined) ?? [];
  return name === undefined ? '' : `(${name}=${String(schemaIn(value).const)})`;
}

export function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = choicesOf(schema);
  if (choices.length > 0) return [...new Set(choices.map((choice) => kindOf(schemaIn(choice))))].join(' | ');
  if (schema.type === 'array') return `${kindOf(itemsOf(schema))}[]`;
  const bound = schema.maxLength ?? schema.maximum;
  return [
    schema.format ?? String(schema.type ?? 'any'),
    ...(bound === undefined || bound > 1e9 ? [] : [`≤ ${bound}`]),
  ].join(' ');
}

const byFormat: Readonly<Record<string, string>> = {
  date: '2026-11-16',
  'date-time': '2026-11-16T15:00:00Z',
  email: 'luis@broker.example',
};
const byName: Readonly<Record<string, string>> = {
  reference: words['example.reference'],
  digest: `${words['example.digest'].slice(0, 8)}…`,
  email: words['example.email'],
};

/** A value that the schema takes, as far as a schema tells: with every needed field. */
export function exampleOf(schema: Schema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [choice] = choicesOf(schema);
  if (choice !== undefined) return exampleOf(schemaIn(choice), name);
  if (schema.type === 'array') return [exampleOf(itemsOf(schema), name)];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'number' || schema.type === 'integer') return 1;
  if (schema.type === 'string') return byFormat[schema.format ?? ''] ?? byName[name] ?? '…';
  const needed = Object.entries(schema.properties ?? {}).filter(([field]) => schema.required?.includes(field));
  return Object.fromEntries(needed.map(([field, said]) => [field, exampleOf(schemaIn(said), field)]));
}
