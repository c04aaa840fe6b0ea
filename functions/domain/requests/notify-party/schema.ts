import * as z from 'zod/mini';
import { contactShape, importerShape } from '../common/schema.ts';
import { choice, line, optionalChoice, optionalLine, optionalNumber } from '../schema.ts';
import { fields } from './fields.ts';

/** Answers that are asked only in some cases are optional here; `missingProblems` asks for them when they are needed. */
export const schema = z.strictObject({
  ...importerShape,
  whyReceiver: choice(fields.whyReceiver),
  receiverKind: choice(fields.receiverKind),
  receiverName: optionalLine(fields.receiverName),
  receiverNumberKind: optionalChoice(fields.receiverNumberKind),
  receiverNumber: optionalNumber(),
  form4811: choice(fields.form4811),
  box28: choice(fields.box28),
  ...contactShape,
  certifierFirst: line(fields.certifierFirst),
  certifierLast: line(fields.certifierLast),
  certifierTitle: line(fields.certifierTitle),
  agreed: choice(fields.agreed),
});
