/** Unfolds whatever an element lies in: nothing folded can take the focus. */
export function reveal(element: Element): void {
  const fold = element.closest<HTMLDetailsElement>('details:not([open])');
  if (!fold) return;
  fold.open = true;
  reveal(element);
}
