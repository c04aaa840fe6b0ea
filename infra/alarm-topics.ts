/**
 * Whom alarms reach. Two severities say how soon somebody must look: `urgent` now, day and night; `soon` on the same working day. Both
 * go to every mailbox of the team, since any of them may be what died.
 */
import { broker } from '../broker.config.ts';
import { firewallRegion } from './firewall.ts';

export type Severity = 'urgent' | 'soon';

const { urgentMailbox } = broker.alarms;
const mailboxes: Record<Severity, readonly string[]> = {
  urgent: [...broker.teamMailboxes, ...(urgentMailbox === undefined ? [] : [urgentMailbox])],
  soon: broker.teamMailboxes,
};

/** The stack's name and the severity: by the end of it the webhook knows which. */
function reached(name: string, severity: Severity, region?: string) {
  const topic = new aws.sns.Topic(name, {
    name: `${$app.name}-${$app.stage}-${severity === 'urgent' ? 'Urgent' : 'Soon'}`,
    region,
  });
  for (const [nth, endpoint] of [...new Set(mailboxes[severity])].entries()) {
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
