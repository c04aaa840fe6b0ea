import { textOf } from '#domain/requests/field.ts';
import { all } from './dom.ts';
import { given, questionNamed } from './questions.ts';

/** What a source such as `contactName:last` says now. Of a choice, its words when it is one of the answers named. */
function said(source = '', part = ''): string {
  const text = textOf(given(), source);
  const words = text.split(/\s+/);
  const last = words.pop() ?? '';
  if (part === 'last') return last;
  if (part === 'first') return words.join(' ') || last;
  if (!part) return text;
  const picked = part.split('|').includes(text) && questionNamed(source)?.box.querySelector('option:checked');
  return picked ? picked.textContent : '';
}

/**
 * Buttons that fill questions from answers already given: `certifierFirst:contactName:first certifierLast:…` What stays empty
 * is for the reader to fill: the first such question takes the focus.
 */
for (const button of all('[data-copy]')) {
  button.hidden = false;
  button.onclick = () => {
    let empty: HTMLElement | undefined;
    for (const copy of button.dataset['copy']?.split(' ') ?? []) {
      const [target, source, part] = copy.split(':');
      const control = questionNamed(target)?.control;
      if (control) control.value = said(source, part);
      control?.dispatchEvent(new Event('input', { bubbles: true }));
      if (!control?.value) empty ??= control;
    }
    empty?.focus();
  };
}
