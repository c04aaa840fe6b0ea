import { all, made, one } from './dom.ts';
import type { Question } from './questions.ts';
import { reveal } from './reveal.ts';

/** Says beside a question what is wrong with its answer; an empty message takes it away. */
export function mark({ name, field, box, control }: Question, message: string): void {
  const id = `${name}-problem`;
  const at = field.kind === 'radio' ? box : control;
  for (const old of all('.problem', box)) old.remove();
  const above = all('.hint', box)[0] ?? one('label,legend', box);
  if (message) above.after(made('p', { className: 'problem', id, textContent: message }));
  if (message) reveal(box);
  at.setAttribute('aria-invalid', String(message !== ''));
  at.setAttribute('aria-describedby', `${id} ${name}-hint`);
}
