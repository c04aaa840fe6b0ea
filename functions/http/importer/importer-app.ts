import { doorApp } from '../edge.ts';
import type { Answer, App, Asked } from '../exchange.ts';
import { inEachLanguage } from '../languages.ts';
import type { Route } from '../route.ts';
import { isReading, senderOf } from '../same-origin.ts';
import { answerTrouble } from '../trouble.ts';
import { answers } from './answers.ts';
import { askLink, linkAsked } from './ask-link.ts';
import { askToConfirm, confirm } from './confirm.ts';
import type { ImporterEdge } from './importer-edge.ts';
import { askNotUs, notUs } from './not-us.ts';
import { erasure, ownData } from './own-data.ts';
import { reply } from './replies.ts';
import { confirmOnCase, renewLink, showCase } from './show-case.ts';

type Handle = (edge: ImporterEdge, asked: Asked, part: string) => Answer | Promise<Answer>;

/** Each address, and what it does by method. */
const addresses: readonly { readonly at: `/api/importer/${string}`; readonly get?: Handle; readonly post?: Handle }[] =
  [
    { at: '/api/importer/links', post: askLink },
    { at: '/api/importer/links/asked', get: linkAsked },
    { at: '/api/importer/confirm/{link}', get: askToConfirm, post: confirm },
    { at: '/api/importer/not-us/{link}', get: askNotUs, post: notUs },
    { at: '/api/importer/case/{link}', get: showCase },
    { at: '/api/importer/case/{link}/confirm', post: confirmOnCase },
    { at: '/api/importer/case/{link}/replies', post: reply },
    { at: '/api/importer/case/{link}/answers', post: answers },
    { at: '/api/importer/case/{link}/data', get: ownData },
    { at: '/api/importer/case/{link}/erasure', post: erasure },
    { at: '/api/importer/case/{link}/renew', post: renewLink },
  ];

/** The door for who holds a mailed link: that case's public side. Anyone may ask here for such a link. */
export const importerApp = (door: Omit<ImporterEdge, 'locale'>): App =>
  inEachLanguage(door.broker.languages, (locale) => {
    const edge = { ...door, locale };
    return doorApp(edge, importerRoutes(edge));
  });

/** Its routes. A test says of each what every caller gets, and fails for one that it does not name. */
export const importerRoutes = (edge: ImporterEdge): readonly Route[] =>
  addresses.flatMap(({ at, get, post }): Route[] => [
    ...(get ? [route(edge, `GET ${at}`, get)] : []),
    ...(post ? [route(edge, `POST ${at}`, post)] : []),
    { name: `ANY ${at}`, answer: ({ headers }) => wrongMethod(edge, headers, get !== undefined, post !== undefined) },
  ]);

/**
 * A post from another website's page is refused; one from a program or an old browser, which say nothing of where it
 * began, is not. No cookie opens this door, so no page can borrow its reader's way in: the address itself is the secret.
 */
const route = (edge: ImporterEdge, name: Route['name'], handle: Handle): Route => ({
  name,
  answer: (asked, part = '') =>
    isReading(asked) || senderOf(asked, edge.siteUrl) !== 'foreign'
      ? handle(edge, asked, part)
      : answerTrouble(edge, asked.headers, 'foreign-origin'),
});

function wrongMethod(edge: ImporterEdge, asked: Asked['headers'], get: boolean, post: boolean): Answer {
  const answer = answerTrouble(edge, asked, 'wrong-method');
  const allow = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])].join(', ');
  return { ...answer, headers: { ...answer.headers, allow } };
}
