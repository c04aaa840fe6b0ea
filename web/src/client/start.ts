import { showAsked } from './asked.ts';
import { all, form } from './dom.ts';
import { memory } from './memory.ts';
import './released.ts';

/**
 * All that a form page loads at first: which questions are asked. The rest comes when its reader begins, or has begun
 * before. Should it never come, the form is posted as without script, and the door says the same.
 */
let here: typeof import('./ask.ts') | undefined;
const rest = async () => (here ??= await import('./ask.ts'));

form.noValidate = true;
form.onsubmit = (event) => {
  event.preventDefault();
  rest().then(
    ({ check }) => check(),
    () => form.submit(),
  );
};
form.oninput = (event) => {
  showAsked();
  // At once when it can be: a full Social Security number must not stand there for a moment longer, and a reload loses nothing.
  if (here) here.changed(event);
  else void rest().then(({ changed }) => changed(event));
};
form.addEventListener('focusin', () => void rest(), { once: true });
for (const words of all('.only-if>p')) words.remove();
showAsked();
if (memory()) void rest();
