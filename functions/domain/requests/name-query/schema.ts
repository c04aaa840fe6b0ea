import * as z from 'zod/mini';
import { contactShape, importerShape } from '../common/schema.ts';
import { optionalChoice, optionalLine } from '../schema.ts';
import { fields } from './fields.ts';

export const schema = z.strictObject({
  ...importerShape,
  typedName: optionalLine(fields.typedName),
  errorSeen: optionalChoice(fields.errorSeen),
  ...contactShape,
});
