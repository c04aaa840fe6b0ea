import type { Member } from '#domain/broker/broker.ts';
import type { MemberItem, Passkey, ProviderTrip, Session, SignInLink } from '#domain/desk/kept.ts';

/** One kind of the desk's small items, each under its id. Every write is conditional. */
export type Items<T> = {
  /** Puts a new one, unless its id is there: then nothing changes. */
  put(one: T): Promise<'stored' | 'already-stored'>;
  /** The item as it is now (a consistent read), or nothing. */
  read(id: string): Promise<T | undefined>;
  /** Replaces one whose `rev` still is `readRev`; else nothing changes. */
  save(next: T, readRev: number): Promise<'saved' | 'moved'>;
};

export type SessionStore = Items<Session>;
export type MemberStore = Items<MemberItem>;
export type SignInLinkStore = Items<SignInLink>;
export type ProviderTripStore = Items<ProviderTrip>;

/** What the browser is asked to do with a passkey: options for it, and the challenge that it must sign. */
export type PasskeyTask = { readonly options: Readonly<Record<string, unknown>>; readonly challenge: string };

/** A browser's answer, as it came. */
export type PasskeyAnswer = Readonly<Record<string, unknown>>;

/** Passkeys (WebAuthn), each with its user verified. */
export type Passkeys = {
  toSign(known: readonly Passkey[]): Promise<PasskeyTask>;
  /** The passkey that signed, with what it counted; nothing when signature, challenge, place, person or counter do not hold. */
  signed(answer: PasskeyAnswer, challenge: string, known: readonly Passkey[]): Promise<Passkey | undefined>;
  toMake(member: Member, known: readonly Passkey[]): Promise<PasskeyTask>;
  /** The new passkey, or nothing when it was not made for this challenge, at this place, by a verified person. */
  made(answer: PasskeyAnswer, challenge: string): Promise<Omit<Passkey, 'name' | 'madeAt'> | undefined>;
};

/** What a browser takes along to the identity provider and back: none of it is kept by us. */
export type TripSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** What the provider said about who came back. */
export type ProviderClaims = Readonly<Record<string, unknown>>;

export type ProviderFailure = 'provider-down' | 'provider-refused' | 'provider-answer';

/** The broker's identity provider (OpenID Connect, code flow with PKCE). */
export type IdentityProvider = {
  /** Where to send the browser. */
  address(trip: TripSecrets): Promise<{ readonly to: string } | { readonly failed: ProviderFailure }>;
  /** Who came back, by the query that the browser brought; checked against the trip. */
  claims(
    query: string,
    trip: TripSecrets,
  ): Promise<{ readonly claims: ProviderClaims } | { readonly failed: ProviderFailure }>;
};
