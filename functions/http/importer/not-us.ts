import { recordByLink } from '#casework/audit/record.ts';
import { findByLink } from '#casework/importer/find-by-link.ts';
import { notUsByLink, tellingOf } from '#casework/importer/not-us.ts';
import { typeAt } from '#domain/case/type-at.ts';
import { wantsPage } from '../body.ts';
import type { Answer, Asked } from '../exchange.ts';
import { notUsPage, saidNoPage } from '../pages/importer/not-us-page.ts';
import { answerBadLink, asJson, languageFor, page } from './importer-edge.ts';
import type { ImporterEdge } from './importer-edge.ts';

/** The page with the button. It changes nothing: mail scanners open every link. */
export async function askNotUs(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const found = await findByLink(edge.ports, part, 'not-us');
  if ('trouble' in found) return answerBadLink(edge, asked, found, 'not-us', part);
  const { case: of, link } = found;
  const on = { broker: edge.broker, locale: languageFor(asked, of), here: `/api/importer/not-us/${part}` };
  const telling = of.tellings.find(({ id }) => id === tellingOf(of, link));
  if (telling?.notUsAt !== undefined) return page(saidNoPage({ ...on, ending: 'already' }));
  return page(notUsPage({ ...on, part, reference: of.reference, type: telling ? typeAt(of, telling.at) : of.type }));
}

/** The button was pressed: everything stops, and the team hears of it. */
export async function notUs(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { headers } = asked;
  const done = await notUsByLink(edge.ports, edge.broker, part);
  if ('trouble' in done) return answerBadLink(edge, asked, done, 'not-us', part);
  const { case: of, ending } = done;
  if (ending !== 'already') await recordByLink(edge.ports, of, 'not-us');
  edge.log('not-us', { reference: of.reference, ending });
  if (!wantsPage(headers)) return asJson(200, { said: ending });
  return page(saidNoPage({ broker: edge.broker, locale: languageFor(asked, of), ending }));
}
