import { made, one } from './dom.ts';
import { mark } from './mark.ts';
import { questionNamed, questions } from './questions.ts';

export type Found = { readonly field: string; readonly message: string };

const summary = one('#problems');
const title = document.title;

/** All problems: beside their questions, and in a summary on top that links to them and takes the focus. */
export function report(found: readonly Found[]): void {
  for (const question of questions) {
    mark(question, found.find(({ field }) => field === question.name)?.message ?? '');
  }
  one('ul').replaceChildren(
    ...found.map(({ field, message }) => {
      const item = made('li', {});
      item.append(questionNamed(field) ? made('a', { href: `#${field}`, textContent: message }) : message);
      return item;
    }),
  );
  const none = found.length === 0;
  summary.hidden = none;
  document.title = none ? title : `${summary.dataset['error'] ?? ''}${title}`;
  if (!none) summary.focus();
}
