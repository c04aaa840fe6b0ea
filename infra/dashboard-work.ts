/** The dashboard's upper half: what was promised, what is owed, and who works on it. */
import { ringing } from './alarm.ts';
import { firewallMetric, firewallRegion, refusedRequests } from './firewall.ts';
import { ofDoor } from './metric.ts';
import { objectives } from './objectives.ts';
import { payOwed } from './pay-owed.ts';
import { debts, doors, letters, people, requests } from './told.ts';
import { graph, heading, kept, line, ringingNow, type Widget } from './widgets.ts';

const ofDoors = (metricName: string, stat?: string) =>
  Object.entries(doors).map(([name, door]) => line(ofDoor(door, metricName), name, stat));

const refused = {
  namespace: 'AWS/WAFV2',
  metricName: 'CountedRequests',
  dimensions: { WebACL: firewallMetric, Rule: refusedRequests },
};

export const promises: Widget[] = [
  heading(
    'What we promised',
    'The last four weeks. An alarm comes long before a promise is broken; what each means stands in docs/deploy.md.',
  ),
  kept('Taken by SES within 60 seconds (99.9 %)', objectives.LettersAccepted),
  kept('Delivered within five minutes (99 %)', objectives.LettersDelivered),
  kept('Shown references that are stored (100 %)', objectives.ReferencesStored),
  ringingNow(ringing),
];

export const owed: Widget[] = [
  heading(
    'What is owed',
    'Nought most of the time. A number that stays or grows is a mail service, or a table, that says no.',
  ),
  graph('Cases that owe a letter', [line(debts.owed, 'cases', 'Maximum'), line(debts.stuck, 'put aside', 'Maximum')]),
  graph('Age of the oldest debt, in seconds', [line(debts.oldest, 'oldest', 'Maximum')]),
  graph('Wake-up calls of the table, late by milliseconds', [line(ofDoor(payOwed, 'IteratorAge'), 'late', 'Maximum')]),
];

export const letterWidgets: Widget[] = [
  heading('Letters', 'With those of the canary, some eight an hour.'),
  graph('Sent and delivered', [line(letters.sent, 'sent'), line(letters.delivered, 'delivered')]),
  graph('Too late', [line(letters.late, 'not taken within 60 s'), line(letters.slow, 'not delivered within 5 min')]),
  graph('Not at all', [
    line(letters.failed, 'a try failed'),
    line(letters.parked, 'given up'),
    line(letters.payFailed, 'not looked at'),
    line(letters.twice, 'sent again after a lost answer'),
    line(letters.doubled, 'arrived twice'),
  ]),
];

export const doorWidgets: Widget[] = [
  heading('Doors', 'Requests hold those of the canary, four an hour.'),
  graph('Requests kept, refused, throttled', [
    line(requests.opened, 'kept'),
    line(requests.throttled, 'throttled'),
    [
      ...line(refused, 'refused by the firewall').slice(0, -1),
      { label: 'refused by the firewall', stat: 'Sum', region: firewallRegion },
    ],
  ]),
  graph('Broken off', [...ofDoors('Errors'), ...ofDoors('Throttles')]),
  graph('Longest run, in milliseconds', ofDoors('Duration', 'Maximum')),
  graph(
    'Answers that were not meant',
    Object.entries(people).flatMap(([name, { unexpected, storeUnavailable }]) => [
      line(unexpected, `${name} 500`),
      line(storeUnavailable, `${name} 503`),
    ]),
  ),
];
