import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startInbox } from '../../infra/local/ses/start-inbox.ts';
import { sendOne, tell } from './inbox-feedback-kit.ts';
import { containing, messagesOf, openInbox, temporaryFolder } from './inbox-kit.ts';

const listed = async (url: string): Promise<unknown> => (await fetch(`${url}/mailboxes`)).json();
const dead = { address: 'dead@importer.example', is: 'gone' } as const;

it('knows what it was told of mailboxes, until told that they are well', async () => {
  const inbox = await openInbox();
  expect(await listed(inbox.url)).toEqual([]);
  expect(await (await tell(inbox, dead)).json()).toEqual(dead);
  await tell(inbox, { address: 'Full@Importer.example', is: 'full' });
  expect(await listed(inbox.url)).toEqual([dead, { address: 'full@importer.example', is: 'full' }]);

  await tell(inbox, { address: 'DEAD@importer.example', is: 'well' });
  expect(await listed(inbox.url)).toEqual([{ address: 'full@importer.example', is: 'full' }]);
});

it('keeps what it was told, and what became of a mail, over a restart', async () => {
  const dataDir = await temporaryFolder();
  const first = await openInbox({ dataDir });
  await tell(first, dead);
  await sendOne(first, { to: dead.address });
  await first.close();

  const second = await openInbox({ dataDir });
  await sendOne(second, { to: dead.address });
  await tell(second, { address: dead.address, is: 'well' });
  await sendOne(second, { to: dead.address });
  expect((await messagesOf(second)).map(({ became }) => became)).toEqual([undefined, 'bounced', 'bounced']);
});

it('shows the worst that one of its mailboxes did with a mail', async () => {
  const inbox = await openInbox();
  await tell(inbox, { address: 'slow@importer.example', is: 'slow' });
  await sendOne(inbox, { to: ['slow@importer.example', 'ooto@simulator.amazonses.com'] });
  await sendOne(inbox, { to: ['complaint@simulator.amazonses.com', 'bounce@simulator.amazonses.com'] });
  expect((await messagesOf(inbox)).map(({ became }) => became)).toEqual(['bounced', 'answered']);
});

it.each([
  '',
  'gone',
  {},
  { address: 'dead@importer.example' },
  { address: 'dead@importer.example', is: 'dead' },
  { address: 'Dead <dead@importer.example>', is: 'gone' },
  { address: 'importer.example', is: 'gone' },
  { address: 'josé@importer.example', is: 'gone' },
  { address: 'dead@importer.example', is: 'gone', until: 'tomorrow' },
])('refuses %j with an example of what is right', async (body) => {
  const inbox = await openInbox();
  const response = await tell(inbox, body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: containing('"is": "gone"') });
  expect(await listed(inbox.url)).toEqual([]);
});

it('is read and told, and nothing else', async () => {
  const inbox = await openInbox();
  expect((await fetch(`${inbox.url}/mailboxes`, { method: 'DELETE' })).status).toBe(405);
});

it('says which file is no list of mailboxes, instead of forgetting them', async () => {
  const dataDir = await temporaryFolder();
  await writeFile(join(dataDir, 'mailboxes.json'), '[{"address"');
  await expect(startInbox({ port: 0, dataDir, verifiedSenders: [] })).rejects.toThrow(/mailboxes\.json is no list/);
});
