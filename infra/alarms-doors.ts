/** Doors that break off, are held up, or turn somebody away. The public door's are urgent: there, somebody is told nothing. */
import { alarm, atLeast, type Over, type Watched } from './alarm.ts';
import { soonOfFirewall } from './alarm-topics.ts';
import { api } from './api.ts';
import { firewallMetric, firewallRegion, refusedRequests } from './firewall.ts';
import { ofDoor } from './metric.ts';
import { doors, people, requests } from './told.ts';

/** At a door that nobody asks nothing fails. On a quiet night only the canary asks, every 15 minutes. */
const over: Over = {
  look: 'send a request from the form and see its reference. CanaryMissingAlarm is quiet again within 40 minutes.',
};
function ofDoorAlarm(door: string, name: string, what: Watched & { alarmDescription: string }) {
  if (door === 'Intake') alarm('urgent', name, { ...what, over });
  else alarm('soon', name, what);
}

for (const [name, door] of Object.entries(doors)) {
  ofDoorAlarm(name, `${name}ErrorAlarm`, {
    alarmDescription: `The door ${name} failed. Its log, without names or addresses: /${$app.name}/${$app.stage}/${name}.`,
    ...atLeast(ofDoor(door, 'Errors'), 1, 5),
  });
  ofDoorAlarm(name, `${name}HeldUpAlarm`, {
    alarmDescription: `AWS ran no more of the door ${name} at once than the account may (Lambda's concurrency limit).`,
    ...atLeast(ofDoor(door, 'Throttles'), 1, 5),
  });
}

for (const [name, { unexpected, storeUnavailable }] of Object.entries(people)) {
  alarm('soon', `${name}UnexpectedAlarm`, {
    alarmDescription: `The door ${name} answered 500 to somebody. The place in the code is in its log.`,
    ...atLeast(unexpected, 1, 5),
  });
  ofDoorAlarm(name, `${name}StoreUnavailableAlarm`, {
    alarmDescription: `The door ${name} answered 503: the table could not be asked.`,
    ...atLeast(storeUnavailable, 3, 5),
  });
}

alarm('urgent', 'ApiFailedAlarm', {
  alarmDescription: "Five answers or more of the doors were 5xx within five minutes, their own or the API's.",
  over,
  ...atLeast({ namespace: 'AWS/ApiGateway', metricName: '5xx', dimensions: { ApiId: api.nodes.api.id } }, 5, 5),
});
alarm('soon', 'ApiThrottledAlarm', {
  alarmDescription: 'The API turned away everybody for moments: more came than its throttle lets through.',
  ...atLeast(requests.throttled, 1, 5),
});
alarm(
  'soon',
  'RequestsRefusedAlarm',
  {
    alarmDescription: 'The firewall turned away requests of importers: too many from one address, or too long.',
    ...atLeast(
      {
        namespace: 'AWS/WAFV2',
        metricName: 'CountedRequests',
        dimensions: { WebACL: firewallMetric, Rule: refusedRequests },
      },
      10,
      5,
    ),
    ...(soonOfFirewall.region && { region: firewallRegion }),
  },
  soonOfFirewall,
);
