/**
 * The one table, as data: infra/table.ts builds it in AWS, infra/local the same in the embedded server.
 * All indexes exist from the first day, since the embedded server cannot add one later.
 * `card` is the small map (at most 1 KB) that a list of cases shows.
 */
export type IndexShape = { readonly hash: string; readonly range: string; readonly projects: readonly string[] };

/** With its end, since real TTL lags behind: a list leaves out what should be gone. */
const listed = (hash: string, range: string, ...more: readonly string[]): IndexShape => ({
  hash,
  range,
  projects: ['card', 'expiresAt', ...more],
});

export const tableShape = {
  hash: 'pk',
  range: 'sk',
  ttl: 'expiresAt',
  indexes: {
    queue: listed('queue', 'queueOrder'),
    assignee: listed('assignee', 'queueOrder'),
    importer: listed('importerKey', 'openedAt'),
    company: listed('companyInitials', 'companyKey'),
    'contact-mailbox': listed('contactMailbox', 'openedAt'),
    'new-mailbox': listed('newMailbox', 'openedAt'),
    // Cases of a day (docs/decisions/0031). With the whole number, for the list of importers that a breach notice wants.
    day: listed('day', 'openedAt', 'importerKey'),
    owed: { hash: 'owed', range: 'owedAt', projects: [] },
  },
} as const satisfies { hash: string; range: string; ttl: string; indexes: Record<string, IndexShape> };

/** Every attribute that is a key somewhere; all of them are strings. */
export const keyAttributes = [
  ...new Set([
    tableShape.hash,
    tableShape.range,
    ...Object.values(tableShape.indexes).flatMap((index) => [index.hash, index.range]),
  ]),
];
