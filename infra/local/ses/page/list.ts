import type { Mail } from '../mail.ts';
import { becameWords } from './became.ts';
import { element, find } from './element.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** The time for today's mail, the day for older mail. */
const shortTime = (at: Date): string => {
  const today = at.toDateString() === new Date().toDateString();
  return (today ? clock : day).format(at);
};

/** Draws the list anew and leaves keyboard focus and selection where they were. */
export const drawList = (mails: readonly Mail[], total: number, selected: string): void => {
  const focused = document.activeElement?.getAttribute('href');
  const list = find('messages', HTMLOListElement);
  list.replaceChildren(...mails.map((mail) => drawItem(mail, selected)));
  if (focused) list.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();

  find('count', HTMLSpanElement).textContent =
    total > mails.length ? `${mails.length} newest of ${total}` : String(total);
  find('empty', HTMLParagraphElement).hidden = mails.length > 0;
  find('clear', HTMLButtonElement).hidden = mails.length === 0;
  document.title = total > 0 ? `Inbox (${total})` : 'Inbox';
};

export const markSelected = (selected: string): void => {
  for (const link of document.querySelectorAll('#messages a')) {
    if (link.getAttribute('href') === `#${selected}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
};

/** A mail program's list shows a sender's name alone when there is one. */
const nameOf = (from: string): string => /^"(.+)" <[^>]*>$/.exec(from)?.[1] ?? from;

const drawItem = (mail: Mail, selected: string): HTMLLIElement => {
  const at = new Date(mail.receivedAt);
  const link = element(
    'a',
    { href: `#${mail.id}` },
    element('span', { class: 'to' }, mail.to.join(', ')),
    element('time', { datetime: mail.receivedAt, title: at.toLocaleString() }, shortTime(at)),
    element('span', { class: 'subject' }, mail.subject || '(no subject)'),
    element('span', { class: 'from' }, `from ${nameOf(mail.from)}`),
    ...(mail.became ? [element('span', { class: `became ${mail.became}` }, becameWords[mail.became].short)] : []),
  );
  if (mail.id === selected) link.setAttribute('aria-current', 'true');
  return element('li', {}, link);
};
