import * as z from 'zod/mini';
import { address, filled, list, object, text, unlike } from './asked.ts';
import { isHttps } from './said.ts';

const isRole = (said: string) => ['member', 'licensed'].includes(said);

const member = object(
  {
    name: text((said) => said.trim() !== '', 'the name of a person, for example "Ada Osei"'),
    email: address('ada@broker.example'),
    role: text(isRole, 'a role, "member" or "licensed"'),
  },
  'a person, for example { name: "Ada Osei", email: "ada@broker.example", role: "licensed" }',
);

type Members = readonly { readonly email: string; readonly role: string }[];

const keys = (said: Members) => said.map(({ email }) => email.toLowerCase());

/** Only of members who are all well said: what is wrong with one of them is told first. */
const whole = (said: Members) => said.every(({ email, role }) => typeof email === 'string' && isRole(role));

/** Each is a named person. Without a licensed one nobody could override, see the audit or hand out a code. */
export const members = list(
  member,
  'your people, for example [{ name: "Ada Osei", email: "ada@broker.example", role: "licensed" }]',
).check(
  z.refine((said) => !whole(said) || said.some(({ role }) => role === 'licensed'), {
    error:
      'names nobody who is licensed. It wants at least one, for example { name: "Ada Osei", email: "ada@broker.example", role: "licensed" }.',
  }),
  z.refine((said) => !whole(said) || new Set(keys(said)).size === said.length, {
    error: 'names a mailbox twice. It wants one for each person, for example "ada@broker.example".',
  }),
);

/** Twelve signs, so that nobody guesses it in the few tries there are. The code itself is never repeated. */
const SHORTEST_CODE = 12;

const code = z.custom<string>((value) => typeof value === 'string' && value.trim().length >= SHORTEST_CODE, {
  error: `is missing or too short. It wants ${SHORTEST_CODE} characters or more that nobody guesses, for example "lantern-4471-harbor".`,
});

/** Microsoft's endpoints for everybody's accounts name no issuer that could be held to: a tenant's own does. */
const isTenant = (issuer: string) => !/\/(common|organizations|consumers)(\/|$)/.test(issuer);
const isLocal = (issuer: string) => /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(issuer);

const nothingElse = {
  error: ({ code: what, keys: names = [] }: { readonly code: string; readonly keys?: readonly string[] }) =>
    what === 'unrecognized_keys'
      ? `names ${names.map((name) => `"${name}"`).join(' and ')}, which nobody asked for.`
      : undefined,
};

const withPasskey = z.strictObject(
  {
    with: z.literal('passkey'),
    first: z.optional(
      object(
        { email: address('ada@broker.example'), code },
        'a licensed member and a code, for example { email: "ada@broker.example", code: "lantern-4471-harbor" }',
      ),
    ),
  },
  nothingElse,
);

const withProvider = z.strictObject(
  {
    with: z.literal('oidc'),
    issuer: text(
      (said) => (isHttps(said) && isTenant(said)) || isLocal(said),
      'the issuer of your own organisation, for example "https://login.microsoftonline.com/{your tenant}/v2.0"',
    ),
    clientId: text(
      (said) => said.trim() !== '',
      'the id that your provider gave this site, for example "importer-desk"',
    ),
    secondFactor: text((said) => ['claims', 'provider'].includes(said), '"claims" or "provider"'),
    acrValues: z.optional(
      filled(
        text((said) => said !== '' && !said.includes(' '), 'a value without spaces'),
        'values of `acr`, for example ["mfa"]',
      ),
    ),
  },
  nothingElse,
);

export const signIn = z.discriminatedUnion('with', [withPasskey, withProvider], {
  error: unlike('how members sign in, for example { with: "passkey" }'),
});

type Said = {
  readonly members: Members;
  readonly signIn: { readonly with: string; readonly first?: { readonly email: string } | undefined };
};

/** The first passkey opens the desk: its owner must be able to hand out the other codes. */
export function firstIsLicensed({ members: all, signIn: { first } }: Said): boolean {
  if (first === undefined || typeof first.email !== 'string' || !whole(all)) return true;
  return all.some(({ email, role }) => role === 'licensed' && email.toLowerCase() === first.email.toLowerCase());
}
