import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { AcceptedLog } from '#casework/watch/ports.ts';
import { readReference } from '#domain/case/reference.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import type { Settings } from './settings.ts';

/** The public door says one of these just before it shows a reference to somebody. */
const ACCEPTED = '{ ($.event = "case-opened") || ($.event = "case-repeated") }';

export const logsClient = ({ region, logsEndpoint }: Settings): CloudWatchLogsClient =>
  new CloudWatchLogsClient({ region, ...(logsEndpoint !== undefined && { endpoint: logsEndpoint }) });

/** What the public door accepted, out of its log in CloudWatch. A page may be empty and yet not the last. */
export const cloudwatchAcceptedLog = (client: CloudWatchLogsClient, logGroupName: string): AcceptedLog => ({
  async *between(from, to) {
    let nextToken: string | undefined;
    do {
      const page = await client.send(
        new FilterLogEventsCommand({
          logGroupName,
          filterPattern: ACCEPTED,
          startTime: from.getTime(),
          // CloudWatch counts the end in.
          endTime: to.getTime() - 1,
          nextToken,
        }),
      );
      yield* (page.events ?? []).flatMap(({ message = '' }) => referenceIn(message));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
  },
});

/** A line that is none of ours says nothing. */
function referenceIn(message: string): CaseReference[] {
  const reference = readReference(saidIn(message));
  return reference === undefined ? [] : [reference];
}

function saidIn(message: string): string {
  try {
    const line: unknown = JSON.parse(message);
    const isLine = typeof line === 'object' && line !== null && 'reference' in line;
    return isLine && typeof line.reference === 'string' ? line.reference : '';
  } catch {
    return '';
  }
}
