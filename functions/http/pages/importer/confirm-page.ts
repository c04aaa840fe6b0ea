import { fill } from '#domain/broker/words.ts';
import type { NamedMailbox } from '#domain/case/letter-parts.ts';
import { html } from '#letters/markup.ts';
import type { Html } from '#letters/markup.ts';
import { inLanguage } from '../../languages.ts';
import { contact } from '../contact.ts';
import { pageDocument, telephone } from '../document.ts';
import type { OnPage } from '../document.ts';
import { importerWords } from './words.ts';

type Asking = OnPage & {
  readonly part: string;
  readonly mailbox: NamedMailbox;
  readonly reference: string;
  /** There is an answer that waits for this. */
  readonly waits: boolean;
};

/** What a confirm link opens: one button. Opening it changes nothing, since mail scanners open links. */
export function confirmPage({ part, mailbox, reference, waits, ...on }: Asking): string {
  const words = importerWords(on.locale);
  const why = waits ? words['confirm.contact.waits'] : words[`confirm.${mailbox}.why`];
  return pageDocument({
    ...on,
    title: words[`confirm.${mailbox}.title`],
    main: html`
      <h1>${words[`confirm.${mailbox}.title`]}</h1>
      <p class="lead">${fill(words[`confirm.${mailbox}.text`], { broker: on.broker.name })}</p>
      <p>${why}</p>
      <form method="post" action="${inLanguage(`/api/importer/confirm/${part}`, on.locale)}">
        <p><button type="submit" class="button">${words['confirm.button']}</button></p>
      </form>
      <p>${words['facts.reference']}: <strong class="code">${reference}</strong></p>
      ${mailbox === 'other-mailbox' ? ifWrong(on) : ''} ${contact(on)}
    `,
  });
}

function ifWrong({ broker, locale }: OnPage): Html {
  const words = importerWords(locale);
  const [before = '', after = ''] = words['confirm.wrong.text'].split('{phone}');
  return html`
    <h2>${words['confirm.wrong.title']}</h2>
    <p>${before}<a href="${telephone(broker.phone)}">${broker.phone}</a>${after}</p>
  `;
}

type Confirmed = OnPage & {
  readonly mailbox: NamedMailbox;
  readonly ending: 'confirmed' | 'answer-follows' | 'already';
  readonly isOver: boolean;
  /** When the next word is due, in words; nothing when none is. */
  readonly due: string | undefined;
};

export function confirmedPage({ mailbox, ending, isOver, due, ...on }: Confirmed): string {
  const words = importerWords(on.locale);
  const [title, text] = confirmedWords(on, mailbox, ending, isOver);
  return pageDocument({
    ...on,
    title,
    main: html`
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${due === undefined ? '' : html`<p>${fill(words['confirmed.due'], { due })}</p>`}
      ${mailbox === 'contact' ? html`<p><a href="/${on.locale}/case/">${words['confirmed.where']}</a></p>` : ''}
      ${contact(on)}
    `,
  });
}

function confirmedWords(
  { locale }: OnPage,
  mailbox: NamedMailbox,
  ending: Confirmed['ending'],
  isOver: boolean,
): readonly [string, string] {
  const words = importerWords(locale);
  switch (ending) {
    case 'already':
      return [words['confirmed.already.title'], words['confirmed.already.text']];
    case 'answer-follows':
      return [words['confirmed.answer.title'], words['confirmed.answer.text']];
    case 'confirmed':
      return [words['confirmed.title'], isOver ? words['confirmed.over'] : words[`confirmed.${mailbox}`]];
  }
}
