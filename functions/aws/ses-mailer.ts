import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { MessageTag } from '@aws-sdk/client-ses';
import type { Mail, Mailer } from '#casework/ports.ts';
import { mimeOf } from './mime.ts';
import type { Settings } from './settings.ts';

/** Shorter than the lease of a letter (30 s), so that nobody else sends it while we still wait. */
export const MAIL_CALL_MS = 10_000;

export const sesClient = ({ region, sesEndpoint }: Settings): SESClient =>
  new SESClient({ region, maxAttempts: 1, ...(sesEndpoint !== undefined && { endpoint: sesEndpoint }) });

/** Sends through SES, one try a call: the debt itself is what repeats. The failure's code is the provider's own name for it. */
export function sesMailer(client: SESClient, configurationSet: string | undefined, callMs = MAIL_CALL_MS): Mailer {
  return {
    async send(mail) {
      try {
        const command = new SendRawEmailCommand({
          Source: mail.from.address,
          Destinations: [mail.to],
          RawMessage: { Data: await mimeOf(mail) },
          ConfigurationSetName: configurationSet,
          Tags: tagsOf(mail),
        });
        const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(callMs) });
        return { sent: MessageId ?? '' };
      } catch (error) {
        return { failed: codeOf(error), ...(isUnsure(error) && { unsure: true }) };
      }
    },
  };
}

/** SES gives them back with all it tells of a mail; no reader sees them, as they would a header. */
const tagsOf = ({ kind, letter }: Mail): MessageTag[] =>
  Object.entries({
    kind,
    ...(letter && { case: letter.reference, digest: letter.digest, letter: letter.id }),
  }).map(([Name, Value]) => ({ Name, Value }));

/** Where no answer of SES came back, the mail may have been taken; not where nobody was there to take it. */
const isUnsure = (error: unknown): boolean =>
  !(error instanceof SESServiceException && error.$response !== undefined) && !nobodyThere.includes(codeOf(error));

const nobodyThere: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** SES's name for what went wrong, or the network's (`ECONNREFUSED`), whose errors have no name of their own. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return (error.name === 'Error' ? code : error.name).slice(0, 60);
}
