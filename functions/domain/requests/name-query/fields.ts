import { contactFields, errorsSeen, importerFields } from '../common/fields.ts';
import type { Fields } from '../field.ts';

/** A name query asks little: whose name, and what CBP's form refused. */
export const fields = {
  ...importerFields,
  errorSeen: { kind: 'select', options: errorsSeen, needed: false },
  typedName: { kind: 'line', min: 1, max: 200, needed: false },
  ...contactFields,
} as const satisfies Fields;
