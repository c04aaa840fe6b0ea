import type { SNSMessage } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Alarm } from '#casework/alarms/ports.ts';

/** What CloudWatch says of an alarm that changed; more of it is not looked at. */
const changeSchema = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.nullish(z.string()),
  NewStateValue: z.enum(['ALARM', 'OK', 'INSUFFICIENT_DATA']),
  StateChangeTime: z.optional(z.string()),
});
const states = { ALARM: 'alarm', OK: 'ok', INSUFFICIENT_DATA: 'unknown' } as const;

type Message = Pick<SNSMessage, 'MessageId' | 'TopicArn' | 'Timestamp' | 'Message'>;

/** A message of one of the two topics (`…-Urgent`, `…-Soon`). One that cannot be read is an alarm all the same: somebody shall look. */
export function readAlarm({ MessageId, TopicArn, Timestamp, Message }: Message): Alarm {
  const said = changeSchema.safeParse(asJson(Message)).data;
  return {
    id: MessageId,
    severity: TopicArn.endsWith('-Urgent') ? 'urgent' : 'soon',
    name: plainName(said?.AlarmName ?? 'unread'),
    state: said ? states[said.NewStateValue] : 'alarm',
    what: said ? (said.AlarmDescription ?? '') : 'AWS said something here that we cannot read. The same came by mail.',
    at: timeOf(said?.StateChangeTime) ?? timeOf(Timestamp) ?? Timestamp,
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Without the stack's name before it: as it stands in docs/deploy.md. */
const plainName = (name: string): string => name.slice(name.lastIndexOf('-') + 1);

/** CloudWatch writes `+0000` for UTC. */
function timeOf(said = ''): string | undefined {
  const time = new Date(said);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
