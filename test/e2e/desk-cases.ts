import type { RequestTypeName } from '#domain/requests/registry.ts';
import * as z from 'zod/mini';
import { samples } from '#test/fakes/requests.ts';
import { letterOf } from './story-importer.ts';
import type { Stage } from './stage.ts';

/** A case that a test begins with: filed and confirmed without its pages, which other tests walk through. */
export type Filed = { readonly reference: string; readonly company: string; readonly mailbox: string };

const answerSchema = z.object({ reference: z.string() });

export async function filed(
  stage: Stage,
  company: string,
  { type = 'name-query', ...change }: { readonly type?: RequestTypeName; readonly [name: string]: string } = {},
): Promise<Filed> {
  const mailbox = `rosa@${company.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`;
  const answers = { ...samples[type][0], companyName: company, contactEmail: mailbox, ...change };
  const answer = await fetch(`${stage.site()}/api/requests/${type}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answers),
  });
  const { reference } = answerSchema.parse(await answer.json());
  return { reference, company, mailbox };
}

/** Where the receipt's button leads. */
export async function confirmLink(stage: Stage, { reference, mailbox }: Filed): Promise<string> {
  const { text } = await letterOf(stage, reference, mailbox, 'received.subject');
  return /\S+\/api\/importer\/confirm\/\S+/.exec(text)?.[0] ?? '';
}

export async function filedAndConfirmed(stage: Stage, company: string, change = {}): Promise<Filed> {
  const found = await filed(stage, company, change);
  await fetch(await confirmLink(stage, found), { method: 'POST', headers: { origin: stage.site() } });
  return found;
}

export const casePath = ({ reference }: Pick<Filed, 'reference'>) => `/desk/case/?reference=${reference}`;
