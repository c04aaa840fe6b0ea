/** Wakes the team's first mailbox. A thin beginning: letters that wait too long and the mail's reputation come with mail feedback. */
import { broker } from '../broker.config.ts';
import { intake } from './intake.ts';
import { payOwed, streamDead, timerDead } from './pay-owed.ts';

const team = new aws.sns.Topic('Team');
new aws.sns.TopicSubscription('TeamMailbox', { topic: team.arn, protocol: 'email', endpoint: broker.teamMailboxes[0] });

const alarm = (name: string, what: Partial<aws.cloudwatch.MetricAlarmArgs>) =>
  new aws.cloudwatch.MetricAlarm(name, {
    statistic: 'Sum',
    period: 300,
    evaluationPeriods: 1,
    threshold: 0,
    comparisonOperator: 'GreaterThanThreshold',
    // Nothing happened is good news.
    treatMissingData: 'notBreaching',
    alarmActions: [team.arn],
    ...what,
  });

for (const [name, queue] of Object.entries({ StreamDead: streamDead, TimerDead: timerDead })) {
  alarm(`${name}Alarm`, {
    alarmDescription:
      'An event could not be handled. Letters stay owed and are tried again; see docs/deploy.md, "When an alarm comes".',
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    statistic: 'Maximum',
    dimensions: { QueueName: queue.nodes.queue.name },
  });
}

for (const [name, door] of Object.entries({ Intake: intake, PayOwed: payOwed })) {
  alarm(`${name}ErrorAlarm`, {
    alarmDescription: `The door ${name} failed. Its log, without names or addresses: /${$app.name}/${$app.stage}/${name}.`,
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    dimensions: { FunctionName: door.name },
  });
}
