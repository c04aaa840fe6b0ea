import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openMailStore } from '../../infra/local/ses/mail-store.ts';
import { startInbox } from '../../infra/local/ses/start-inbox.ts';
import {
  clientOf,
  messagesOf,
  onlyMessage,
  openInbox,
  rawCommand,
  rawMail,
  sender,
  temporaryFolder,
} from './inbox-kit.ts';

it('keeps mail, order and envelope over a restart, and goes on with new mail on top', async () => {
  const dataDir = await temporaryFolder();
  const first = await openInbox({ dataDir });
  for (const subject of ['one', 'two', 'three']) {
    await clientOf(first).send(rawCommand(rawMail(subject), [`${subject}@importer.example`]));
  }
  const before = await messagesOf(first);
  await first.close();

  const second = await openInbox({ dataDir });
  expect(await messagesOf(second)).toEqual(before);
  await clientOf(second).send(rawCommand(rawMail('four')));
  expect((await messagesOf(second)).map(({ subject }) => subject)).toEqual(['four', 'three', 'two', 'one']);
});

it('gives ids that rise, however many fall into one millisecond, and also past the mail already there', async () => {
  const folder = await temporaryFolder();
  const later = `${(Date.now() + 60_000).toString(16).padStart(16, '0')}-from-a-clock-that-was-ahead`;
  await writeFile(join(folder, `${later}.eml`), '');
  const store = await openMailStore(folder);
  const ids = [later, ...Array.from({ length: 500 }, () => store.nextId())];
  expect(ids.toSorted()).toEqual(ids);
});

it('sweeps what a kill left half written, and passes over files that are not its own', async () => {
  const dataDir = await temporaryFolder();
  const first = await openInbox({ dataDir });
  await clientOf(first).send(rawCommand(rawMail()));
  const [mail] = await messagesOf(first);
  await first.close();
  await writeFile(join(dataDir, 'mail', 'half.tmp'), 'X-Inbox-Env');
  await writeFile(join(dataDir, 'mail', 'foreign.eml'), rawMail());
  await writeFile(join(dataDir, 'mail', 'ffff.eml'), 'X-Inbox-Envelope: {"receivedAt":1}\r\n\r\n');

  const second = await openInbox({ dataDir });
  expect(await messagesOf(second)).toEqual([mail]);
  expect(await readdir(join(dataDir, 'mail'))).not.toContain('half.tmp');
});

it('shows one message, and its source as it was sent on', async () => {
  const inbox = await openInbox();
  await clientOf(inbox).send(rawCommand(rawMail('Raw', ['X-Inbox-Envelope: {"forged":true}'])));
  const mail = await onlyMessage(inbox);

  expect(await (await fetch(`${inbox.url}/messages/${mail.id}`)).json()).toEqual(mail);
  const raw = await fetch(`${inbox.url}/messages/${mail.id}/raw`);
  expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await raw.text()).toMatch(new RegExp(`^From: Importer Desk <${sender}>\r\n[^]*\r\n\r\nHello Ann\\.\r\n$`));
});

it('serves the HTML of a mail so that it can neither run script nor reach cookies or the network', async () => {
  const inbox = await openInbox();
  const html = '<!doctype html><html><head><title>x</title></head><body><a href="/x">link</a></body></html>';
  await clientOf(inbox).send(rawCommand(rawMail('Html', ['Content-Type: text/html']).replace('Hello Ann.', html)));
  const { id } = await onlyMessage(inbox);
  const response = await fetch(`${inbox.url}/messages/${id}/html`);
  const policy = (response.headers.get('content-security-policy') ?? '').split('; ');

  expect(policy).toContain("default-src 'none'");
  const sandbox = policy.find((rule) => rule.startsWith('sandbox'));
  expect(sandbox).toBe('sandbox allow-popups allow-popups-to-escape-sandbox');
  expect(policy.some((rule) => rule.startsWith('script-src'))).toBe(false);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.text()).toContain('<head><base target="_blank"><title>');
});

it('gives the newest few on request, and nothing at all when nothing changed', async () => {
  const inbox = await openInbox();
  const client = clientOf(inbox);
  for (const subject of ['one', 'two', 'three']) await client.send(rawCommand(rawMail(subject)));
  const ask = (tag = '') => fetch(`${inbox.url}/messages?limit=2`, { headers: { 'if-none-match': tag } });

  const first = await ask();
  expect(first.headers.get('x-total-count')).toBe('3');
  expect(await first.json()).toMatchObject([{ subject: 'three' }, { subject: 'two' }]);
  const tag = first.headers.get('etag') ?? '';
  expect((await ask(tag)).status).toBe(304);
  await client.send(rawCommand(rawMail('four')));
  expect((await ask(tag)).status).toBe(200);
});

it('deletes all messages, from the disk too', async () => {
  const dataDir = await temporaryFolder();
  const inbox = await openInbox({ dataDir });
  await clientOf(inbox).send(rawCommand(rawMail()));
  expect((await fetch(`${inbox.url}/messages`, { method: 'DELETE' })).status).toBe(204);
  expect(await messagesOf(inbox)).toEqual([]);
  expect(await readdir(join(dataDir, 'mail'))).toEqual([]);
});

it('serves the page under a policy without inline script, and its script', async () => {
  const inbox = await openInbox();
  const page = await fetch(inbox.url);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
  expect(await page.text()).toContain('Nothing leaves it.');
  for (const [path, type] of [
    ['inbox.js', 'text/javascript'],
    ['inbox.css', 'text/css'],
  ]) {
    const file = await fetch(`${inbox.url}/${path}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
  }
});

it.each([
  ['GET', '/nothing', 404],
  ['GET', '/messages/unknown', 404],
  ['GET', '/messages/..%2f..%2fpackage.json/raw', 404],
  ['GET', '/messages?limit=few', 400],
  ['PUT', '/messages', 405],
  ['DELETE', '/messages/one', 405],
  ['POST', '/faults', 405],
])('answers %s %s with %i', async (method, path, status) => {
  const inbox = await openInbox();
  expect((await fetch(inbox.url + path, { method })).status).toBe(status);
});

it('says which port is taken', async () => {
  const { port } = await openInbox();
  const again = startInbox({ port, dataDir: await temporaryFolder(), verifiedSenders: [] });
  await expect(again).rejects.toThrow(`The inbox cannot listen on port ${port}: it is in use`);
});
