import { askForLink } from '#casework/asks/ask-for-link.ts';
import { lookUpNames, readLookUp, wordsOfLookUp } from '#domain/case/look-up.ts';
import type { LookUpProblem } from '#domain/case/look-up.ts';
import type { Given } from '#domain/requests/field.ts';
import { readBody, wantsPage } from '../body.ts';
import type { Answer, Asked } from '../exchange.ts';
import { inLanguage } from '../languages.ts';
import { askedPage } from '../pages/importer/asked-page.ts';
import { lookUpPage } from '../pages/importer/look-up-page.ts';
import { problemDetails } from '../problem-details.ts';
import { answerTrouble } from '../trouble.ts';
import { asJson, page, seeOther } from './importer-edge.ts';
import type { ImporterEdge } from './importer-edge.ts';

const ASKED = '/api/importer/links/asked';

/** Asks for a link to one's case. Only the shape is looked at; all that fits gets the same answer after the same work. */
export async function askLink(edge: ImporterEdge, asked: Asked): Promise<Answer> {
  const { headers } = asked;
  const body = readBody(asked);
  if ('problem' in body) return answerTrouble(edge, headers, body.problem);
  const reading = readLookUp(body.given);
  if ('problems' in reading) return refuse(edge, asked, body.given, reading.problems);
  await askForLink(edge.ports, { purpose: 'case', mailbox: reading.email, reference: reading.reference });
  // Not even the reference: it would say which cases strangers ask for, and which of them exist.
  edge.log('link-asked');
  return wantsPage(headers)
    ? seeOther(inLanguage(ASKED, edge.locale))
    : asJson(202, { asked: true }, { location: inLanguage(ASKED, edge.locale) });
}

function refuse(edge: ImporterEdge, { headers }: Asked, given: Given, found: readonly LookUpProblem[]): Answer {
  const { broker, locale } = edge;
  const problems = found.map((problem) => ({ ...problem, message: wordsOfLookUp(locale, problem) }));
  edge.log('link-ask-refused', { problems: problems.length });
  if (!wantsPage(headers)) return problemDetails(422, 'Some answers need a change', { errors: problems });
  const typed = Object.fromEntries(lookUpNames.map((name) => [name, typedText(given[name])]));
  return page(lookUpPage({ broker, locale, typed, problems }), 422);
}

/** What a person typed, to be shown again; of other things nothing. */
const typedText = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 300) : '');

export const linkAsked = ({ broker, locale }: ImporterEdge): Answer => page(askedPage({ broker, locale, here: ASKED }));
