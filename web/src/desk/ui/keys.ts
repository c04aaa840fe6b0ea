import { useLayoutEffect } from 'preact/hooks';

/** What single keys do on a page: `j`, `?`, `/`, `Enter`. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target));

const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type);

const OFF = 'desk-keys-off';

/** Single keys can be turned off (WCAG 2.2, 2.1.4): whoever speaks to the machine would press them by words. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, 'yes');
  } catch {
    // A browser that keeps nothing keeps them on.
  }
}

/** Listens for single keys, never while somebody types, with Ctrl, Alt or Meta, or while a dialog is open. */
export function useKeys(keys: Keys): void {
  // What a key does is of the page as it is drawn, not as it was a frame ago.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || writes(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const action = keys[event.key];
      if (!action || !keysAreOn()) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
