import type { Posted, PublicDoor } from '#casework/canary/ports.ts';
import { readReference } from '#domain/case/reference.ts';

/** The public door waits ten seconds for itself; the way to it gets as much again. */
const PATIENCE_MS = 20_000;

/** The public door as a stranger reaches it: by the site's own address, through everything that stands before it. */
export const publicDoor = (siteUrl: string, patienceMs = PATIENCE_MS): PublicDoor => ({
  async post(type, request) {
    try {
      const answer = await fetch(`${siteUrl}/api/requests/${type}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'importer-desk-canary' },
        body: JSON.stringify(request),
        // A door that sends us elsewhere has not taken it.
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      });
      return { status: answer.status, ...shownIn(await answer.text()) };
    } catch (error) {
      return { status: 0, why: codeOf(error) };
    }
  },
});

function shownIn(body: string): Pick<Posted, 'reference'> {
  const said = referenceIn(body);
  const reference = typeof said === 'string' ? readReference(said) : undefined;
  return reference !== undefined && reference === said ? { reference } : {};
}

function referenceIn(body: string): unknown {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null && 'reference' in read ? read.reference : undefined;
  } catch {
    return undefined;
  }
}

/** The network's name for what went wrong (`ECONNREFUSED`) lies one deeper than the error. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : error.name;
  return (typeof code === 'string' ? code : error.name).slice(0, 60);
}
