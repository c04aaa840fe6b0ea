import { hash } from 'node:crypto';
import type { Item } from '../../../functions/aws/case-item.ts';

/**
 * An item as a line of a file: DynamoDB's own JSON, names in order, so that the same item is the same line wherever it
 * lies, and one hash says whether two are alike.
 */
export const lineOf = (item: Item): string => JSON.stringify(ordered(item));

export const hashOf = (line: string): string => hash('sha256', line);

/** One hash for many lines, in whatever order they come. */
export const hashOfAll = (hashes: readonly string[]): string => hash('sha256', [...hashes].sort().join('\n'));

/** The item of such a line; throws when it is none. */
export function itemIn(line: string): Item {
  const value: unknown = JSON.parse(line, (name, one: unknown) => bytesIn(name, one));
  if (!isItem(value)) throw new SyntaxError('a line is no item');
  return value;
}

const sets = ['SS', 'NS', 'BS'];

/** We write neither sets nor bytes; whoever did by hand gets them back all the same. */
function ordered(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(
    ([name, one]: [string, unknown]) => [name, inSet(name, ordered(one))] as const,
  );
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const inSet = (name: string, value: unknown): unknown =>
  sets.includes(name) && Array.isArray(value) ? value.map(String).sort() : value;

/** A map's entry of that name holds an object; only an attribute's own bytes are text. */
function bytesIn(name: string, value: unknown): unknown {
  if (name === 'B' && typeof value === 'string') return Buffer.from(value, 'base64');
  if (name === 'BS' && Array.isArray(value)) return value.map((one) => Buffer.from(String(one), 'base64'));
  return value;
}

const hasText = (holder: object, name: string): boolean => {
  const value: unknown = Reflect.get(holder, name);
  return value instanceof Object && 'S' in value && typeof value.S === 'string';
};

const isItem = (value: unknown): value is Item =>
  value instanceof Object && hasText(value, 'pk') && hasText(value, 'sk');
