import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import words from '../../web/src/desk/system/text/en.json' with { type: 'json' };
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoMailboxes } from '../../functions/aws/desk-items/mailbox-store.ts';
import { noteMailbox } from '#casework/mailboxes/health.ts';
import { broker } from '../../broker.config.ts';
import { ago, came } from './desk-fixture/cases.ts';
import { ada, useDeskStage } from './desk-stage.ts';
import { heading } from './form.ts';
import { clientOf, TABLE } from './later-on.ts';
import { messages } from './mails.ts';

/** The whole machine, in an outage that its inbox makes, and after. */
const stage = useDeskStage();

const faults = async (mode: string) => {
  const body = JSON.stringify({ mode, rate: 1 });
  expect((await fetch(`${stage.inbox()}/faults`, { method: 'PUT', body })).ok).toBe(true);
};

const toSystem = async (page: Page) => {
  await page.goto('/desk/system/');
  await heading(page, words.hours).waitFor();
};

it('says during an outage what waits and since when, and after it that all has gone out', async () => {
  const { page } = await stage.as(ada);
  await toSystem(page);
  await heading(page, words['verdict.well']).waitFor();

  await faults('error');
  // It came five minutes ago, and its letters are still owed: nobody wants to wait so long here.
  const late = came('name-query', { companyName: 'Outage Imports LLC' }, 0, 1 / 12);
  await dynamoCaseStore(clientOf(stage), TABLE).put(late);
  const fresh = came('name-query', { companyName: 'Fresh Imports LLC' }, 1, 0);
  await dynamoCaseStore(clientOf(stage), TABLE).put(fresh);
  const waits = page.locator('.verdict').getByText(/^Letters of 2 cases wait, the oldest since .+\. We keep trying\.$/);
  await page.reload();
  await waits.waitFor();
  expect(await messages(stage).then((all) => all.filter(({ subject }) => subject.includes(late.reference)))).toEqual(
    [],
  );

  await faults('none');
  // By itself: nobody presses anything.
  await waits.waitFor({ state: 'detached', timeout: 60_000 });
  await heading(page, words['verdict.well']).waitFor({ timeout: 60_000 });
  const sent = (await messages(stage)).filter(({ subject }) => subject.includes(late.reference));
  expect(sent).toHaveLength(late.letters.length);
});

it('shows what was put aside, and a mailbox that fails, from the table itself', async () => {
  const client = clientOf(stage);
  const { page } = await stage.as(ada);
  const [first] = broker.teamMailboxes;
  const at = ago(1).toISOString();
  // Later than the letters of the test before, which arrived there.
  const told = { what: 'bouncedAt', at: new Date().toISOString() } as const;
  expect(await noteMailbox({ mailboxes: dynamoMailboxes(client, TABLE), now: () => new Date() }, first, told)).toBe(
    true,
  );
  const Item = {
    ...{ pk: { S: 'CASE#H7K2M-9QXTC' }, sk: { S: 'a'.repeat(64) }, owed: { S: 'STUCK' }, owedAt: { S: '2031-01-01' } },
    ...{ stuck: { M: { since: { S: at }, tries: { N: '3' }, why: { S: 'ZodError' } } }, case: { S: 'spoiled' } },
  };
  await client.send(new PutItemCommand({ TableName: TABLE, Item }));
  await page.goto('/desk/');
  await page.getByText(shell['alarm.stuck']).waitFor();
  await page.getByRole('link', { name: shell['alarms.more'] }).click();
  await heading(page, words['verdict.stuck.one']).waitFor();
  await page.getByText('H7K2M-9QXTC').waitFor();
  await page.getByRole('button', { name: words['mailbox.works.label'].replace('{mailbox}', first) }).click();
  await page.getByText(words['mailbox.bounced']).waitFor({ state: 'detached' });
});
