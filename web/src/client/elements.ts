export const all = (selector: string, root: ParentNode = document): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
];

/** An element that our own page surely has; tests open every page, so a missing one never gets far. */
export function one(selector: string, root?: ParentNode): HTMLElement {
  const [found] = all(selector, root);
  if (!found) throw new Error(selector);
  return found;
}

type Made = Partial<{
  textContent: string;
  className: string;
  id: string;
  href: string;
  role: string;
  ariaLabel: string;
}>;

/** A new element with these properties. */
export const made = (tag: string, properties: Made): HTMLElement =>
  Object.assign(document.createElement(tag), properties);
