/** Every queue of dead letters by its name, for the dashboard. */
export const deadQueues: Record<string, sst.aws.Queue> = {};

/** Where events end that a door could not handle. Nothing is lost with them: the letters stay owed in the table. They wake a person. */
export function deadLetters(name: string) {
  const queue = new sst.aws.Queue(name, {
    transform: { queue: { messageRetentionSeconds: 14 * 24 * 60 * 60, sqsManagedSseEnabled: true } },
  });
  deadQueues[name] = queue;
  return queue;
}
