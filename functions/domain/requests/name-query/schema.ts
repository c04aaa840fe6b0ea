import * as z from 'zod/mini';
import { contactShape, importerShape } from '../common/schema.ts';
import { optionalChoice, optionalLine, optionalNumber } from '../schema.ts';
import { fields } from './fields.ts';

export const schema = z.strictObject({
  ...importerShape,
  importerNumber2Kind: optionalChoice(fields.importerNumber2Kind),
  importerNumber2: optionalNumber(),
  importerNumber3Kind: optionalChoice(fields.importerNumber3Kind),
  importerNumber3: optionalNumber(),
  importerNumber4Kind: optionalChoice(fields.importerNumber4Kind),
  importerNumber4: optionalNumber(),
  importerNumber5Kind: optionalChoice(fields.importerNumber5Kind),
  importerNumber5: optionalNumber(),
  importerNumber6Kind: optionalChoice(fields.importerNumber6Kind),
  importerNumber6: optionalNumber(),
  typedName: optionalLine(fields.typedName),
  errorSeen: optionalChoice(fields.errorSeen),
  ...contactShape,
});
