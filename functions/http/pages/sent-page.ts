import { fill, officeHoursWords } from '#domain/broker/words.ts';
import { inARow } from '#domain/requests/locale.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import { html } from '#letters/markup.ts';
import { contact } from './contact.ts';
import { pageAt, pageDocument } from './document.ts';
import type { OnPage } from './document.ts';
import { removedPart } from './removed.ts';
import { spell } from './spell.ts';
import { pageWords } from './words.ts';

type Sent = OnPage & {
  readonly reference: string;
  /** What was taken out of the answers. */
  readonly removed: readonly SecretKind[];
};

/** Says that we have it, and nothing that only a case could tell: the door shows this for every well-formed reference. */
export function sentPage({ reference, removed, ...on }: Sent): string {
  const words = pageWords(on.locale);
  const aloud = fill(words['sent.aloud'], { spelled: spell(reference, words['sent.dash']) });
  const hours = fill(words['sent.hours'], { hours: officeHoursWords(on.locale, on.broker.officeHours) });
  return pageDocument({
    ...on,
    title: words['sent.title'],
    main: html`
      <h1>${words['sent.title']}</h1>
      <p class="lead">${words['sent.stored']}</p>
      <div class="card stub">
        <p class="small">${words['sent.reference']}</p>
        <p class="reference">${reference}</p>
        <p>${words['sent.keep']}</p>
        <p class="small">${inARow(on.locale, aloud, words['sent.zero'])}</p>
      </div>
      ${removedPart(on.locale, removed)}
      <h2>${words['sent.next']}</h2>
      <ol class="steps">
        <li>${words['sent.email']}</li>
        <li>${words['sent.check']}</li>
        <li>${inARow(on.locale, words['sent.answer'], hours)}</li>
      </ol>
      <p>${words['sent.never']}</p>
      <p><a href="${pageAt(on)}">${words['sent.home']}</a></p>
      ${contact(on)}
    `,
  });
}
