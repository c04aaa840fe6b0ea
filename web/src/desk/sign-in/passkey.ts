import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Problem } from '../api/problem.ts';
import words from './text/en.json' with { type: 'json' };

type Options = Readonly<Record<string, unknown>>;
/** What the browser signed or made, for the door. Or why not, in words. */
export type Signed = { readonly response: object } | { readonly problem: Problem };

/** Our own door made them with the same library. */
const toSign = (options: object): options is PublicKeyCredentialRequestOptionsJSON => 'challenge' in options;
const toMake = (options: object): options is PublicKeyCredentialCreationOptionsJSON =>
  'challenge' in options && 'user' in options;

type Trouble = 'unsupported' | 'cancelled' | 'not-made' | 'known' | 'no-lock' | 'other';

const trouble = (code: Trouble): { readonly problem: Problem } => ({
  problem: { code: 'refused', refusal: code, title: words[`${code}.title`], detail: words[`${code}.text`] },
});

/** Signs with a passkey of this browser, a phone or a key. */
export async function sign(options: Options): Promise<Signed> {
  if (!browserSupportsWebAuthn()) return trouble('unsupported');
  if (!toSign(options)) return trouble('other');
  try {
    return { response: await startAuthentication({ optionsJSON: options }) };
  } catch (error) {
    return trouble(troubleOf(error, 'cancelled'));
  }
}

/** Makes a passkey. */
export async function make(options: Options): Promise<Signed> {
  if (!browserSupportsWebAuthn()) return trouble('unsupported');
  if (!toMake(options)) return trouble('other');
  try {
    return { response: await startRegistration({ optionsJSON: options }) };
  } catch (error) {
    return trouble(troubleOf(error, 'not-made'));
  }
}

/**
 * Browsers do not tell a closed window from one that timed out or found no passkey: all are `NotAllowedError` (WebAuthn,
 * for privacy). So the words name all three.
 */
function troubleOf(error: unknown, closed: 'cancelled' | 'not-made'): Trouble {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT')
    return 'no-lock';
  const named = error instanceof Error ? error.name : '';
  return named === 'NotAllowedError' || named === 'AbortError' ? closed : 'other';
}
