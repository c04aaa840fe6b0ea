import type { RequestTypeName } from '#domain/requests/registry.ts';
import type { Drawing } from '../help/drawings.ts';
import type { Topic } from '../help/topics.ts';

/** One end of the triage. Its words are a file of its name in `content/results/<language>/`. */
export type Result = {
  /** The guide that tells all of it. */
  readonly guide: Topic;
  readonly drawing?: Drawing;
  /** Only where a broker is needed: what to ask us, with the answers that the reader has given on the way; none fits sometimes. */
  readonly request?: { readonly type: RequestTypeName; readonly known: Readonly<Record<string, string>> };
};
