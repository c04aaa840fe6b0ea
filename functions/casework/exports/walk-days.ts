import { dayAfter, dayOf } from '#domain/desk/days.ts';
import { EXPORT_READS, EXPORT_ROWS, walkSchema } from '#domain/desk/exports.ts';
import type { Walk } from '#domain/desk/exports.ts';
import type { CaseLists, Listed } from '../lists/ports.ts';

export type Walked = { readonly found: readonly Listed[]; readonly cursor?: string };

/**
 * Cases by their opening, from a day to a day, both included: at most 500 of them and 100 reads at a time, however long
 * the way is. A case never moves in this order, so nothing is skipped and nothing comes twice. `refused`: the cursor is
 * none of this walk.
 */
export async function walkDays(
  lists: Pick<CaseLists, 'some'>,
  { from, to, cursor }: { readonly from: string; readonly to: string; readonly cursor?: string | undefined },
  now: Date,
): Promise<Walked | 'refused'> {
  // No case opens tomorrow: a date in a far future must not become a read for each day until then.
  const last = [to, dayOf(now)].sort()[0] ?? to;
  let at = cursor === undefined ? { day: from } : walkOf(cursor);
  if (at === undefined || at.day < from || at.day > to) return 'refused';
  const found: Listed[] = [];
  for (let reads = 0; at.day <= last; reads += 1) {
    if (found.length >= EXPORT_ROWS || reads >= EXPORT_READS) return { found, cursor: textOf(at) };
    at = await walkOn(lists, at, found);
  }
  return { found };
}

/** One read: gives where to go on. */
async function walkOn(lists: Pick<CaseLists, 'some'>, { day, after }: Walk, found: Listed[]): Promise<Walk> {
  const most = EXPORT_ROWS - found.length;
  const page = await lists.some({ by: 'day', of: day }, { most, after });
  found.push(...page.found);
  const last = page.found.at(-1);
  return page.more && last ? { day, after: last.place } : { day: dayAfter(day) };
}

const textOf = (walk: Walk): string => Buffer.from(JSON.stringify(walk)).toString('base64url');

function walkOf(cursor: string): Walk | undefined {
  try {
    return walkSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
