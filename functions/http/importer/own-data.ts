import { recordByLink } from '#casework/audit/record.ts';
import { askErasureByLink } from '#casework/importer/ask-erasure.ts';
import { findByLink } from '#casework/importer/find-by-link.ts';
import { ownDataOf } from '#casework/importer/own-data.ts';
import { publicSideOf } from '#casework/importer/public-side.ts';
import { wantsPage } from '../body.ts';
import type { Answer, Asked } from '../exchange.ts';
import { answerBadLink, asJson, seeOther } from './importer-edge.ts';
import type { ImporterEdge } from './importer-edge.ts';
import { doneAddress } from './show-case.ts';

/**
 * What somebody gave and was told, as a file. Like the page it asks for the link alone: it says nothing that its holder did
 * not write or cannot read there (docs/decisions/0048).
 */
export async function ownData(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const found = await findByLink(edge.ports, part, 'case');
  if ('trouble' in found) return answerBadLink(edge, asked, found, 'case', part);
  const { case: of } = found;
  await recordByLink(edge.ports, of, 'exported', { export: 'own-data' });
  edge.log('own-data-taken', { reference: of.reference });
  const file = ownDataOf(publicSideOf(of), of, edge.broker, edge.ports.now());
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="request-${of.reference}.json"`,
      'cache-control': 'no-store',
    },
    body: `${JSON.stringify(file, undefined, 2)}\n`,
  };
}

/** The button on the case's page: a member decides. */
export async function erasure(edge: ImporterEdge, asked: Asked, part: string): Promise<Answer> {
  const { headers } = asked;
  const done = await askErasureByLink(edge.ports, edge.broker, part);
  if ('trouble' in done) return answerBadLink(edge, asked, done, 'case', part);
  const { case: of, ending } = done;
  if (ending === 'asked') await recordByLink(edge.ports, of, 'erasure-asked');
  edge.log('erasure-asked', { reference: of.reference, ending });
  return wantsPage(headers) ? seeOther(doneAddress(asked, part, 'erasure')) : asJson(200, { erasure: ending });
}
