import { randomUUID } from 'node:crypto';

/**
 * The part of an event that is of its own kind, field by field as SES publishes it;
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
 */
export type EventPart =
  | { eventType: 'Send'; send: Record<string, never> }
  | { eventType: 'Delivery'; delivery: object }
  | { eventType: 'DeliveryDelay'; deliveryDelay: object }
  | { eventType: 'Bounce'; bounce: object }
  | { eventType: 'Complaint'; complaint: object }
  | { eventType: 'Reject'; reject: { reason: string } };

/** Of which mailbox, when, and how long after the mail was taken. */
export interface Happening {
  address: string;
  at: Date;
  afterMs: number;
}

export type TellPart = (of: Happening) => EventPart;

/** What the other mail server said of its mailbox. An answering machine says nothing of the kind. */
export interface Diagnosis {
  status: string;
  diagnosticCode: string;
}

const reportingMTA = 'mta.localhost';
const retriesForMs = 14 * 3600 * 1000;

export const send: EventPart = { eventType: 'Send', send: {} };

export const delivery: TellPart = ({ address, at, afterMs }) => ({
  eventType: 'Delivery',
  delivery: {
    timestamp: at.toISOString(),
    processingTimeMillis: afterMs,
    recipients: [address],
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA,
  },
});

export const delay =
  (delayType: string, diagnosis: Diagnosis): TellPart =>
  ({ address, at }) => ({
    eventType: 'DeliveryDelay',
    deliveryDelay: {
      timestamp: at.toISOString(),
      delayType,
      expirationTime: new Date(at.getTime() + retriesForMs).toISOString(),
      delayedRecipients: [{ emailAddress: address, ...diagnosis }],
      reportingMTA,
    },
  });

export const bounce =
  (bounceType: 'Permanent' | 'Transient', bounceSubType: string, diagnosis?: Diagnosis): TellPart =>
  ({ address, at }) => ({
    eventType: 'Bounce',
    bounce: {
      feedbackId: randomUUID(),
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: address, ...(diagnosis && { action: 'failed', ...diagnosis }) }],
      timestamp: at.toISOString(),
      ...(diagnosis && { reportingMTA: `dns; ${reportingMTA}` }),
    },
  });

/** SES could read neither why nor whose: such a bounce has come without any recipient in it. */
export const unclearBounce: TellPart = ({ at }) => ({
  eventType: 'Bounce',
  bounce: {
    feedbackId: randomUUID(),
    bounceType: 'Undetermined',
    bounceSubType: 'Undetermined',
    bouncedRecipients: [],
    timestamp: at.toISOString(),
  },
});

export const complaint: TellPart = ({ address, at }) => ({
  eventType: 'Complaint',
  complaint: {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: address }],
    timestamp: at.toISOString(),
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: at.toISOString(),
  },
});

/** It has no time of its own, and neither has `Send`. */
export const reject: TellPart = () => ({ eventType: 'Reject', reject: { reason: 'Bad content' } });
