import { form } from './dom.ts';

/** Names this page and language, however its address was written: with or without the slash at its end. */
const key = form.dataset['words'] ?? '';

/** The browser's memory of this tab, for this page and language. One that keeps nothing is no trouble: the page still works. */
export function memory(text?: string): string {
  try {
    if (text) sessionStorage.setItem(key, text);
    if (text === '') sessionStorage.removeItem(key);
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
