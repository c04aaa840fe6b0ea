/** Once a minute: pay what the stream did not wake anyone for, or what must be tried again. */
import { payOwed, timerDead } from './pay-owed.ts';

export const timer = new sst.aws.CronV2('Timer', {
  schedule: 'rate(1 minute)',
  function: payOwed.arn,
  event: { source: 'timer' },
  // SST's default is none.
  retries: 2,
  dlq: timerDead.arn,
});
