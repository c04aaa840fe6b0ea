import { expect, it } from 'vitest';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { afterwards, newDataDir, startMachine, until } from './machine.ts';
import { wireTo } from './proxy.ts';
import { accepted, arrived, casesAt, missing, newRequest, owedBy, post, postForm } from './traffic.ts';

it('DynamoDB is gone: 503 and when to come back, never a false 201; back again, all goes on', async () => {
  const dynamodb = await startEmbeddedDynamodb();
  afterwards(() => dynamodb.close());
  const wire = await wireTo(Number(new URL(dynamodb.endpoint).port));
  afterwards(() => wire.close());
  const elsewhere = { DYNAMODB_ENDPOINT: `http://localhost:${String(wire.port)}` };
  const machine = await startMachine(await newDataDir(), elsewhere);
  const before = newRequest('name-query');
  const owed = owedBy(await accepted(machine.url, before), before);

  wire.set('cut');
  const request = newRequest('email-update');
  const refused = await post(machine.url, request);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('10');
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const page = await postForm(machine.url, request);
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await page.text()).toContain('Nothing you typed is lost');
  // What needs no store is there all the same.
  expect((await fetch(`${machine.url}/api/requests/sent/H7K2M-9QXTC`)).status).toBe(200);
  expect((await fetch(`${machine.url}/en/`)).status).toBe(200);

  // Stored, but nobody hears of it: an answer must not be made up, and trying again finds the same case.
  wire.set('no-answer');
  const unheard = newRequest('name-query');
  expect((await post(machine.url, unheard)).status).toBe(503);

  wire.set('whole');
  for (const again of [request, unheard]) owed.push(...owedBy(await accepted(machine.url, again), again));
  await until('the last letter', 45_000, async () => missing(owed, await arrived(machine)).length === 0);
  const stored = await casesAt(dynamodb.endpoint);
  expect(stored.map(({ answers }) => answers['companyName']).sort()).toEqual(
    [before, request, unheard].map(({ answers }) => answers['companyName']).sort(),
  );
  expect((await machine.stop('SIGTERM')).code).toBe(0);
});
