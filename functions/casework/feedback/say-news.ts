import type { MailEvent } from '#domain/case/delivery.ts';
import { SOON_SECONDS } from '#domain/case/promises.ts';
import type { News } from '#domain/case/mail-event.ts';
import type { Log } from '../ports.ts';

/** One line for what is new, and none for what was told before. */
export function sayNews(log: Log, { next: { reference }, before, after }: News, { kind, messageId }: MailEvent): void {
  const which = { reference, letter: after.kind };
  const since = (at: string) => Math.max(0, Math.round((Date.parse(at) - Date.parse(after.owedSince)) / 1000));
  const isTwin = (before.mails?.length ?? 0) > 0 && !before.mails?.includes(messageId);
  if (isTwin) log('letter-doubled', which);
  const first = (name: 'deliveredAt' | 'delayedAt' | 'complainedAt' | 'rejectedAt') =>
    before.told?.[name] === undefined ? after.told?.[name] : undefined;
  const delivered = first('deliveredAt');
  if (delivered !== undefined) {
    const seconds = since(delivered);
    log('letter-delivered', { ...which, seconds });
    if (seconds > SOON_SECONDS) log('letter-slow', { ...which, seconds });
  }
  if (first('delayedAt') !== undefined) log('letter-delayed', which);
  if (kind === 'bounced' && before.bouncedAt === undefined && after.bouncedAt !== undefined)
    log('letter-bounced', which);
  if (first('complainedAt') !== undefined) log('letter-complained', which);
  if (first('rejectedAt') !== undefined) log('letter-rejected', which);
}
