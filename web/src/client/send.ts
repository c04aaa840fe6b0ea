import { show } from './check-step.ts';
import { form, one } from './dom.ts';
import { forget, keep, submissionId } from './keep.ts';
import { proofFor } from './proof.ts';
import { given } from './questions.ts';
import { report } from './report.ts';
import type { Found } from './report.ts';
import { word } from './words.ts';

const failed = one('#failed');
const progress = one('#progress');
let sending = false;
/** After that its reader wonders. */
const SLOW_MS = 5000;
/** From the first touch on: this script comes with it. */
const began = Date.now();

/** What the door answers, by the contract. Anything else ends as a failure that may be tried again. */
type Stored = { readonly reference: string };
const isStored = (body: unknown): body is Stored =>
  body instanceof Object && 'reference' in body && typeof body.reference === 'string';
type Refused = { readonly errors: readonly Found[] };
const isRefused = (body: unknown): body is Refused =>
  body instanceof Object && 'errors' in body && Array.isArray(body.errors);

/** One post, 20 seconds at most. The same id each time, so that a repeat is the same request. */
async function post(): Promise<Response> {
  const seconds = Math.round((Date.now() - began) / 1000);
  const sent = { ...given(), submissionId, seconds };
  const proof = await proofFor(sent);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 20_000);
  return fetch(form.action, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': submissionId },
    body: JSON.stringify({ ...sent, proof }),
    signal: stop.signal,
  });
}

/** How long to wait, in words; nothing when the door named no time in seconds. */
const pause = (seconds: number) =>
  seconds > 90
    ? word('minutes').replace('{n}', String(Math.ceil(seconds / 60)))
    : seconds > 0
      ? word('seconds').replace('{n}', String(seconds))
      : '';

function fail(status = 0, wait = 0): void {
  one('p', failed).textContent = word(status) + pause(wait) + word('kept');
  failed.hidden = false;
  failed.focus();
  one('#send').textContent = word('again');
}

/** True words only: it is received when the door has said so, and not known before. */
export async function send(): Promise<void> {
  if (sending) return;
  sending = true;
  const say = (key: string) => (progress.textContent = word(key));
  const slow = setTimeout(say, SLOW_MS, 'slow');
  say('sending');
  failed.hidden = true;
  keep(true);
  try {
    const answer = await post().finally(() => clearTimeout(slow));
    const { status, headers } = answer;
    const body: unknown = status === 201 || status === 422 ? await answer.json() : 0;
    if (status === 201 && isStored(body)) {
      say('received');
      forget();
      // The door's own address says what it did not keep.
      location.href = headers.get('location') ?? `/api/requests/sent/${body.reference}`;
      return;
    }
    if (status === 422 && isRefused(body)) {
      show(false);
      report(body.errors);
    } else fail(status, Number(headers.get('retry-after')));
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
