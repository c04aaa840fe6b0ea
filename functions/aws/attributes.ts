import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * Plain values as DynamoDB's attributes; what is undefined is left out. A case is texts, numbers, lists and records, so
 * this is all there is to it; the SDK's `marshall` asks each value about sets, buffers and big numbers first, which was
 * a fifth of a warm intake's own work. The reader is the SDK's, and the store's contract holds both together.
 */
export function attributesOf(values: object): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) attributes[name] = attributeOf(value);
  return attributes;
}

function attributeOf(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (typeof value === 'object') return { M: attributesOf(value) };
  throw new Error(`a case holds no ${typeof value}`);
}
