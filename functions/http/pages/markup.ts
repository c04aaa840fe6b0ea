import { html } from 'hono/html';

/** What `html` makes, or a list of it; every other value in a template is escaped. */
export type Markup = ReturnType<typeof html>;

/** Finished markup as text. Our templates hold no promises, so none can come out of them. */
export function asText(markup: Markup): string {
  if (markup instanceof Promise) throw new Error('a page holds a promise');
  return markup.toString();
}
