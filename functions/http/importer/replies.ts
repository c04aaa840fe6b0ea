import { recordByLink } from '#casework/audit/record.ts';
import { publicSideOf } from '#casework/importer/public-side.ts';
import { findByLink } from '#casework/importer/find-by-link.ts';
import { replyByLink } from '#casework/importer/reply.ts';
import type { ReplyRefusal } from '#casework/importer/reply.ts';
import { isOver } from '#domain/case/case.ts';
import type { Case } from '#domain/case/case.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { readBody, wantsPage } from '../body.ts';
import type { Answer, Asked } from '../exchange.ts';
import { importerWords } from '../pages/importer/words.ts';
import { problemDetails } from '../problem-details.ts';
import { answerTrouble } from '../trouble.ts';
import { answerBadLink, asJson, languageFor, seeOther } from './importer-edge.ts';
import type { ImporterEdge } from './importer-edge.ts';
import { MESSAGE, readReplies } from './read-replies.ts';
import type { Replies } from './read-replies.ts';
import { caseAnswer, doneAddress } from './show-case.ts';

/** Answers to the team's questions and a message, each in its box: all of them are kept, or none. */
export async function reply(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { headers } = asked;
  const body = readBody(asked);
  if ('problem' in body) return answerTrouble(edge, headers, body.problem);
  const found = await findByLink(edge.ports, part, 'case');
  if ('trouble' in found) return answerBadLink(edge, asked, found, 'case', part);
  const replies = readReplies(languageFor(asked, found.case), body.given);
  if (replies.problems.length > 0) return refuse(edge, asked, found.case, part, replies);
  const said = replies.said;
  const done = await replyByLink(edge.ports, edge.broker, part, said);
  if ('trouble' in done) return answerBadLink(edge, asked, done, 'case', part);
  const { case: of, ending } = done;
  if ('refused' in ending)
    return refuse(edge, asked, of, part, refusedReplies(languageFor(asked, of), of, replies, ending.refused));
  if (ending.fresh) await recordByLink(edge.ports, of, 'replied');
  edge.log('replied', { reference: of.reference, replies: said.length });
  const removed = [...new Set(replies.removed)];
  return wantsPage(headers)
    ? seeOther(doneAddress(asked, part, 'reply', removed))
    : asJson(200, { kept: said.length, ...(removed.length > 0 && { removed }) });
}

async function refuse(
  edge: ImporterEdge,
  asked: Asked,
  of: Case,
  part: string,
  { typed, problems, code }: Replies & { readonly code?: ReplyRefusal },
): Promise<Answer> {
  edge.log('reply-refused', { reference: of.reference, problems: problems.length });
  const status = code === undefined || code === 'nothing-said' ? 422 : 409;
  if (wantsPage(asked.headers)) return caseAnswer(edge, asked, of, part, { typed, problems }, status);
  const title = importerWords(languageFor(asked, of))['problems.title'];
  return problemDetails(status, title, { errors: problems, ...(code !== undefined && { code }) });
}

/** A move that the case does not take any more: what was typed stays on the page, in a box that is there. */
function refusedReplies(
  locale: Locale,
  of: Case,
  { said, typed, removed }: Replies,
  code: ReplyRefusal,
): Replies & { code: ReplyRefusal } {
  const message = importerWords(locale)[code];
  if (isOver(of)) return { said, removed, typed, problems: [{ field: 'unsent', message }], code };
  const open = new Set(publicSideOf(of).questions.flatMap(({ id, answer }) => (answer ? [] : [id])));
  const homeless = said.filter(({ question }) => question !== undefined && !open.has(question));
  const texts = [...homeless.map(({ text }) => text), ...[typed[MESSAGE] ?? ''].filter((text) => text !== '')];
  const kept = { ...typed, [MESSAGE]: texts.join('\n\n') };
  return { said, removed, typed: kept, problems: [{ field: MESSAGE, message }], code };
}
