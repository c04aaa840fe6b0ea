import type { CaseStore } from '../../../functions/casework/ports.ts';
import type { CaseKey } from '../../../functions/domain/case/case.ts';
import { holdingItsLetters } from '../../../functions/domain/case/copied.ts';

const AT_ONCE = 100;
/** Later than any letter is due. */
const EVER = '9999';

/**
 * Holds every letter that a restored table owes: it may have gone out since. Gives on how many cases, and which could not be
 * read or written. No desk works on the table yet, so that nobody pays a letter meanwhile.
 */
export async function holdLetters(
  cases: Pick<CaseStore, 'owing' | 'read' | 'save'>,
  progress: (held: number) => void,
): Promise<{ readonly held: number; readonly failed: readonly string[] }> {
  const seen = new Set<string>();
  const failed: string[] = [];
  let held = 0;
  for (;;) {
    // What is held leaves this list a moment later, and what cannot be held stays in it: both are passed by.
    const owing = await cases.owing(EVER, AT_ONCE + seen.size);
    const fresh = owing.filter(({ digest }) => !seen.has(digest));
    if (fresh.length === 0) return { held, failed };
    for (const key of fresh) {
      seen.add(key.digest);
      const done = await hold(cases, key).catch(() => false);
      if (done) held += 1;
      else failed.push(key.reference);
      progress(held);
    }
  }
}

async function hold(cases: Pick<CaseStore, 'read' | 'save'>, key: CaseKey): Promise<boolean> {
  const found = await cases.read(key);
  return found !== undefined && (await cases.save(holdingItsLetters(found), found.rev)) === 'saved';
}
