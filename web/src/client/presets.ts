import { textOf } from '#domain/requests/field.ts';
import { all } from './dom.ts';
import { given, questionNamed } from './questions.ts';

/** What a source such as `contactName:last` says now. Of a choice, its words. */
function said(source = '', part = ''): string {
  const text = textOf(given(), source);
  const words = text.split(/\s+/);
  const last = words.pop() ?? '';
  if (part) return part === 'last' && words.length > 0 ? last : words.join(' ') || last;
  return questionNamed(source)?.box.querySelector('option:checked')?.textContent ?? text;
}

/** Buttons that fill questions from answers already given: `certifierFirst:contactName:first certifierLast:…` */
for (const button of all('[data-copy]')) {
  button.hidden = false;
  button.onclick = () => {
    for (const copy of button.dataset['copy']?.split(' ') ?? []) {
      const [target, source, part] = copy.split(':');
      const control = questionNamed(target)?.control;
      if (control) control.value = said(source, part);
      control?.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
}
