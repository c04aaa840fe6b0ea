import { hash, randomBytes } from 'node:crypto';
import { readReference } from '#domain/case/reference.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import type { LinkPurpose } from '#domain/case/letter-parts.ts';

/** A fresh secret for one link: 32 random bytes as base64url, 43 characters. It goes into a mail and nowhere else. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: its SHA-256, hexadecimal. */
export const hashOfToken = (token: string): string => hash('sha256', token);

/** Where a mailed link leads: a page with a button, so that a mail scanner that opens it changes nothing. */
export const linkAddress = (siteUrl: string, purpose: LinkPurpose, reference: CaseReference, token: string): string =>
  `${siteUrl}/api/importer/${purpose}/${reference}.${token}`;

const part = /^([^.]{11})\.([\w-]{43})$/;

/** The last part of such an address: which case to look at, and the hash to look for. Undefined for anything that we never mailed. */
export function readLinkPart(text: string): { readonly reference: CaseReference; readonly hash: string } | undefined {
  const [, said = '', token = ''] = part.exec(text) ?? [];
  const reference = readReference(said);
  return reference === said ? { reference, hash: hashOfToken(token) } : undefined;
}
