import type { Mail } from '../mail.ts';
import { becameWords } from './became.ts';
import { element } from './element.ts';
import { drawMailbox } from './mailbox-control.ts';

type View = 'html' | 'text';

/** Draws one mail. Its HTML goes into a sandboxed frame: a mail must never run where a session's cookies are. */
export const drawReader = (reader: HTMLElement, mail: Mail): void => {
  const body = element('div', { class: 'body' });
  const buttons = new Map<View, HTMLButtonElement>();
  const show = (view: View) => {
    body.replaceChildren(view === 'html' ? drawFrame(mail) : drawText(mail));
    for (const [name, button] of buttons) button.setAttribute('aria-pressed', String(name === view));
  };

  if (mail.html) buttons.set('html', element('button', { type: 'button' }, 'HTML'));
  if (mail.text) buttons.set('text', element('button', { type: 'button' }, 'Text'));
  for (const [view, button] of buttons) button.addEventListener('click', () => show(view));

  reader.replaceChildren(
    element('a', { class: 'back', href: '#' }, '← All messages'),
    element('h2', {}, mail.subject || '(no subject)'),
    drawEnvelope(mail),
    drawHeaders(mail),
    element(
      'div',
      { class: 'views', role: 'group', 'aria-label': 'Show as' },
      ...buttons.values(),
      element('a', { href: `/messages/${mail.id}/raw`, target: '_blank' }, 'Raw'),
    ),
    body,
  );
  show(mail.html ? 'html' : 'text');
};

export const drawNothing = (reader: HTMLElement, why: string): void =>
  reader.replaceChildren(
    element('a', { class: 'back', href: '#' }, '← All messages'),
    element('p', { class: 'empty' }, why),
  );

const drawFrame = ({ id, subject }: Mail): HTMLIFrameElement =>
  element('iframe', {
    src: `/messages/${id}/html`,
    title: `Message: ${subject}`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    referrerpolicy: 'no-referrer',
  });

/** Links open as they do in a mail program, in a tab of their own. */
const drawText = ({ text }: Mail): HTMLPreElement => {
  const pieces = text.split(/(https?:\/\/[^\s<>"]+)/);
  const drawn = pieces.map((piece, at) =>
    at % 2 === 0 ? piece : element('a', { href: piece, target: '_blank', rel: 'noopener noreferrer' }, piece),
  );
  return element('pre', { tabindex: '0' }, ...drawn);
};

const drawEnvelope = (mail: Mail): HTMLDListElement =>
  drawPairs('envelope', [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Received', new Date(mail.receivedAt).toLocaleString()],
    ...(mail.became ? [['Then', becameWords[mail.became].long] satisfies Pair] : []),
    ...mail.to.map((address): Pair => ['This mailbox', drawMailbox(address)]),
  ]);

const drawHeaders = ({ headers }: Mail): HTMLDetailsElement =>
  element(
    'details',
    {},
    element('summary', {}, `All headers (${Object.keys(headers).length})`),
    drawPairs('headers', Object.entries(headers)),
  );

type Pair = [name: string, value: string | Node];

const drawPairs = (kind: string, pairs: Pair[]): HTMLDListElement =>
  element(
    'dl',
    { class: kind },
    ...pairs.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
