import { fill } from '#domain/broker/words.ts';
import { linkDays } from '#domain/case/links.ts';
import type { LinkPurpose, Mailbox } from '#domain/case/letter-parts.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import { contact } from '../contact.ts';
import { pageDocument } from '../document.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';
import type { ImporterWords } from './words.ts';

/** A link that does not open its page: what is wrong with it, as far as it can be told, and the way on. */
export type BadLink = {
  readonly trouble: 'cut' | 'unknown' | 'other-purpose' | 'expired';
  readonly purpose: LinkPurpose;
  /** Of an expired one: whose it was. */
  readonly mailbox?: Mailbox;
  /** Of one for another page: what it is for. */
  readonly is?: LinkPurpose;
  /** The last part of its address, where it may be used once more. */
  readonly part: string;
};

export function badLinkWords(words: ImporterWords, { trouble, purpose, mailbox }: BadLink) {
  const days = String(linkDays[purpose]);
  if (trouble !== 'expired') return { title: words[`link.${trouble}.title`], text: words[`link.${trouble}.text`] };
  const key = purpose === 'case' ? 'link.expired.case' : (`link.expired.${mailbox ?? 'contact'}` as const);
  const text = words[key];
  return { title: words['link.expired.title'], text: fill(text, { days }) };
}

export function linkTroublePage({ link, ...on }: OnPage & { readonly link: BadLink }): string {
  const { title, text } = badLinkWords(importerWords(on.locale), link);
  return pageDocument({
    ...on,
    title,
    main: html`
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${wayOn(on, link)} ${contact(on)}
    `,
  });
}

function wayOn({ locale }: OnPage, { trouble, purpose, part, is }: BadLink): Html {
  const words = importerWords(locale);
  if (is !== undefined)
    return html`<p>
      <a class="button" href="${inLanguage(`/api/importer/${is}/${part}`, locale)}"
        >${words['link.other-purpose.go']}</a
      >
    </p>`;
  if (trouble === 'expired' && purpose === 'case')
    return html`<form method="post" action="${inLanguage(`/api/importer/case/${part}/renew`, locale)}">
      <p><button type="submit" class="button">${words['link.renew']}</button></p>
    </form>`;
  // Who was told of a request is not who made it: there is no page of it for them.
  if (purpose === 'not-us') return html``;
  return html`<p><a class="button" href="/${locale}/case/">${words['link.ask']}</a></p>`;
}
