import { Webhook as Signer } from 'standardwebhooks';
import type { Webhook } from '#casework/alarms/ports.ts';

export type WebhookPlace = { readonly url: string; readonly secret: string; readonly now: () => Date };

/** Shorter than the door may run (20 s). */
const PATIENCE_MS = 10_000;

/** Posts JSON that is signed as Standard Webhooks says, so that the receiver knows whose it is and how old. Follows no redirect. */
export function signedWebhook({ url, secret, now }: WebhookPlace, patienceMs = PATIENCE_MS): Webhook {
  const signer = new Signer(secret);
  return {
    async post(id, said) {
      const body = JSON.stringify(said);
      const at = now();
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signer.sign(id, at, body),
      };
      const signal = AbortSignal.timeout(patienceMs);
      try {
        const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
        await answer.body?.cancel();
        return answer.ok ? 'taken' : { failed: `status-${answer.status}` };
      } catch (error) {
        return { failed: codeOf(error) };
      }
    },
  };
}

/** The name of what went wrong, or the network's own. Never its message: an address may be a secret of its own. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}
