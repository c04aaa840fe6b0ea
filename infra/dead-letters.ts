/** Where events end that a door could not handle. Nothing is lost with them: the letters stay owed in the table. They wake a person. */
export function deadLetters(name: string) {
  return new sst.aws.Queue(name, {
    transform: { queue: { messageRetentionSeconds: 14 * 24 * 60 * 60, sqsManagedSseEnabled: true } },
  });
}
