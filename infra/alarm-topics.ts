/** Whom alarms reach. Two severities: `urgent` wakes somebody now, `soon` is looked at on the same working day. */
import { broker } from '../broker.config.ts';
import { firewallRegion } from './firewall.ts';

export type Severity = 'urgent' | 'soon';

const [first, second] = broker.teamMailboxes;
const mailboxes: Record<Severity, readonly (string | undefined)[]> = {
  // Also where the first is what died.
  urgent: [first, second, broker.alarms.urgentMailbox],
  soon: [first],
};

/** The stack's name and the severity: by the end of it the webhook knows which. */
function reached(name: string, severity: Severity, region?: string) {
  const topic = new aws.sns.Topic(name, {
    name: `${$app.name}-${$app.stage}-${severity === 'urgent' ? 'Urgent' : 'Soon'}`,
    region,
  });
  const all = new Set(mailboxes[severity].filter((mailbox) => mailbox !== undefined));
  for (const [nth, endpoint] of [...all].entries()) {
    new aws.sns.TopicSubscription(`${name}Mailbox${nth + 1}`, {
      topic: topic.arn,
      protocol: 'email',
      endpoint,
      region,
    });
  }
  return { name, arn: topic.arn, region };
}

export const topics = { urgent: reached('Urgent', 'urgent'), soon: reached('Soon', 'soon') };

/** The firewall counts where CloudFront is, and an alarm cannot speak to another region. */
export const soonOfFirewall =
  broker.region === firewallRegion ? topics.soon : reached('SoonOfFirewall', 'soon', firewallRegion);

export const allTopics = [...new Set([topics.urgent, topics.soon, soonOfFirewall])];
