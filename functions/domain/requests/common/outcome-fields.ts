import type { GuidanceField } from '../outcome.ts';

/** Steps for the importer, one a line, in the importer's language; the words to start from go by the answer to `startsBy`. */
export const guidance = (startsBy: string): GuidanceField => ({
  kind: 'long-text',
  min: 10,
  max: 2000,
  needed: true,
  startsBy,
});
