import { readReference } from '#domain/case/reference.ts';

/** Which case an address of the desk names: `?reference=h7k2m9qxtc` in any writing, with the digest where two share it. */
export function caseIn(search: string): { readonly reference: string; readonly digest?: string } | undefined {
  const query = new URLSearchParams(search);
  const reference = readReference(query.get('reference') ?? '');
  if (reference === undefined) return undefined;
  const digest = query.get('digest') ?? '';
  return /^[0-9a-f]{64}$/.test(digest) ? { reference, digest } : { reference };
}
