import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unlessRefused } from '../asked.ts';
import { attributesOf } from '../attributes.ts';
import type { Item } from '../case-item.ts';

/** What every small item of the desk has; see `domain/desk/kept.ts`. */
export type Kept = { readonly id: string; readonly rev: number; readonly keptUntil?: string | undefined };

/** A kind of small items: the first part of its keys (`SESSION#…`), and the keys that an index lists it by. */
export type Kind<T extends Kept> = {
  readonly prefix: string;
  readonly listedBy?: (one: T) => Readonly<Record<string, string | undefined>>;
};

export const keyOfKept = ({ prefix }: { readonly prefix: string }, id: string): Item => ({
  pk: { S: `${prefix}#${id}` },
  sk: { S: prefix.toLowerCase() },
});

export const itemOfKept = <T extends Kept>(kind: Kind<T>, one: T): Item => ({
  ...keyOfKept(kind, one.id),
  ...attributesOf({ rev: one.rev, kept: one, ...kind.listedBy?.(one) }),
  ...(one.keptUntil !== undefined && { expiresAt: { N: String(Math.floor(Date.parse(one.keptUntil) / 1000)) } }),
});

/** Puts a new item; apart from the reader, so that a public door does not carry the schemas. */
export const dynamoPut =
  <T extends Kept>(client: DynamoDBClient, TableName: string, kind: Kind<T>) =>
  async (one: T): Promise<'stored' | 'already-stored'> => {
    const ConditionExpression = 'attribute_not_exists(pk)';
    const put = new PutItemCommand({ TableName, Item: itemOfKept(kind, one), ConditionExpression });
    return (await unlessRefused(() => client.send(put))) ? 'stored' : 'already-stored';
  };
