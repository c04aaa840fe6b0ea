import { form } from './dom.ts';

/** The same form in every language: who changes the language keeps what was typed. */
const key = `ask/${form.dataset['keep'] ?? ''}`;

/** The browser's memory of this tab, for this form. One that keeps nothing is no trouble: the page still works. */
export function memory(text?: string): string {
  try {
    if (text) sessionStorage.setItem(key, text);
    if (text === '') sessionStorage.removeItem(key);
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
