import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer } from '#casework/ports.ts';
import { mimeOf } from './mime.ts';
import type { Settings } from './settings.ts';

/** Shorter than the lease of a letter (30 s), so that nobody else sends it while we still wait. */
const MAIL_CALL_MS = 10_000;

export const sesClient = ({ region, sesEndpoint }: Settings): SESClient =>
  new SESClient({ region, maxAttempts: 1, ...(sesEndpoint !== undefined && { endpoint: sesEndpoint }) });

/** Sends through SES, one try a call: the debt itself is what repeats. The failure's code is the provider's own name for it. */
export function sesMailer(client: SESClient, configurationSet: string | undefined): Mailer {
  return {
    async send(mail) {
      try {
        const command = new SendRawEmailCommand({
          Source: mail.from.address,
          Destinations: [mail.to],
          RawMessage: { Data: await mimeOf(mail) },
          ConfigurationSetName: configurationSet,
        });
        const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(MAIL_CALL_MS) });
        return { sent: MessageId ?? '' };
      } catch (error) {
        return { failed: error instanceof Error ? error.name.slice(0, 60) : 'unknown' };
      }
    },
  };
}
