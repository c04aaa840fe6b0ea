/**
 * By stage: the table that stands in the place of the stack's own since a loss (docs/operations.md, "Restoring"). The stack uses
 * it, and never makes, changes or deletes it. A name stays here for good: without it, the next deployment would make an empty
 * table and use that one.
 */
export const restoredTables: Readonly<Record<string, string>> = {};
