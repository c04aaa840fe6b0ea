import type { Secret } from './secret.ts';

/** Digits in a row, as they stand between separators. */
export type Group = { readonly digits: string; readonly from: number; readonly to: number };

/** Some groups of a row, the first and how many, in the text where they stand. */
export type Row = { readonly text: string; readonly groups: readonly Group[]; readonly at: number };

const row = /\d(?:(?: ?[-_/] ?|\.|[ \t]{1,3})?\d)*/g;

/** What a rule makes of a row: the kind, and of how many groups from one on. */
export type Hit = Pick<Secret, 'kind'> & { readonly count: number };

/** What a rule finds in each row of digits. One behind a `+` is a phone number, one behind a `*` is masked already. */
export function rowsIn(text: string, find: (row: Row) => Hit | undefined): Secret[] {
  const rows = Array.from(text.matchAll(row)).filter(
    ({ index }) => !/[+*]\W{0,3}$/.test(text.slice(Math.max(0, index - 4), index)),
  );
  return rows.flatMap(({ 0: digits, index }) => hitsIn(text, groupsOf(digits, index), find));
}

const groupsOf = (row: string, start: number): Group[] =>
  Array.from(row.matchAll(/\d+/g), ({ 0: digits, index }) => ({
    digits,
    from: start + index,
    to: start + index + digits.length,
  }));

function hitsIn(text: string, groups: readonly Group[], find: (row: Row) => Hit | undefined): Secret[] {
  const found: Secret[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const hit = find({ text, groups, at });
    if (!hit) continue;
    const { kind, count } = hit;
    found.push({ kind, from: groups[at]?.from ?? 0, to: groups[at + count - 1]?.to ?? 0 });
    at += count - 1;
  }
  return found;
}

/** How many groups from here on make so many digits; 0 when none do. */
export function together({ groups, at }: Row, isIt: (digits: string) => boolean, most: number): number {
  let [digits, best] = ['', 0];
  for (let count = 1; at + count <= groups.length; count += 1) {
    digits += groups[at + count - 1]?.digits ?? '';
    if (digits.length > most) break;
    if (isIt(digits)) best = count;
  }
  return best;
}

/** Letters that touch a number make it another one. */
export const isGlued = (text: string, from: number, to = from): boolean =>
  /[a-z-]/i.test((text[from - 1] ?? '') + (text[to] ?? ''));
