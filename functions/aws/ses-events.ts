import * as z from 'zod/mini';
import { readReference } from '#domain/case/reference.ts';
import { GIVEN_UP } from '#domain/case/delivery.ts';
import type { Bounce, MailEvent } from '#domain/case/delivery.ts';

/**
 * What SES publishes of a mail, read as our words.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html, as read 2026-11
 */
const at = z.object({ timestamp: z.string() });
const eventSchema = z.object({
  eventType: z.string(),
  mail: z.object({
    timestamp: z.string(),
    messageId: z.string(),
    destination: z.array(z.string()),
    tags: z.optional(z.record(z.string(), z.array(z.string()))),
  }),
  delivery: z.optional(at),
  deliveryDelay: z.optional(at),
  complaint: z.optional(at),
  bounce: z.optional(
    z.object({
      timestamp: z.string(),
      bounceType: z.string(),
      bounceSubType: z.string(),
      bouncedRecipients: z.optional(
        z.array(z.object({ action: z.optional(z.string()), status: z.optional(z.string()) })),
      ),
    }),
  ),
});
type SesEvent = z.infer<typeof eventSchema>;

/** Other kinds are none of ours: nobody counts who opens a letter. */
const kinds: Readonly<Record<string, MailEvent['kind']>> = {
  Send: 'taken',
  Delivery: 'delivered',
  DeliveryDelay: 'delayed',
  Bounce: 'bounced',
  Complaint: 'complained',
  Reject: 'rejected',
};

const bounceTypes: Readonly<Record<string, Bounce['type']>> = { Permanent: 'permanent', Transient: 'transient' };

/** An event of SES; `not-ours` when it is of a kind that says nothing to us; undefined when it is no event that we know. */
export function readSesEvent(body: string): MailEvent | 'not-ours' | undefined {
  const event = eventSchema.safeParse(parsed(body));
  if (!event.success) return undefined;
  const { eventType, mail, bounce } = event.data;
  const kind = kinds[eventType];
  if (!kind) return 'not-ours';
  const when = timeOf(event.data);
  if (when === undefined) return undefined;
  const letter = letterOf(mail.tags ?? {});
  return {
    kind,
    at: when,
    messageId: mail.messageId,
    mailbox: mail.destination[0] ?? '',
    letterKind: mail.tags?.['kind']?.[0] ?? '',
    ...(letter && { letter }),
    ...(kind === 'bounced' && { bounce: bounceOf(bounce) }),
  };
}

function bounceOf(bounce: SesEvent['bounce']): Bounce {
  const type = bounceTypes[bounce?.bounceType ?? ''] ?? 'undetermined';
  return { type, sub: type === 'transient' && wasGivenUp(bounce) ? GIVEN_UP : (bounce?.bounceSubType ?? '') };
}

/**
 * Under one name, Transient and General, SES tells two things: that a machine answered for somebody absent, and that a mail
 * was tried for 14 hours and given up ("Message expired: unable to deliver in 840 minutes", 4.4.7). Only the second has a
 * report of failure on its recipient (RFC 3464: action, status); recorded events seen 2026-11.
 */
const wasGivenUp = (bounce: SesEvent['bounce']): boolean =>
  bounce?.bounceSubType === 'General' &&
  (bounce.bouncedRecipients ?? []).some(
    ({ action, status }) => action?.toLowerCase() === 'failed' || /^[45]\./.test(status ?? ''),
  );

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** When it happened; the mail's own time where the kind has none of its own. */
function timeOf({ delivery, deliveryDelay, complaint, bounce, mail }: SesEvent): string | undefined {
  const { timestamp } = delivery ?? deliveryDelay ?? complaint ?? bounce ?? mail;
  const time = Date.parse(timestamp);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function letterOf(tags: Readonly<Record<string, readonly string[]>>): MailEvent['letter'] {
  const [reference, digest, id] = [readReference(tags['case']?.[0] ?? ''), tags['digest']?.[0], tags['letter']?.[0]];
  return reference && digest !== undefined && id !== undefined ? { reference, digest, id } : undefined;
}
