import type { CaseKey } from '#domain/case/case.ts';
import { readReference } from '#domain/case/reference.ts';

/** The case that texts name, or nothing when they can name none. */
export function keyOf(text = '', digest = ''): CaseKey | undefined {
  const reference = readReference(text);
  return reference && /^[0-9a-f]{64}$/.test(digest) ? { reference, digest } : undefined;
}
