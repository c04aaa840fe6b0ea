import type { SNSEvent } from 'aws-lambda';
import { broker } from '../broker.config.ts';
import { log } from './aws/log.ts';
import { settings } from './aws/settings.ts';
import { tellAlarm } from './casework/alarms/tell-alarm.ts';
import { readAlarm } from './webhook/read-alarm.ts';
import { signedWebhook } from './webhook/signed-webhook.ts';

/** DOOR, for the topics of alarms: posts each to the address that the broker named. It is deployed only where one is named. */
const { webhook: url } = broker.alarms;
if (url === undefined) throw new Error('broker.config.ts names no alarms.webhook');
const webhook = signedWebhook({ url, secret: settings().alarmWebhookSecret, now: () => new Date() });

export const handler = async ({ Records }: SNSEvent): Promise<void> => {
  for (const { Sns } of Records) await tellAlarm({ webhook, log }, readAlarm(Sns));
};
