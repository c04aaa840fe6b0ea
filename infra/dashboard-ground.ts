/** The dashboard's lower half: what the desk stands on, and who checks it. */
import { deadQueues } from './dead-letters.ts';
import { feedback } from './feedback-queue.ts';
import { ofMail, ofQueue } from './metric.ts';
import { byOperation, indexNames, ofIndex, ofTable } from './table-metrics.ts';
import { canary, hours, letters, mailboxes } from './told.ts';
import { graph, heading, line, type Widget } from './widgets.ts';

export const tableWidgets: Widget[] = [
  heading('Table', 'On demand: it grows by itself, and turns requests away only in the minutes of a sudden crowd.'),
  graph('Read and written, in units', [
    line(ofTable('ConsumedReadCapacityUnits'), 'read'),
    line(ofTable('ConsumedWriteCapacityUnits'), 'written'),
  ]),
  graph('Turned away', [
    ...byOperation('ThrottledRequests').map((metric) => line(metric, String(metric.dimensions?.Operation))),
    ...indexNames.map((index) => line(ofIndex('WriteThrottleEvents', index), `index ${index}`)),
  ]),
  graph(
    "AWS's own faults",
    byOperation('SystemErrors').map((metric) => line(metric, String(metric.dimensions?.Operation))),
  ),
];

export const mailWidgets: Widget[] = [
  heading(
    'What SES says of our mail',
    'It reviews an account at 5 % bounces or 0.1 % complaints, and stops its mail at 10 % and 0.5 %.',
  ),
  graph('Part that bounces', [line(ofMail('Reputation.BounceRate'), 'bounced', 'Average')], { period: 3600 }),
  graph('Part that is called spam', [line(ofMail('Reputation.ComplaintRate'), 'complained', 'Average')], {
    period: 3600,
  }),
  graph(
    'Letters that came back',
    [
      line(letters.bounced, 'bounced'),
      line(letters.complained, 'called spam'),
      line(letters.rejected, 'refused by SES'),
      line(mailboxes.failed, "to the team's own mailbox"),
    ],
    { period: 3600 },
  ),
];

export const watchWidgets: Widget[] = [
  heading(
    'Canary and reconciliation',
    'A made-up request every 15 minutes; every hour, what was accepted is compared with what is stored.',
  ),
  graph('Canaries', [line(canary.delivered, 'delivered'), line(canary.refused, 'refused')], { period: 3600 }),
  graph('Seconds from post to delivery', [line(canary.seconds, 'longest', 'Maximum')]),
  graph('References', [line(hours.accepted, 'accepted', 'Maximum'), line(hours.missing, 'missing', 'Maximum')], {
    period: 3600,
  }),
];

export const deadWidgets: Widget[] = [
  heading(
    'Dead letters',
    'Calls and events that were given up. `npm run redrive` tries them again; docs/operations.md says when.',
  ),
  graph(
    'Waiting for a person',
    Object.entries(deadQueues).map(([name, queue]) =>
      line(ofQueue(queue, 'ApproximateNumberOfMessagesVisible'), name, 'Maximum'),
    ),
  ),
  graph('What SES told, waiting, in seconds', [
    line(ofQueue(feedback, 'ApproximateAgeOfOldestMessage'), 'oldest', 'Maximum'),
  ]),
  graph('Office hours without a real request', [line(hours.quiet, 'quiet', 'Maximum')], { period: 3600 }),
];
