import { contactFields, errorsSeen, importerFields } from '../common/fields.ts';
import type { Fields } from '../field.ts';

const unmatched = [{ field: 'errorSeen', in: ['not-matching'] }] as const;

/**
 * Which of the four checks of CBP's form failed (facts 3.1, 2026-07), and what was tried. The words that CBP shows are
 * published nowhere: who sees others than the four is asked for them.
 */
export const fields = {
  errorSeen: { kind: 'select', options: errorsSeen, needed: true },
  wordsShown: { kind: 'long-text', min: 2, max: 500, needed: { field: 'errorSeen', in: ['other'] } },
  typedName: { kind: 'line', min: 1, max: 200, needed: false, when: unmatched },
  tried: { kind: 'long-text', min: 2, max: 1000, needed: true },
  since: { kind: 'select', options: ['today', 'this-week', 'this-month', 'longer'], needed: false },
  ...importerFields,
  ...contactFields,
} as const satisfies Fields;
