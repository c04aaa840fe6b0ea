/**
 * The one script of the pages that the importer's door renders: it copies a name, and keeps what is being typed in this
 * tab. The pages work without it.
 */
function offerCopy(button: HTMLButtonElement): void {
  const { copy = '', copied = '' } = button.dataset;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(copy).then(() => {
      button.textContent = copied;
      setTimeout(() => (button.textContent = label), 3000);
    });
  });
}

/** No clipboard where a page came without TLS: then no button. */
if ('clipboard' in navigator) document.querySelectorAll<HTMLButtonElement>('[data-copy]').forEach(offerCopy);

/** What may be a Social Security number, a card or a password is not kept; the door looks closer. */
const secret = /(^|\D)\d{3}\D?\d\d\D?\d{4}(\D|$)|(\d[ .-]?){14}|pass|pwd|contrase|clave|密码/i;

type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const boxesOf = (form: HTMLFormElement): Box[] => [...form.querySelectorAll<Box>('input, select, textarea')];
const isPick = (box: Box): box is HTMLInputElement => box.type === 'radio' || box.type === 'checkbox';

function restore(boxes: readonly Box[], kept: URLSearchParams): void {
  for (const box of boxes) {
    const value = kept.get(box.name);
    if (value === null) continue;
    if (isPick(box)) box.checked = box.checked || box.value === value;
    else box.value ||= value;
  }
}

function keepTyped(form: HTMLFormElement): void {
  const what = new URL(form.action).pathname.split('/').at(-1) ?? '';
  const key = `${form.dataset['keep'] ?? ''} ${what}`;
  if (document.querySelector(`[data-forget=${what}]`)) sessionStorage.removeItem(key);
  restore(boxesOf(form), new URLSearchParams(sessionStorage.getItem(key) ?? ''));
  const keep = () => {
    const typed = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && !secret.test(value) ? [[name, value]] : [],
    );
    sessionStorage.setItem(key, new URLSearchParams(typed).toString());
  };
  form.addEventListener('input', keep);
  // What was typed before this script came.
  keep();
}

/** A browser that keeps nothing is no trouble: the page still works. */
try {
  document.querySelectorAll<HTMLFormElement>('form[data-keep]').forEach(keepTyped);
  // What was done is said once: who loads the page again must not lose what was typed since.
  const lang = new URLSearchParams(location.search).get('lang');
  history.replaceState(null, '', lang === null ? location.pathname : `?lang=${encodeURIComponent(lang)}`);
} catch {
  // Nothing to do.
}
