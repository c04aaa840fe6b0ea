import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  clientOf,
  messagesOf,
  onlyMessage,
  openInbox,
  rawCommand,
  rawMail,
  setFaults,
  temporaryFolder,
} from './inbox-kit.ts';

it('works, and says so, until told otherwise', async () => {
  const inbox = await openInbox();
  expect(await (await fetch(`${inbox.url}/faults`)).json()).toEqual({ mode: 'none', rate: 1 });
  await clientOf(inbox).send(rawCommand(rawMail()));
  await onlyMessage(inbox);
});

it.each([
  ['throttle', 'Throttling', 400],
  ['error', 'InternalFailure', 500],
])('%s: the client gets %s and nothing is kept; good again afterwards', async (mode, name, httpStatusCode) => {
  const inbox = await openInbox();
  const client = clientOf(inbox);
  expect(await (await setFaults(inbox, { mode })).json()).toEqual({ mode, rate: 1 });

  await expect(client.send(rawCommand(rawMail()))).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  expect(await messagesOf(inbox)).toEqual([]);

  await setFaults(inbox, { mode: 'none' });
  await client.send(rawCommand(rawMail()));
  await onlyMessage(inbox);
});

it('timeout: no answer until the client gives up, and nothing is kept', async () => {
  const inbox = await openInbox();
  await setFaults(inbox, { mode: 'timeout' });
  const began = performance.now();
  const sending = clientOf(inbox).send(rawCommand(rawMail()), { abortSignal: AbortSignal.timeout(400) });

  await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  expect(performance.now() - began).toBeGreaterThan(350);
  expect(await messagesOf(inbox)).toEqual([]);
});

it('timeout: closing the inbox lets go of who still waits', async () => {
  const inbox = await openInbox();
  await setFaults(inbox, { mode: 'timeout' });
  const sending = clientOf(inbox).send(rawCommand(rawMail()));
  const outcome = sending.then(
    () => 'answered',
    () => 'let go',
  );
  await new Promise((resolve) => setTimeout(resolve, 200));

  await inbox.close();
  expect(await outcome).toBe('let go');
});

it('lost-answer: the client fails, but the mail is there', async () => {
  const inbox = await openInbox();
  await setFaults(inbox, { mode: 'lost-answer' });
  await expect(clientOf(inbox).send(rawCommand(rawMail('Taken')))).rejects.toThrow(/hang up|ECONNRESET/);
  expect((await onlyMessage(inbox)).subject).toBe('Taken');
});

it('hits the share of requests that the rate says', async () => {
  const dice = [0.1, 0.3, 0.29, 0.9];
  const inbox = await openInbox({ random: () => dice.shift() ?? 1 });
  const client = clientOf(inbox);
  await setFaults(inbox, { mode: 'error', rate: 0.3 });

  const outcomes: string[] = [];
  for (const subject of ['one', 'two', 'three', 'four']) {
    outcomes.push(
      await client.send(rawCommand(rawMail(subject))).then(
        () => 'sent',
        () => 'failed',
      ),
    );
  }
  expect(outcomes).toEqual(['failed', 'sent', 'failed', 'sent']);
});

it('rate 0 hits nobody', async () => {
  const inbox = await openInbox({ random: () => 0 });
  await setFaults(inbox, { mode: 'error', rate: 0 });
  await clientOf(inbox).send(rawCommand(rawMail()));
  await onlyMessage(inbox);
});

it('touches only what SES does: the inbox can be read on the worst day', async () => {
  const inbox = await openInbox();
  await clientOf(inbox).send(rawCommand(rawMail()));
  for (const mode of ['throttle', 'error', 'timeout', 'lost-answer']) {
    await setFaults(inbox, { mode });
    expect((await fetch(inbox.url)).status).toBe(200);
    await onlyMessage(inbox);
  }
});

it.each([
  '',
  'none',
  '[]',
  '{}',
  { mode: 'explode' },
  { mode: 'error', rate: 1.1 },
  { mode: 'error', rate: '1' },
  { mode: 'error', rates: 1 },
])('refuses %j with the reason, and changes nothing', async (body) => {
  const inbox = await openInbox();
  await setFaults(inbox, { mode: 'throttle', rate: 0.5 });
  const response = await setFaults(inbox, body);

  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(/lost-answer.*rate.*0 to 1/);
  expect(await (await fetch(`${inbox.url}/faults`)).json()).toEqual({ mode: 'throttle', rate: 0.5 });
});

it('fails as SES would when the disk does, and lives on', async () => {
  const dataDir = await temporaryFolder();
  const reported: unknown[] = [];
  const inbox = await openInbox({ dataDir, report: (event) => reported.push(event) });
  await rm(dataDir, { recursive: true });

  await expect(clientOf(inbox).send(rawCommand(rawMail()))).rejects.toMatchObject({ name: 'InternalFailure' });
  expect(reported).toEqual(['inbox.failed']);
  expect(await messagesOf(inbox)).toEqual([]);
});
