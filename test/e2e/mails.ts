import * as z from 'zod/mini';
import { mailSchema } from '../../infra/local/ses/mail.ts';
import type { Mail } from '../../infra/local/ses/mail.ts';
import { eventually } from './stage.ts';
import type { Stage } from './stage.ts';

/** Every mail so far, the newest first. */
export const messages = async (stage: Pick<Stage, 'inbox'>): Promise<Mail[]> =>
  z.array(mailSchema).parse(await (await fetch(`${stage.inbox()}/messages`)).json());

/** The mails of one case once so many have come, team's first; more than that fails here. */
export async function mailsOf(stage: Stage, reference: string, count: number): Promise<Mail[]> {
  const ofCase = async () => (await messages(stage)).filter(({ subject }) => subject.includes(reference));
  await eventually(async () => (await ofCase()).length).toBe(count);
  return ofCase();
}

export const mailTo = (mails: readonly Mail[], address: string): Mail => {
  const found = mails.filter(({ to }) => to.includes(address));
  const [mail] = found;
  if (!mail || found.length > 1) throw new Error(`${found.length} mails to ${address}`);
  return mail;
};

/** Opens a mail as its reader would: on the inbox's page, by its line in the list; gives the words in its frame. */
export async function readInInbox(stage: Stage, mail: Mail): Promise<string> {
  const { page } = await stage.visit();
  await page.goto(`${stage.inbox()}/`);
  await page
    .getByRole('listitem')
    .filter({ hasText: mail.subject })
    .filter({ hasText: mail.to[0] ?? '' })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { name: mail.subject, exact: true }).waitFor();
  const letter = page.frameLocator('iframe').locator('body');
  await letter.locator('h1').waitFor();
  const words = await letter.innerText();
  await page.context().close();
  return words;
}
