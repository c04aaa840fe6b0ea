import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A key that one machine makes once and keeps beside its data, as SST's state keeps that of the cloud. */
export function keptKey(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(36).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
