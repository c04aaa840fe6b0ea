import { recordByLink } from '#casework/audit/record.ts';
import { confirmByLink } from '#casework/importer/confirm-mailbox.ts';
import { findByLink } from '#casework/importer/find-by-link.ts';
import { isOver } from '#domain/case/case.ts';
import type { Case } from '#domain/case/case.ts';
import type { NamedMailbox } from '#domain/case/letter-parts.ts';
import { when } from '#domain/when.ts';
import { wantsPage } from '../body.ts';
import type { Answer, Asked } from '../exchange.ts';
import { confirmPage, confirmedPage } from '../pages/importer/confirm-page.ts';
import { answerBadLink, asJson, languageFor, page } from './importer-edge.ts';
import type { ImporterEdge } from './importer-edge.ts';

/** The page with the button. It changes nothing: mail scanners open every link. */
export async function askToConfirm(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const found = await findByLink(edge.ports, part, 'confirm');
  if ('trouble' in found) return answerBadLink(edge, asked, found, 'confirm', part);
  const { case: of, link } = found;
  const { mailbox } = link;
  if (mailbox === 'earlier-contact') return answerBadLink(edge, asked, { trouble: 'unknown' }, 'confirm', part);
  if (of.confirmed[mailbox] !== undefined) return confirmedAnswer(edge, asked, of, mailbox, 'already');
  const waits = mailbox === 'contact' && of.state === 'answered';
  const { reference } = of;
  const on = { broker: edge.broker, locale: languageFor(asked, of), here: `/api/importer/confirm/${part}` };
  return page(confirmPage({ ...on, part, mailbox, reference, waits }));
}

/** The button was pressed. */
export async function confirm(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { headers } = asked;
  const done = await confirmByLink(edge.ports, edge.broker, part, 'confirm');
  if ('trouble' in done) return answerBadLink(edge, asked, done, 'confirm', part);
  const { case: of, link, ending } = done;
  if (ending !== 'already') await recordByLink(edge.ports, of, 'confirmed', { mailbox: link.mailbox });
  const { mailbox } = link;
  if (mailbox === 'earlier-contact') return answerBadLink(edge, asked, { trouble: 'unknown' }, 'confirm', part);
  edge.log('mailbox-confirmed', { reference: of.reference, mailbox, ending });
  return wantsPage(headers) ? confirmedAnswer(edge, asked, of, mailbox, ending) : asJson(200, { confirmed: ending });
}

type Ending = Parameters<typeof confirmedPage>[0]['ending'];

function confirmedAnswer(
  { broker, ports }: ImporterEdge,
  asked: Asked,
  of: Case,
  mailbox: NamedMailbox,
  ending: Ending,
): Answer {
  const locale = languageFor(asked, of);
  const isDue = mailbox === 'contact' && !isOver(of) && of.state !== 'waiting' && of.dueAt > ports.now().toISOString();
  const due = isDue ? when(of.dueAt, locale, broker.officeHours.timeZone) : undefined;
  return page(confirmedPage({ broker, locale, mailbox, ending, isOver: isOver(of), due }));
}
