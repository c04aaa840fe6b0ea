import { withoutLookAlikes } from '../company-name/look-alikes.ts';

/** Names that stand before a country for everybody: `acme.co.uk` belongs to Acme, `co.uk` to nobody. */
const shared = /^(co|com|net|org|gob|gov|edu|ac|ne|or)\.[a-z]{2}$/;

/** The part of a domain that somebody owns: `mail.acme.com` and `acme.com` are one house. */
export function ownedPart(domain: string): string {
  const labels = domain.split('.');
  const last = labels.slice(-2).join('.');
  return shared.test(last) ? labels.slice(-3).join('.') : last;
}

/** Its name, without what follows: `acme-imports` of `mail.acme-imports.com`. */
export const nameOf = (domain: string): string => ownedPart(domain).split('.')[0] ?? '';

/** Digits and pairs of letters that pass for a letter. */
const passesFor: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1i|]/g, 'l'],
  [/3/g, 'e'],
  [/4/g, 'a'],
  [/5/g, 's'],
  [/7/g, 't'],
  [/8/g, 'b'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/** What a name looks like at a glance: other alphabets, accents, digits and hyphens read as plain letters. */
export const atAGlance = (name: string): string =>
  passesFor.reduce(
    (seen, [written, read]) => seen.replace(written, read),
    withoutLookAlikes(name.normalize('NFKD').replace(/\p{M}/gu, ''))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}|]/gu, ''),
  );

/** Words that are added to somebody's name to make another domain of it. */
const added: readonly string[] = [
  ...['usa', 'us', 'america', 'inc', 'llc', 'ltd', 'corp', 'co', 'company', 'group', 'global', 'intl', 'international'],
  ...['import', 'imports', 'importer', 'export', 'exports', 'trading', 'trade', 'customs', 'cbp', 'refund', 'refunds'],
  ...['mail', 'email', 'online', 'office', 'official', 'support', 'service', 'admin', 'billing', 'accounts', 'team'],
];

/** How many signs of `b` must change to make it `a`: inserted, left out, replaced, or two of them swapped. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + same,
          swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** Short names are near each other by chance. */
const allowed = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

export type Likeness = 'glance' | 'near' | 'added-word' | 'other-ending';

/**
 * How a domain passes for another house's, if it does: the same at a glance (`acme1mports`), a sign or two apart, a word
 * added (`acme-imports-usa`), the same name with another ending (`acme-imports.co`). The same house never does.
 */
export function likeness(domain: string, other: string): Likeness | undefined {
  if (ownedPart(domain) === ownedPart(other)) return undefined;
  const [name, house] = [nameOf(domain), nameOf(other)];
  if (house === '') return undefined;
  return name === house && house.length > 2 ? 'other-ending' : likenessOfNames(name, house);
}

/** The same of bare names, for a company's own. */
export function likenessOfNames(name: string, house: string): Likeness | undefined {
  const [seen, known] = [atAGlance(name), atAGlance(house)];
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (known.length < 4 || plain(name) === plain(house)) return undefined;
  if (seen === known) return 'glance';
  if (distance(seen, known) <= allowed(known.length)) return 'near';
  const words = added.map(atAGlance);
  return words.some((word) => seen === known + word || seen === word + known) ? 'added-word' : undefined;
}
