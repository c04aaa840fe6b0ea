import { all, made, one } from '../elements.ts';

/** `wait`: not wrong yet, for its reader is still typing. */
export type Tone = 'none' | 'wait' | 'good' | 'warn' | 'wrong';

const panel = one('.result');
const verdict = one('.verdict', panel);
const reasons = one('.reasons', panel);
const heard = one('[role=status]');
const empty = verdict.textContent;

/** A reader who hears the page hears an answer when the typing pauses, not at every key. */
const PAUSE = 800;
let later: ReturnType<typeof setTimeout> | undefined;

/** Says something to who hears the page, once it is quiet. */
export function announce(text: string): void {
  clearTimeout(later);
  heard.textContent = '';
  later = setTimeout(() => (heard.textContent = text), PAUSE);
}

/** All that the result says, in the order of the page, without what is drawn for eyes. */
const inWords = (): string =>
  all('.verdict, p, li, dt, dd', panel)
    .map(({ textContent }) => textContent)
    .join('. ');

/** Puts a result on the page at once. */
export function show(tone: Tone, title: string, parts: readonly Node[] = []): void {
  panel.dataset['tone'] = tone;
  verdict.textContent = title;
  reasons.replaceChildren(...parts);
}

export function showAndSay(tone: Tone, title: string, parts: readonly Node[] = []): void {
  show(tone, title, parts);
  announce(inWords());
}

export function showNothing(): void {
  show('none', empty);
  announce('');
}

export const isWaiting = (): boolean => panel.dataset['tone'] === 'wait';

export const paragraph = (textContent: string): HTMLElement => made('p', { textContent });

/** Sentences: one as a paragraph, several as a list. */
export function listed(sentences: readonly string[]): HTMLElement[] {
  if (sentences.length < 2) return sentences.map(paragraph);
  const list = made('ul', {});
  list.append(...sentences.map((textContent) => made('li', { textContent })));
  return [list];
}

type Fact = readonly [name: string, value: string | readonly string[]];

/** Facts with their names, each with one value or more; one without any is left out. */
export function pairs(facts: readonly Fact[]): HTMLElement {
  const list = made('dl', { className: 'pairs' });
  for (const [name, value] of facts) {
    const values = typeof value === 'string' ? [value] : value;
    if (values.length === 0) continue;
    const pair = made('div', {});
    pair.append(made('dt', { textContent: name }), ...values.map((textContent) => made('dd', { textContent })));
    list.append(pair);
  }
  return list;
}
