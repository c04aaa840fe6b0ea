import { generateKeyPairSync, hash, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { deskUrl } from './desk-door.ts';

/** What a browser does with an authenticator, as WebAuthn Level 3 writes it down: enough of it to make and use passkeys. */
type Task = Readonly<Record<string, unknown>>;
type Change = {
  readonly origin?: string;
  readonly rpId?: string;
  /** The person was not asked for a finger, a face or a PIN. */
  readonly unverified?: boolean;
  readonly challenge?: string;
  readonly counter?: number;
  readonly type?: string;
};

const task = z.object({
  challenge: z.string(),
  rp: z.optional(z.object({ id: z.string() })),
  rpId: z.optional(z.string()),
});

const flag = { present: 0x01, verified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): Buffer => Buffer.from(hash('sha256', data, 'hex'), 'hex');

/** A passkey that never leaves this process. */
export function authenticator({ counts = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;
  const next = (change: Change) => change.counter ?? (counts ? (counter += 1) : 0);
  const credential = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} };

  return {
    id: base64url(id),
    /** Answers `navigator.credentials.create`. */
    make(given: Task, change: Change = {}): Task {
      const { challenge, rp } = task.parse(given);
      const attested = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, coseKey(publicKey)]);
      const data = authenticatorData(change.rpId ?? rp?.id ?? '', next(change), change, attested);
      return {
        ...credential,
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, change),
          attestationObject: base64url(attestationNone(data)),
          transports: ['internal', 'hybrid'],
        },
      };
    },
    /** Answers `navigator.credentials.get`. */
    sign(given: Task, change: Change = {}): Task {
      const { challenge, rpId } = task.parse(given);
      const data = authenticatorData(change.rpId ?? rpId ?? '', next(change), change);
      const clientDataJSON = clientData('webauthn.get', challenge, change);
      const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
      const signature = base64url(sign('sha256', signed, privateKey));
      return { ...credential, response: { clientDataJSON, authenticatorData: base64url(data), signature } };
    },
  };
}

const clientData = (type: string, challenge: string, change: Change): string =>
  base64url(
    Buffer.from(
      JSON.stringify({
        type: change.type ?? type,
        challenge: change.challenge ?? challenge,
        origin: change.origin ?? deskUrl,
        crossOrigin: false,
      }),
    ),
  );

function authenticatorData(rpId: string, counter: number, { unverified }: Change, attested?: Buffer): Buffer {
  const flags =
    flag.present |
    (unverified ? 0 : flag.verified) |
    flag.backupEligible |
    flag.backedUp |
    (attested ? flag.attested : 0);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

/** CBOR (RFC 8949) of what is needed here: short texts, byte strings from 24 bytes on, and maps with their parts in order. */
const cbor = {
  text: (text: string) => Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]),
  bytes: (bytes: Uint8Array) => Buffer.concat([lengthOf(bytes), bytes]),
  map: (pairs: number, ...parts: Buffer[]) => Buffer.concat([Buffer.from([0xa0 | pairs]), ...parts]),
  one: (byte: number) => Buffer.from([byte]),
};

/** The shortest form, as authenticators must. */
const lengthOf = ({ length }: Uint8Array): Buffer =>
  length < 0x100 ? Buffer.from([0x58, length]) : Buffer.concat([Buffer.from([0x59]), uint16(length)]);

const attestationNone = (data: Buffer): Buffer =>
  cbor.map(
    3,
    ...[cbor.text('fmt'), cbor.text('none')],
    ...[cbor.text('attStmt'), cbor.map(0)],
    ...[cbor.text('authData'), cbor.bytes(data)],
  );

/** COSE (RFC 9053): kind EC2, ES256, curve P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const at = (text: string) => cbor.bytes(Buffer.from(text, 'base64url'));
  const one = cbor.one;
  return cbor.map(5, one(1), one(2), one(3), one(0x26), one(0x20), one(1), one(0x21), at(x), one(0x22), at(y));
}
