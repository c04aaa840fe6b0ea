import type { AskPorts } from '#casework/asks/ask-for-link.ts';
import type { RecordPorts } from '#casework/audit/record.ts';
import type { ImporterPorts } from '#casework/importer/change-by-link.ts';
import type { FoundByLink } from '#casework/importer/find-by-link.ts';
import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose } from '#domain/case/letter-parts.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { wantsPage } from '../body.ts';
import type { Edge } from '../edge.ts';
import type { Answer, Asked, HeaderValues } from '../exchange.ts';
import { pageHeaders } from '../headers.ts';
import { saidLanguage } from '../languages.ts';
import { badLinkWords, linkTroublePage } from '../pages/importer/link-trouble-page.ts';
import type { BadLink } from '../pages/importer/link-trouble-page.ts';
import { importerWords } from '../pages/importer/words.ts';
import { problemDetails } from '../problem-details.ts';

export type ImporterEdge = Edge & { readonly siteUrl: string; readonly ports: ImporterPorts & AskPorts & RecordPorts };

/** What the reader picked on the page; else the language of the request, which its letters are written in, too. */
export const languageFor = (asked: Asked, of: Pick<Case, 'locale'>): Locale => saidLanguage(asked) ?? of.locale;

export const page = (body: string, status = 200, headers = pageHeaders): Answer => ({ status, headers, body });

export const seeOther = (location: string): Answer => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
});

export const asJson = (
  status: number,
  value: Readonly<Record<string, unknown>>,
  headers: HeaderValues = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

type NoWayIn = Extract<FoundByLink, { readonly trouble: string }>;

const statuses: Record<NoWayIn['trouble'], number> = { cut: 404, unknown: 404, 'other-purpose': 404, expired: 410 };

/** A link that opens nothing, in its own words. */
export function answerBadLink(
  edge: ImporterEdge,
  asked: Asked,
  found: NoWayIn,
  purpose: LinkPurpose,
  part: string,
): Answer {
  edge.log('link-refused', { trouble: found.trouble, purpose });
  const locale = found.trouble === 'expired' ? languageFor(asked, found.case) : edge.locale;
  const mailbox = found.trouble === 'expired' ? found.link.mailbox : undefined;
  const is = found.trouble === 'other-purpose' ? found.is : undefined;
  const link: BadLink = { trouble: found.trouble, purpose, part, ...(mailbox && { mailbox }), ...(is && { is }) };
  const status = statuses[found.trouble];
  if (wantsPage(asked.headers)) return page(linkTroublePage({ broker: edge.broker, locale, link }), status);
  const { title, text } = badLinkWords(importerWords(locale), link);
  return problemDetails(status, title, { detail: text, code: found.trouble });
}
