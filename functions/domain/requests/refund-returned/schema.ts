import * as z from 'zod/mini';
import { contactShape, importerShape } from '../common/schema.ts';
import { choice, optionalLine } from '../schema.ts';
import { fields } from './fields.ts';

export const schema = z.strictObject({
  ...importerShape,
  reportShows: choice(fields.reportShows),
  refundDate: optionalLine(fields.refundDate),
  entryNumbers: optionalLine(fields.entryNumbers),
  bankChanged: choice(fields.bankChanged),
  ...contactShape,
});
