import { all } from '../elements.ts';
import { isWaiting } from './result.ts';

const isBox = (element: Element): element is HTMLInputElement => element instanceof HTMLInputElement;
const isChoice = (element: Element): element is HTMLSelectElement => element instanceof HTMLSelectElement;

/** The boxes of this tool, in order. Without this script they are shut: an open box that does nothing would be a lie. */
export const boxes = all('.tool input').filter(isBox);
export const choices = all('.tool select').filter(isChoice);

/** A key was pressed, so more may follow; pasted text is whole. */
const isKey = (event: Event): boolean => event instanceof InputEvent && /^(insertText|delete)/.test(event.inputType);

/** Opens the boxes and checks at every change; `typing` while what stands there may be half of it. */
export function watch(check: (typing: boolean) => void): void {
  for (const box of [...choices, ...boxes]) {
    box.disabled = false;
    box.addEventListener('input', (event) => check(isKey(event)));
    box.addEventListener('change', () => {
      if (isWaiting()) check(false);
    });
  }
  // Who leaves the page leaves nothing in it, not even for the browser's Back.
  addEventListener('pagehide', () => {
    for (const box of boxes) box.value = '';
    check(false);
  });
  check(false);
}
