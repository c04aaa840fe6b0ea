/** What is measured: lines that doors write to their logs, and what AWS measures by itself. */
export type Metric = {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Record<string, $util.Input<string>>;
};

/** A metric of this stage that our own lines feed. */
export const own = (metricName: string): Metric => ({ namespace: `${$app.name}/${$app.stage}`, metricName });

/** What CloudWatch's sums call it: `letter-late` is `letter_late` there. */
export const idOf = (event: string) => event.replaceAll('-', '_');

type Told = {
  /** A number in the line; without one, lines are counted. */
  readonly value?: `$.${string}`;
  readonly unit?: 'Count' | 'Seconds';
  /** Says nought while the log says other things: only what says nought can be divided by, or trusted when it is silent. */
  readonly steady?: true;
};

/** Counts the lines of a log that fit, or takes a number out of them. No door needs a right to write metrics. */
export function measured(
  logGroupName: $util.Input<string>,
  pattern: string,
  name: string,
  { value, unit = 'Count', steady }: Told = {},
): Metric {
  const metric = own(name);
  new aws.cloudwatch.LogMetricFilter(name, {
    logGroupName,
    pattern,
    metricTransformation: {
      namespace: metric.namespace,
      name,
      value: value ?? '1',
      unit,
      ...(steady && { defaultValue: '0' }),
    },
  });
  return metric;
}

/** One event of a door's log. The log's name is asked of the door, so that the filter comes after the log. */
export const told = (door: sst.aws.Function, event: string, name = event, how: Told = {}): Metric =>
  measured(door.nodes.function.loggingConfig.logGroup, `{ $.event = "${event}" }`, name, how);

/** An event of which only some lines count. */
export const toldWhere = (door: sst.aws.Function, event: string, where: string, name: string): Metric =>
  measured(door.nodes.function.loggingConfig.logGroup, `{ ($.event = "${event}") && (${where}) }`, name);

export const ofDoor = (door: sst.aws.Function, metricName: string): Metric => ({
  namespace: 'AWS/Lambda',
  metricName,
  dimensions: { FunctionName: door.name },
});

export const ofQueue = (queue: sst.aws.Queue, metricName: string): Metric => ({
  namespace: 'AWS/SQS',
  metricName,
  dimensions: { QueueName: queue.nodes.queue.name },
});

/** Of the whole account: that is what SES looks at. */
export const ofMail = (metricName: string): Metric => ({ namespace: 'AWS/SES', metricName });
