import { readFileSync, readdirSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { caseOf } from '../../functions/aws/read-case-item.ts';
import { attributesOf } from '../../functions/aws/attributes.ts';
import { itemOf, keyOfItem } from '../../functions/aws/case-item.ts';
import type { Item } from '../../functions/aws/case-item.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import { FORMAT } from '#domain/case/formats.ts';
import { opened } from '#test/fakes/requests.ts';

/** Items as earlier versions of this desk wrote them, on the day that their file is named after. */
const folder = new URL('old-items/', import.meta.url);
const lines = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line, nth) => [`${file} ${nth + 1}`, line] as const),
);
const attribute: z.ZodMiniType<Item[string]> = z.any();
const itemSchema = z.record(z.string(), attribute);
const item = (line: string): Item => itemSchema.parse(JSON.parse(line));

const embedded = await startEmbeddedDynamodb();
afterAll(() => embedded.close());
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const client = new DynamoDBClient({ endpoint: embedded.endpoint, region: 'us-east-1', credentials });
await ensureTable(client, 'old');
const cases = dynamoCaseStore(client, 'old');

it('there are items of every older format', () => {
  const formats = lines.map(([, line]) => item(line)['case']?.M?.['format']?.N);
  for (let older = 1; older < FORMAT; older += 1) expect(formats).toContain(String(older));
});

describe.each(lines)('%s', (_, line) => {
  const old = item(line);
  const was = old['case']?.M ?? {};

  it('is read as the case that it was, in the format of today', () => {
    const read = caseOf(old);
    expect(read).toMatchObject({ format: FORMAT, reference: was['reference']?.S, state: was['state']?.S });
    expect(read?.timeline).toHaveLength(was['timeline']?.L?.length ?? -1);
    expect(Object.keys(read?.answers ?? {}).sort()).toEqual(Object.keys(was['answers']?.M ?? {}).sort());
    const mails = was['letters']?.L?.map(({ M }) =>
      M?.['messageId']?.S === undefined ? undefined : [M['messageId'].S],
    );
    expect(read?.letters.map((letter) => letter.mails)).toEqual(mails);
  });

  it('is worked on in the store, and is renewed by it', async () => {
    await client.send(new PutItemCommand({ TableName: 'old', Item: old }));
    const key = keyOfItem(old);
    if (!key) throw new Error('no key');
    const found = await cases.read(key);
    if (!found) throw new Error('no case');
    expect(await cases.save({ ...found, rev: found.rev + 1 }, found.rev)).toBe('saved');
    expect(await cases.read(key)).toEqual({ ...found, rev: found.rev + 1 });
  });
});

it('what a later version wrote is left alone for the minutes of a deployment', async () => {
  const of = opened('name-query');
  const later = { ...of, format: FORMAT + 1, unheardOf: true };

  await client.send(
    new PutItemCommand({ TableName: 'old', Item: { ...itemOf(of), ...attributesOf({ case: later }) } }),
  );
  await expect(cases.read(of)).rejects.toThrow(StoreUnavailable);
});
