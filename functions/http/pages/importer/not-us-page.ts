import { fill } from '#domain/broker/words.ts';
import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import { contact } from '../contact.ts';
import { pageDocument } from '../document.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';

type Asking = OnPage & { readonly part: string; readonly reference: string; readonly type: RequestTypeName };

/**
 * What an earlier contact opens: one button. Of the request it tells nothing that our letter did not tell, and of who asked
 * for it nothing at all. Opening it changes nothing, since mail scanners open links.
 */
export function notUsPage({ part, reference, type, ...on }: Asking): string {
  const words = importerWords(on.locale);
  // A type that is no change of email says in its own words what was asked.
  const lead = outcomeTexts(on.locale, type)['not-us.lead'] ?? words['not-us.lead'];
  return pageDocument({
    ...on,
    title: words['not-us.title'],
    main: html`
      <h1>${words['not-us.title']}</h1>
      <p class="lead">${fill(lead, { broker: on.broker.name })}</p>
      <p>${words['not-us.press']}</p>
      <form method="post" action="${inLanguage(`/api/importer/not-us/${part}`, on.locale)}">
        <p><button type="submit" class="button">${words['not-us.button']}</button></p>
      </form>
      <p>${words['not-us.else']}</p>
      <p>${words['facts.reference']}: <strong class="code">${reference}</strong></p>
      ${contact(on)}
    `,
  });
}

export function saidNoPage({ ending, ...on }: OnPage & { readonly ending: 'stopped' | 'already' }): string {
  const words = importerWords(on.locale);
  const which = ending === 'stopped' ? 'done' : 'already';
  return pageDocument({
    ...on,
    title: words[`not-us.${which}.title`],
    main: html`
      <h1>${words[`not-us.${which}.title`]}</h1>
      <p class="lead">${words[`not-us.${which}.text`]}</p>
      <p>${words['not-us.done.careful']}</p>
      ${contact(on)}
    `,
  });
}
