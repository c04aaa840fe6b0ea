import { show } from './check-step.ts';
import { form, one } from './dom.ts';
import { forget, keep, submissionId } from './keep.ts';
import { given } from './questions.ts';
import { report } from './report.ts';
import type { Found } from './report.ts';
import { word } from './words.ts';

const failed = one('#failed');
const progress = one('#progress');
let sending = false;

/** What the door answers, by the contract. Anything else ends as a failure that may be tried again. */
type Answer = { readonly reference: string; readonly errors: readonly Found[] };
const isAnswer = (body: unknown): body is Answer => body instanceof Object;

/** One post, 20 seconds at most. The same id each time, so that a repeat is the same request. */
function post(): Promise<Response> {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20_000);
  return fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': submissionId },
    body: JSON.stringify({ ...given(), submissionId }),
    signal: stop.signal,
  });
}

function fail(status = 0, wait: string | null = null): void {
  one('p', failed).textContent = word(status) + (wait ? word('wait').replace('{n}', wait) : '') + word('kept');
  failed.hidden = false;
  failed.focus();
  one('#send').textContent = word('again');
}

/** True words only: it is received when the door has said so, and not known before. */
export async function send(): Promise<void> {
  if (sending) return;
  sending = true;
  progress.textContent = word('sending');
  failed.hidden = true;
  keep(true);
  try {
    const answer = await post();
    const { status, headers } = answer;
    const body: unknown = status === 201 || status === 422 ? await answer.json() : 0;
    if (!isAnswer(body)) fail(status, headers.get('retry-after'));
    else if (status === 201) {
      forget();
      location.href = `/api/requests/sent/${body.reference}`;
      return;
    } else {
      show(false);
      report(body.errors);
    }
  } catch {
    fail();
  }
  progress.textContent = '';
  sending = false;
}

/** The browser's Back after a sending shows the page as it was: it begins anew then. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && sending) location.reload();
});
