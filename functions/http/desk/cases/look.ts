import { firstLook, mayLook } from '#domain/case/clearance/second-look.ts';
import type { Case } from '#domain/case/case.ts';
import { wantsSecondLook } from '#domain/case/moves/timing.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { PageContext } from './case-page.ts';

/** For a case that wants a second look: who looked first, and whether this member may look now, so that the page says it before the door does. */
export function lookOf(of: Case, on: PageContext): CasePage['look'] {
  if (!wantsSecondLook(of)) return undefined;
  const first = firstLook(of);
  const may = mayLook(of, on.by, on);
  return {
    ...(first && { first: { who: first.who, name: first.name, ...(first.licensed && { licensed: first.licensed }) } }),
    ...('code' in may ? { refused: may.code } : may.solo && { solo: true }),
    ...('code' in may && may.code === 'too-soon' && { until: may.until }),
  };
}
