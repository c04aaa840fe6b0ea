import { hash } from 'node:crypto';
import * as z from 'zod/mini';
import type { PasskeyAnswer, Passkeys } from '#casework/sign-in/ports.ts';
import type { Passkey } from '#domain/desk/kept.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';

const base64url = z.string().check(z.regex(/^[\w-]+$/));
const credential = { id: base64url, rawId: base64url, type: z.literal('public-key') };

/** A browser's answers; what else it says is not looked at. */
const madeSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z._default(z.array(z.string()), []),
  }),
});
const signedSchema = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

/** Loaded when somebody signs in, not with every cold door: the library weighs more than the rest of it. */
const library = () => import('@simplewebauthn/server');

/** EdDSA, ES256 and RS256 (COSE): what every authenticator can do one of. The library's own choice adds what Node still calls experimental. */
const supportedAlgorithmIDs = [-8, -7, -257];

export type PasskeyPlace = { readonly siteUrl: string; readonly name: string };

/** Passkeys by a kept library, for one site. The person is always verified (finger, face, PIN): else a stolen key would do. */
export function webauthnPasskeys({ siteUrl, name }: PasskeyPlace): Passkeys {
  const { origin, hostname } = new URL(siteUrl);
  const place = { expectedOrigin: origin, expectedRPID: hostname, requireUserVerification: true };

  return {
    async toSign(known) {
      const { generateAuthenticationOptions } = await library();
      const allowCredentials = known.map(handleOf);
      const options = await generateAuthenticationOptions({
        rpID: hostname,
        allowCredentials,
        userVerification: 'required',
      });
      return { options: { ...options }, challenge: options.challenge };
    },

    async signed(given, expectedChallenge, known) {
      const { verifyAuthenticationResponse } = await library();
      const answer = read(signedSchema, given);
      const passkey = known.find(({ id }) => id === answer?.id);
      if (!answer || !passkey) return undefined;
      const response = { ...answer, clientExtensionResults: {} };
      const checked = await held(
        verifyAuthenticationResponse({ ...place, response, expectedChallenge, credential: credentialOf(passkey) }),
      );
      if (!checked?.verified) return undefined;
      const { newCounter, credentialDeviceType, credentialBackedUp } = checked.authenticationInfo;
      return { ...passkey, counter: newCounter, deviceType: credentialDeviceType, backedUp: credentialBackedUp };
    },

    async toMake(member, known) {
      const { generateRegistrationOptions } = await library();
      const options = await generateRegistrationOptions({
        rpName: name,
        supportedAlgorithmIDs,
        rpID: hostname,
        // The same each time: a passkey that is made anew takes the place of the old one in its authenticator.
        userID: handleOfMember(member.email),
        userName: member.email,
        userDisplayName: member.name,
        excludeCredentials: known.map(handleOf),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      });
      return { options: { ...options }, challenge: options.challenge };
    },

    async made(given, expectedChallenge) {
      const { verifyRegistrationResponse } = await library();
      const answer = read(madeSchema, given);
      if (!answer) return undefined;
      const response = { ...answer, clientExtensionResults: {} };
      const checked = await held(
        verifyRegistrationResponse({ ...place, response, expectedChallenge, supportedAlgorithmIDs }),
      );
      if (!checked?.verified) return undefined;
      const { credential: made, credentialDeviceType, credentialBackedUp } = checked.registrationInfo;
      return {
        id: made.id,
        publicKey: Buffer.from(made.publicKey).toString('base64url'),
        counter: made.counter,
        transports: made.transports ?? [],
        deviceType: credentialDeviceType,
        backedUp: credentialBackedUp,
      };
    },
  };
}

const handleOfMember = (email: string) => new Uint8Array(Buffer.from(hash('sha256', mailboxKey(email), 'hex'), 'hex'));

const read = <T>(schema: z.ZodMiniType<T>, given: PasskeyAnswer): T | undefined => schema.safeParse(given).data;

/** The library throws for everything that does not hold; its words are for developers, and repeat what was sent. */
async function held<T>(checking: Promise<T>): Promise<T | undefined> {
  try {
    return await checking;
  } catch {
    return undefined;
  }
}

const handleOf = ({ id, transports }: Passkey) => ({ id, transports: [...transports] });

const credentialOf = ({ id, publicKey, counter, transports }: Passkey) => ({
  id,
  publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
  counter,
  transports: [...transports],
});
