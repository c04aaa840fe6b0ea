import { recordByLink } from '#casework/audit/record.ts';
import { confirmByLink } from '#casework/importer/confirm-mailbox.ts';
import { findByLink } from '#casework/importer/find-by-link.ts';
import { publicSideOf } from '#casework/importer/public-side.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import { askForLink } from '#casework/asks/ask-for-link.ts';
import { isOver } from '#domain/case/case.ts';
import type { Case } from '#domain/case/case.ts';
import { openQuestions, unsettledAnswers } from '#domain/case/completion.ts';
import { wantsPage } from '../body.ts';
import type { Answer, Asked } from '../exchange.ts';
import { scriptedPageHeaders } from '../headers.ts';
import { inLanguage, saidLanguage } from '../languages.ts';
import { renewedPage } from '../pages/importer/asked-page.ts';
import { casePage, dones } from '../pages/importer/case-page.ts';
import type { CasePage, Done } from '../pages/importer/case-page.ts';
import { kindsIn, removedQuery } from '../pages/removed.ts';
import { answerBadLink, asJson, languageFor, page, seeOther } from './importer-edge.ts';
import type { ImporterEdge } from './importer-edge.ts';

export const caseAddress = (part: string): string => `/api/importer/case/${part}`;

/** The case's page, which says what was done just now, and what was not kept of it. */
export function doneAddress(asked: Asked, part: string, done: Done, removed: readonly SecretKind[] = []): string {
  const address = `${caseAddress(part)}?done=${done}${removedQuery(removed, '&')}`;
  const said = saidLanguage(asked);
  return said === undefined ? address : inLanguage(address, said);
}

/** The case's public side. Opening it changes nothing, and proves nothing: mail scanners open every link. */
export async function showCase(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { query } = asked;
  const found = await findByLink(edge.ports, part, 'case');
  if ('trouble' in found) return answerBadLink(edge, asked, found, 'case', part);
  const said = new URLSearchParams(query).get('done');
  const done = dones.find((known) => known === said);
  return caseAnswer(edge, asked, found.case, part, { done, removed: kindsIn(query) });
}

type Shown = Pick<CasePage, 'typed' | 'problems' | 'done' | 'removed'> & {
  readonly given?: Readonly<Record<string, string>>;
};

/** The case's page, as it is or with what was typed and is wrong. That it was seen is on record before it is given. */
export async function caseAnswer(
  edge: ImporterEdge,
  asked: Asked,
  of: Case,
  part: string,
  { given = {}, ...shown }: Shown,
  status = 200,
): Promise<Answer> {
  await recordByLink(edge.ports, of, 'saw');
  const { broker, ports } = edge;
  const now = ports.now();
  const names = lackingNames(edge, of);
  const body = casePage({
    ...shown,
    ...{ broker, locale: languageFor(asked, of), here: caseAddress(part), side: publicSideOf(of), part, now },
    ...(names.length > 0 && { lacking: { names, values: { ...of.answers, ...given } } }),
  });
  return page(body, status, scriptedPageHeaders);
}

/** The questions that a turned case still asks: none when all that is needed is there. */
export function lackingNames({ broker, ports }: ImporterEdge, of: Case): readonly string[] {
  const world = { year: ports.now().getUTCFullYear(), ownDomains: broker.ownDomains };
  return isOver(of) || unsettledAnswers(of, world).length === 0 ? [] : openQuestions(of, world);
}

/** The button on the case's page. */
export async function confirmOnCase(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { headers } = asked;
  const done = await confirmByLink(edge.ports, edge.broker, part, 'case');
  if ('trouble' in done) return answerBadLink(edge, asked, done, 'case', part);
  const { case: of, link, ending } = done;
  if (ending !== 'already') await recordByLink(edge.ports, of, 'confirmed', { mailbox: link.mailbox });
  edge.log('mailbox-confirmed', { reference: of.reference, mailbox: link.mailbox, ending });
  return wantsPage(headers) ? seeOther(doneAddress(asked, part, 'confirmed')) : asJson(200, { confirmed: ending });
}

/** A new link for an expired one that we know: mailed to the same mailbox, never shown here. */
export async function renewLink(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { headers } = asked;
  const found = await findByLink(edge.ports, part, 'case');
  if ('trouble' in found && found.trouble !== 'expired') return answerBadLink(edge, asked, found, 'case', part);
  const { reference, answers } = found.case;
  const locale = languageFor(asked, found.case);
  await askForLink(edge.ports, { purpose: 'case', mailbox: answers['contactEmail'] ?? '', reference });
  edge.log('link-renewed', { reference });
  return wantsPage(headers) ? page(renewedPage({ broker: edge.broker, locale })) : asJson(202, { asked: true });
}
