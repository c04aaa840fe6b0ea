import { officeHoursWords } from '#domain/broker/words.ts';
import { html } from '#letters/markup.ts';
import { telephone } from './document.ts';
import type { OnPage } from './document.ts';
import { pageWords } from './words.ts';

/** Phone, mail and office hours: on every page where somebody may be stuck. */
export const contact = ({ broker, locale }: OnPage) => html`
  <h2>${pageWords(locale).person}</h2>
  <p>
    <a href="${telephone(broker.phone)}">${broker.phone}</a><br />
    <a href="mailto:${broker.email}">${broker.email}</a><br />
    <small>${officeHoursWords(locale, broker.officeHours)}</small>
  </p>
`;
