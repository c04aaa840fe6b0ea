import type { Case } from '../case.ts';

/** When the request last became another one than it was, or was said not to be theirs; empty when it is what came in. */
export const askedAt = (of: Case): string =>
  [of.was.at(-1)?.at ?? '', of.timeline.findLast(({ what }) => what === 'completed')?.at ?? '', of.frozenAt ?? '']
    .sort()
    .at(-1) ?? '';

/** Whether something was done about the request as it is now. */
export const isFresh = (of: Case, { at }: { readonly at: string }): boolean => at > askedAt(of);
