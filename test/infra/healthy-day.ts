/** A quiet, healthy day as logs and AWS tell it, with the small mishaps that belong to one; and the words to make a bad one of it. */
import type { LogLine, Point, World } from './cloudwatch.ts';
import type { Stack } from './stack.ts';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;

/** Long enough that the widest window (six hours) is full when the alarms are first looked at. */
export const day = { looked: { from: 8 * HOUR, to: 32 * HOUR }, bad: { from: 12 * HOUR, to: 18 * HOUR } } as const;

/** Every so many minutes from one time to another. */
export const every = (minutes: number, { from, to }: { readonly from: number; readonly to: number }): number[] =>
  Array.from({ length: Math.ceil((to - from) / (minutes * MINUTE)) }, (_, nth) => from + nth * minutes * MINUTE);

export const queues = ['StreamDeadQueue', 'TimerDeadQueue', 'FeedbackDeadQueue', 'WatchDeadQueue', 'FeedbackQueue'];
export const doorNames = ['Intake', 'Importer', 'Desk', 'PayOwed', 'MailFeedback', 'Watch'];

/** What things are called in the evaluated stack. */
export function telling(stack: Stack) {
  const nameOf = (type: string, name: string) => String(stack.one(type, name).inputs['name']);
  const table = nameOf('dynamodb/table:Table', '');
  const webAcl = `${stack.app.name}-${stack.app.stage}`;
  return {
    hasWebhook: stack.all('lambda/function:Function').some(({ name }) => name.startsWith('AlarmWebhook')),
    line: (at: number, door: string, event: string, details: object = {}): LogLine => ({
      log: `/${stack.app.name}/${stack.app.stage}/${door}`,
      at,
      line: { level: 'INFO', event, ...details },
    }),
    access: (at: number, status: string): LogLine => ({
      log: nameOf('cloudwatch/logGroup:LogGroup', 'ApiAccessLog'),
      at,
      line: { route: 'POST /api/requests/{type}', status },
    }),
    door: (at: number, door: string, metricName: string, value: number): Point => ({
      namespace: 'AWS/Lambda',
      metricName,
      dimensions: { FunctionName: nameOf('lambda/function:Function', `${door}Function`) },
      at,
      value,
    }),
    queue: (at: number, queue: string, metricName: string, value: number): Point => ({
      namespace: 'AWS/SQS',
      metricName,
      dimensions: { QueueName: nameOf('sqs/queue:Queue', queue) },
      at,
      value,
    }),
    table: (at: number, metricName: string, value: number, of: Record<string, string> = {}): Point => ({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensions: { TableName: table, ...of },
      at,
      value,
    }),
    mail: (at: number, metricName: string, value: number): Point => ({ namespace: 'AWS/SES', metricName, at, value }),
    api: (at: number, value: number): Point => ({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensions: { ApiId: `${stack.one('apigatewayv2/api:Api').name}-id` },
      at,
      value,
    }),
    firewall: (at: number, value: number): Point => ({
      namespace: 'AWS/WAFV2',
      metricName: 'CountedRequests',
      dimensions: { WebACL: webAcl, Rule: 'RequestRefused' },
      at,
      value,
    }),
  };
}
export type Telling = ReturnType<typeof telling>;

const whole = { from: 0, to: day.looked.to };

/** What one request leads to when all is well: the canary's, or a real one with two letters more. */
function request({ line, access }: Telling, at: number, canary: boolean): LogLine[] {
  const sent = canary ? 2 : 4;
  return [
    line(at, 'Intake', 'case-opened'),
    access(at, '201'),
    ...(canary ? [line(at, 'Watch', 'canary-posted', { status: 201 })] : []),
    ...Array.from({ length: sent }, (_, nth) => [
      line(at + 1 + nth, 'PayOwed', 'letter-sent', { seconds: 1 + nth }),
      line(at + 3 + nth, 'MailFeedback', 'letter-delivered', { seconds: 3 + nth }),
    ]).flat(),
    ...(canary ? [line(at + 5, 'MailFeedback', 'canary-delivered', { seconds: 5 })] : []),
  ];
}

/** One of each, on one day: nobody is woken by it. */
const mishaps = ({ line, access, firewall }: Telling): World => ({
  lines: [
    line(13 * HOUR, 'PayOwed', 'letter-failed', { reason: 'Throttling' }),
    line(13 * HOUR + 70, 'PayOwed', 'letter-late'),
    line(13 * HOUR + 90, 'PayOwed', 'letter-twice'),
    line(14 * HOUR, 'MailFeedback', 'letter-bounced'),
    line(14 * HOUR + 20, 'MailFeedback', 'letter-delayed'),
    line(15 * HOUR, 'MailFeedback', 'letter-slow', { seconds: 400 }),
    line(15 * HOUR, 'MailFeedback', 'letter-delivered', { seconds: 400 }),
    line(16 * HOUR, 'Intake', 'store-unavailable'),
    line(16 * HOUR, 'Intake', 'request-refused'),
    access(16 * HOUR, '503'),
    access(16 * HOUR, '404'),
  ],
  points: [firewall(17 * HOUR, 2)],
});

export function healthyDay(tell: Telling): World {
  const { line, door, queue, mail, table, api } = tell;
  const more = mishaps(tell);
  return {
    lines: [
      ...every(1, whole).map((at) => line(at, 'PayOwed', 'debts', { owed: 0, oldestSeconds: 0, stuck: 0 })),
      ...every(15, whole).flatMap((at) => request(tell, at + 30, true)),
      ...every(40, day.bad).flatMap((at) => request(tell, at + 200, false)),
      ...every(60, whole).map((at) =>
        line(at + 7 * MINUTE, 'Watch', 'reconciled', { accepted: 6, stored: 6, missing: 0, owed: 0 }),
      ),
      ...every(60, whole).map((at) => line(at + 7 * MINUTE, 'Watch', 'quiet', { officeHours: 3 })),
      ...more.lines,
    ],
    points: [
      ...every(5, whole).flatMap((at) => [
        ...doorNames.flatMap((name) => [door(at, name, 'Errors', 0), door(at, name, 'Throttles', 0)]),
        ...queues.map((name) => queue(at, name, 'ApproximateNumberOfMessagesVisible', 0)),
        door(at, 'PayOwed', 'IteratorAge', 300),
        queue(at, 'FeedbackQueue', 'ApproximateAgeOfOldestMessage', 2),
        table(at, 'SystemErrors', 0, { Operation: 'Query' }),
        api(at, 0),
      ]),
      ...every(60, whole).flatMap((at) => [
        mail(at, 'Reputation.BounceRate', 0.004),
        mail(at, 'Reputation.ComplaintRate', 0.0001),
      ]),
      ...more.points,
    ],
  };
}
