import type { IncomingMessage } from 'node:http';
import { json, problem, readBody, type Answer } from '../http.ts';
import { parseJson } from '../read-mail.ts';
import type { EventQueue } from './event-queue.ts';
import { mailboxHelp, mailboxSchema } from './mailbox.ts';
import type { Mailboxes } from './mailboxes.ts';

/** Says of one mailbox how it is, or lists those that are not well. */
export const answerMailboxes = async (request: IncomingMessage, mailboxes: Mailboxes): Promise<Answer> => {
  if (request.method === 'GET') return json(mailboxes.list());
  if (request.method !== 'PUT') return problem(405, 'GET or PUT only.', { allow: 'GET, PUT' });
  const body = await readBody(request, 10_000);
  const mailbox = mailboxSchema.safeParse(parseJson(body?.toString() ?? ''));
  if (!mailbox.success) return problem(400, mailboxHelp);
  await mailboxes.tell(mailbox.data);
  return json(mailbox.data);
};

/** How many events wait and how many were put aside; or takes the latter back. */
export const answerDeadLetters = async (method: string, path: string, queue: EventQueue): Promise<Answer> => {
  const [wanted, answer] =
    path === '/dead-letters'
      ? (['GET', async () => ({ waiting: queue.size(), dead: await queue.dead() })] as const)
      : (['POST', async () => ({ redriven: await queue.redrive() })] as const);
  return method === wanted ? json(await answer()) : problem(405, `${wanted} only.`, { allow: wanted });
};
