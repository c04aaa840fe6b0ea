import * as z from 'zod/mini';
import { requestTypeNames } from '../requests/registry.ts';
import { secretsOut } from '../secrets/without.ts';
import { memberSchema } from './caller.ts';

/** Signing in, as the desk's pages and its door speak of it. Times are ISO 8601 in UTC. */
const text = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    // Half a character cannot be stored.
    z.refine((said) => said.isWellFormed()),
  );

export const askInputSchema = z.strictObject({ email: text(254) });
export const askedSchema = z.object({ asked: z.literal(true) });

export const linkInputSchema = z.strictObject({ token: text(200) });
/** `passkey`: use one you have. `enrol`: make one, with the code that a licensed member hands you. */
export const linkUsedSchema = z.object({ member: memberSchema, next: z.enum(['passkey', 'enrol']) });

/** Options of WebAuthn, in the JSON form that browsers take; made and read by a library. */
export const passkeyTaskSchema = z.object({ options: z.record(z.string(), z.unknown()) });
/** A browser's answer, in the JSON form that browsers give (`PublicKeyCredential.toJSON()`). */
const answer = z.record(z.string(), z.unknown());
export const passkeyInputSchema = z.strictObject({ response: answer });
export const codeInputSchema = z.strictObject({ code: text(100) });
/** What a member calls a passkey of theirs. */
const name = z.optional(text(60).check(z.overwrite(secretsOut)));
export const enrolInputSchema = z.strictObject({ code: text(100), response: answer, name });
export const addPasskeyInputSchema = z.strictObject({ response: answer, name });

export const signedInSchema = z.object({ member: memberSchema });
export const doneSchema = z.object({ done: z.literal(true) });

export const shownPasskeySchema = z.object({
  id: z.string(),
  name: z.string(),
  madeAt: z.string(),
  usedAt: z.optional(z.string()),
  /** It is kept by a service, on several devices perhaps. */
  backedUp: z.boolean(),
});

const hours = z.object({ open: z.string(), close: z.string() });

/** Who is signed in, and what every page needs to know of the desk. Passkeys are there when signed in in full. */
export const meSchema = z.object({
  member: memberSchema,
  stage: z.enum(['half', 'full']),
  with: z.enum(['passkey', 'oidc']),
  expiresAt: z.string(),
  passkeys: z.array(shownPasskeySchema),
  broker: z.object({
    name: z.string(),
    timeZone: z.string(),
    officeHours: z.object({
      timeZone: z.string(),
      days: z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), hours),
      holidays: z.array(z.string()),
    }),
  }),
  members: z.array(memberSchema),
  types: z.array(z.object({ type: z.enum(requestTypeNames), name: z.string() })),
});

export type Me = z.infer<typeof meSchema>;
export type LinkUsed = z.infer<typeof linkUsedSchema>;
export type ShownPasskey = z.infer<typeof shownPasskeySchema>;
