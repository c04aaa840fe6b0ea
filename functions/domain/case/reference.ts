/** Crockford's base 32: no I, L, O or U, so that a reference survives being read over the phone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

declare const checked: unique symbol;

/** What a person quotes: `H7K2M-9QXTC`, 50 bits of the case's digest. Never a secret, and by rare chance not unique. */
export type CaseReference = string & { readonly [checked]: 'case-reference' };

const isReference = (text: string): text is CaseReference => /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/.test(text);

/** The reference of a case, from its digest (hexadecimal, at least 50 bits). Throws on anything else: only our own hash comes here. */
export function referenceOf(digest: string): CaseReference {
  // 13 digits are 52 bits, which a number holds exactly.
  let bits = Math.floor(Number(`0x${digest.slice(0, 13)}`) / 4);
  let letters = '';
  for (let place = 0; place < 10; place += 1) {
    letters = (ALPHABET[bits % 32] ?? '?') + letters;
    bits = Math.floor(bits / 32);
  }
  const reference = `${letters.slice(0, 5)}-${letters.slice(5)}`;
  if (!isReference(reference)) throw new Error('a digest is hexadecimal');
  return reference;
}

/** A reference as a person types it: any case, hyphen or space or none, and the letters that look like digits. Undefined when it is none. */
export function readReference(text: string): CaseReference | undefined {
  // Only plain letters: capitals of others (ß) may turn into ours.
  if (!/^[0-9A-Za-z\s-]{10,40}$/.test(text)) return undefined;
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const reference = `${letters.slice(0, 5)}-${letters.slice(5)}`;
  return isReference(reference) ? reference : undefined;
}
