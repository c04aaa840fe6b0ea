import * as z from 'zod/mini';
import { contactShape, importerShape } from '../common/schema.ts';
import { choice, line, optionalChoice, optionalLine } from '../schema.ts';
import { fields } from './fields.ts';

export const schema = z.strictObject({
  ...importerShape,
  errorSeen: choice(fields.errorSeen),
  wordsShown: optionalLine(fields.wordsShown),
  typedName: optionalLine(fields.typedName),
  tried: line(fields.tried),
  since: optionalChoice(fields.since),
  ...contactShape,
});
