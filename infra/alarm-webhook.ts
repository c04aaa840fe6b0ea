/** The door that tells alarms to the address that the broker named. Where none is named, there is no door, no secret and no alarm on it. */
import { broker } from '../broker.config.ts';
import { alarm, atLeast, reaches } from './alarm.ts';
import { allTopics } from './alarm-topics.ts';
import { deadLetters } from './dead-letters.ts';
import { door } from './doors.ts';
import { ofDoor, ofQueue } from './metric.ts';

if (broker.alarms.webhook !== undefined) {
  const webhookDead = deadLetters('WebhookDead');

  const alarmWebhook = door('AlarmWebhook', {
    handler: 'functions/alarm-webhook.handler',
    description: 'Tells alarms to a webhook',
    timeout: '20 seconds',
    memory: '512 MB',
    // After one minute and after two more.
    retries: 2,
    onFailure: webhookDead.arn,
    environment: { ALARM_WEBHOOK_SECRET: new sst.Secret('AlarmWebhookSecret').value },
    permissions: [{ actions: ['sqs:SendMessage'], resources: [webhookDead.arn] }],
  });

  for (const { name, arn, region } of allTopics) {
    const allowed = new aws.lambda.Permission(`AlarmWebhookFrom${name}`, {
      action: 'lambda:InvokeFunction',
      function: alarmWebhook.name,
      principal: 'sns.amazonaws.com',
      sourceArn: arn,
    });
    new aws.sns.TopicSubscription(
      `${name}Webhook`,
      { topic: arn, protocol: 'lambda', endpoint: alarmWebhook.arn, region },
      { dependsOn: [allowed] },
    );
  }

  // These two come by mail, which does not need what they are about.
  alarm('soon', 'AlarmWebhookErrorAlarm', {
    alarmDescription:
      'An alarm could not be told to the webhook. It is tried twice more. All alarms come by mail as well.',
    ...atLeast(ofDoor(alarmWebhook, 'Errors'), 1, 5),
  });
  alarm('soon', 'WebhookDeadAlarm', {
    alarmDescription: 'An alarm was given up on its way to the webhook. All alarms come by mail as well.',
    ...reaches(ofQueue(webhookDead, 'ApproximateNumberOfMessagesVisible'), 1, 5),
  });
}
