import * as z from 'zod/mini';
import type { ReducedNumber } from './check.ts';
import type { ImporterNumber } from '../importer-number/importer-number.ts';
import { numberAnswer } from '../importer-number/record.ts';
import type { ProblemCode } from '../problem.ts';
import type { ChoiceField, EmailField, ExtensionField, PhoneField, TextField } from './field.ts';
import type { Read } from './read-field.ts';
import { missingCode, readChoice, readEmail, readExtension, readLine, readPhone } from './read-field.ts';

/**
 * zod pieces made from fields: the schema of a request type is an object of these, so that the door's types come from
 * the same description that the page shows. An issue's message is a problem code.
 */
type Issues = { issues: z.core.$ZodRawIssue[] };

function refuse(ctx: Issues, code: ProblemCode, input: unknown): never {
  ctx.issues.push({ code: 'custom', message: code, input, continue: false });
  return z.NEVER;
}

/** One piece a field: a transform is a schema of its own, and every piece is made anew in each cold start of the door. */
const optional = <T>(read: (raw: unknown) => Read<T>) =>
  z.transform((raw: unknown, ctx): T | undefined => {
    const result = read(raw);
    return 'code' in result ? refuse(ctx, result.code, raw) : result.value;
  });

const needed = <T>(read: (raw: unknown) => Read<T>, missing: ProblemCode) =>
  z.transform((raw: unknown, ctx): T => {
    const result = read(raw);
    if ('code' in result) return refuse(ctx, result.code, raw);
    return result.value ?? refuse(ctx, missing, raw);
  });

export const line = (field: TextField) => needed((raw) => readLine(field, raw), missingCode(field));
export const optionalLine = (field: TextField) => optional((raw) => readLine(field, raw));
export const email = (field: EmailField) => needed((raw) => readEmail(field, raw), missingCode(field));
export const optionalEmail = (field: EmailField) => optional((raw) => readEmail(field, raw));
export const phone = (field: PhoneField) => needed((raw) => readPhone(field, raw), missingCode(field));
export const optionalExtension = (field: ExtensionField) => optional((raw) => readExtension(field, raw));
export const choice = <Option extends string>(field: ChoiceField<Option>) =>
  needed((raw) => readChoice(field, raw), missingCode(field));
export const optionalChoice = <Option extends string>(field: ChoiceField<Option>) =>
  optional((raw) => readChoice(field, raw));

const isReduced = (value: unknown): value is ReducedNumber =>
  typeof value === 'object' && value !== null && ('read' in value || 'code' in value);

/** The door puts the reduced number in the place of what was sent, before the schema sees anything. */
export const importerNumber = () =>
  z.pipe(
    z.custom<ReducedNumber>(isReduced),
    z.transform((reduced, ctx): ImporterNumber => ('code' in reduced ? refuse(ctx, reduced.code, null) : reduced.read)),
  );

/** A number more, as it is kept among the answers: in full, of a Social Security number its end. */
export const optionalNumber = () =>
  z.transform((reduced: unknown, ctx): string | undefined => {
    if (!isReduced(reduced)) return undefined;
    if ('code' in reduced) return reduced.code === 'missing' ? undefined : refuse(ctx, reduced.code, null);
    return numberAnswer(reduced.read);
  });
