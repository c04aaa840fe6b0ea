import { contactFields, importerFields } from '../common/fields.ts';
import type { Fields } from '../field.ts';

/**
 * What CBP's two reports say of the refund (facts 3.3, 2026-07): one answer names report and status, so that the two cannot
 * disagree. Of bank details only whether they changed; never one of them.
 */
export const fields = {
  reportShows: {
    kind: 'select',
    needed: true,
    options: ['returned', 'diverted', 'sent', 'reissued', 'rejected', 'not-listed', 'not-looked'],
  },
  refundDate: { kind: 'line', min: 2, max: 40, needed: false },
  entryNumbers: { kind: 'long-text', min: 2, max: 400, needed: false },
  bankChanged: { kind: 'radio', options: ['no', 'yes', 'not-sure'], needed: true },
  ...importerFields,
  ...contactFields,
} as const satisfies Fields;
