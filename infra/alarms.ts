/**
 * Wakes the team's first mailbox. What a door catches is no error for Lambda: the event in its log is counted instead.
 * Bounces and the mail's reputation come with mail feedback. Each alarm stands in docs/deploy.md, "When an alarm comes".
 */
import { broker } from '../broker.config.ts';
import { api } from './api.ts';
import { desk } from './desk.ts';
import { firewallMetric, firewallRegion, refusedRequests } from './firewall.ts';
import { importer } from './importer.ts';
import { intake } from './intake.ts';
import { payOwed, streamDead, timerDead } from './pay-owed.ts';

/** A mailbox that alarms of a region reach; an alarm cannot speak to another region. */
function reached(name: string, region?: string) {
  const topic = new aws.sns.Topic(name, { region });
  new aws.sns.TopicSubscription(`${name}Mailbox`, {
    topic: topic.arn,
    protocol: 'email',
    endpoint: broker.teamMailboxes[0],
    region,
  });
  return topic;
}

const team = reached('Team');

type Watched = Partial<aws.cloudwatch.MetricAlarmArgs>;

const alarm = (name: string, what: Watched) =>
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

for (const [name, door] of Object.entries({ Intake: intake, Importer: importer, Desk: desk, PayOwed: payOwed })) {
  alarm(`${name}ErrorAlarm`, {
    alarmDescription: `The door ${name} failed. Its log, without names or addresses: /${$app.name}/${$app.stage}/${name}.`,
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    dimensions: { FunctionName: door.name },
  });
}

/** Counts the lines of a log that fit. */
function countedIn(logGroupName: $util.Input<string>, pattern: string, name: string): Watched {
  const metric = { namespace: `${$app.name}/${$app.stage}`, name };
  new aws.cloudwatch.LogMetricFilter(name, {
    logGroupName,
    pattern,
    metricTransformation: { ...metric, value: '1', unit: 'Count' },
  });
  return { namespace: metric.namespace, metricName: metric.name };
}

/** Counts one event of a door's log. The log's name is asked of the door, so that the filter comes after the log. */
const counted = (door: sst.aws.Function, event: string, name = event): Watched =>
  countedIn(door.nodes.function.loggingConfig.logGroup, `{ $.event = "${event}" }`, name);

const atLeast = (events: number, minutes: number, times = 1): Watched => ({
  comparisonOperator: 'GreaterThanOrEqualToThreshold',
  threshold: events,
  period: minutes * 60,
  evaluationPeriods: times,
});

const failing = counted(payOwed, 'letter-failed');
alarm('LettersFailingAlarm', {
  alarmDescription: 'Many letters could not be sent for ten minutes. They stay owed for 72 hours.',
  ...failing,
  ...atLeast(5, 5, 2),
});
// One stuck letter is tried every 8 to 16 minutes: a quiet desk would never reach five in five minutes.
alarm('LettersKeepFailingAlarm', {
  alarmDescription: 'At least one letter could not be sent for two hours. It stays owed for 72 hours.',
  ...failing,
  ...atLeast(3, 60, 2),
});
alarm('LetterParkedAlarm', {
  alarmDescription: 'A letter could not be sent for 72 hours and is not tried again. Its reference is in the log.',
  ...counted(payOwed, 'letter-parked'),
  ...atLeast(1, 5),
});
alarm('PayFailedAlarm', {
  alarmDescription: 'What a case owes could not be paid. Its reference is in the log; it is tried again.',
  ...counted(payOwed, 'pay-failed'),
  ...atLeast(1, 5),
});
for (const [name, door] of Object.entries({ Intake: intake, Importer: importer, Desk: desk })) {
  alarm(`${name}UnexpectedAlarm`, {
    alarmDescription: `The door ${name} answered 500 to somebody. The place in the code is in its log.`,
    ...counted(door, 'unexpected', `${name}-unexpected`),
    ...atLeast(1, 5),
  });
  alarm(`${name}StoreUnavailableAlarm`, {
    alarmDescription: `The door ${name} answered 503: the table could not be asked.`,
    ...counted(door, 'store-unavailable', `${name}-store-unavailable`),
    ...atLeast(3, 5),
  });
}

alarm('ThrottledAlarm', {
  alarmDescription: 'The API turned away everybody for moments: more came than its throttle lets through.',
  ...countedIn(api.nodes.logGroup.name, '{ $.status = "429" }', 'throttled'),
  ...atLeast(1, 5),
});

const away = broker.region !== firewallRegion;
alarm('RequestsRefusedAlarm', {
  alarmDescription: 'The firewall turned away requests of importers: too many from one address, or too long.',
  namespace: 'AWS/WAFV2',
  metricName: 'CountedRequests',
  dimensions: { WebACL: firewallMetric, Rule: refusedRequests },
  ...atLeast(10, 5),
  ...(away && { region: firewallRegion, alarmActions: [reached('TeamOfFirewall', firewallRegion).arn] }),
});
