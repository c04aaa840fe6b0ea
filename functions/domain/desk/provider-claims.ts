import type { SignIn } from '../broker/broker.ts';

/** What an identity provider says of who came back, and what we make of it. Rules and sources: docs/decisions/0030. */
export type Claims = Readonly<Record<string, unknown>>;

export type ClaimsRefusal = 'no-email' | 'email-unverified' | 'no-second-factor';

type Provider = Extract<SignIn, { readonly with: 'oidc' }>;

/** Microsoft's issuers: commercial and US government (general knowledge, November 2026; not looked up). */
const microsoft = /^https:\/\/login\.microsoftonline\.(com|us)\//;

const isAddress = (value: unknown): value is string => typeof value === 'string' && /^[^@\s]+@[^@\s]+$/.test(value);

/**
 * The mailbox that the provider vouches for. `email` counts when `email_verified` says so. Microsoft never says: there
 * the sign-in name counts (`preferred_username`), whose domain the tenant has proved, and never `email`, which a user
 * of a tenant may write as they like (Descope, *nOAuth*, 2023-06; Microsoft's own advice since).
 */
export function emailOf(
  claims: Claims,
  issuer: string,
): { readonly email: string } | { readonly refused: ClaimsRefusal } {
  const { email, email_verified: verified, preferred_username: name } = claims;
  if (isAddress(email) && isTrue(verified)) return { email };
  if (microsoft.test(issuer) && verified === undefined)
    return isAddress(name) ? { email: name } : { refused: 'no-email' };
  return { refused: isAddress(email) ? 'email-unverified' : 'no-email' };
}

/** Cognito and some others say it as a text. */
const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** Methods (`amr`, RFC 8176) that are a second factor beside any other, or are only given with one. */
const strong: ReadonlySet<unknown> = new Set([
  ...['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face', 'iris', 'retina', 'vbm'],
]);

/** These count beside something that is known or held, not alone: whoever has the phone has them. */
const besides: ReadonlySet<unknown> = new Set(['sms', 'tel', 'pin']);

/** Whether a second factor was used: the provider's claims say so, or the broker does, for a provider that lets nobody in without. */
export function hasSecondFactor({ amr, acr }: Claims, { secondFactor, acrValues = [] }: Provider): boolean {
  if (secondFactor === 'provider') return true;
  if (typeof acr === 'string' && acrValues.includes(acr)) return true;
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
  return (
    methods.some((method) => strong.has(method)) || (methods.length > 1 && methods.some((one) => besides.has(one)))
  );
}
