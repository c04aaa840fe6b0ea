import type { CaseStore } from '../../../functions/casework/ports.ts';
import type { StuckRecord, StuckStore } from '../../../functions/casework/stuck/ports.ts';
import type { CaseKey } from '../../../functions/domain/case/case.ts';
import { holdingItsLetters } from '../../../functions/domain/case/copied.ts';

const AT_ONCE = 100;
/** Later than any letter is due. */
const EVER = '9999';

type Stores = {
  readonly cases: Pick<CaseStore, 'owing' | 'read' | 'save'>;
  readonly stuck: Pick<StuckStore, 'list'>;
};

export type Held = { readonly held: number; readonly failed: readonly string[] };

/** What a list names; no `key`: somebody's ask for a link, which is set aside like a case and has no letters of one. */
type Named = { readonly name: string; readonly key?: CaseKey };

/**
 * Holds every letter that a restored table owes: it may have gone out since. What was set aside at that second owes as well,
 * and would go again by itself. Gives on how many cases, and which could not be read or written. No desk works on the table
 * yet, so that nobody pays a letter meanwhile.
 */
export async function holdLetters({ cases, stuck }: Stores, progress: (held: number) => void): Promise<Held> {
  const failed: string[] = [];
  let held = 0;
  const work = async (key: CaseKey): Promise<void> => {
    const end = await hold(cases, key).catch(() => 'failed');
    if (end === 'failed') failed.push(key.reference);
    if (end === 'held') progress((held += 1));
  };
  await eachOnce(async (most) => (await cases.owing(EVER, most)).map((key) => ({ name: key.digest, key })), work);
  await eachOnce(async (most) => (await stuck.list(most)).map(namedOf), work);
  return { held, failed };
}

const namedOf = ({ key: { pk, sk }, reference, digest }: StuckRecord): Named => ({
  name: `${pk} ${sk}`,
  ...(reference !== undefined && digest !== undefined && { key: { reference, digest } }),
});

async function eachOnce(
  list: (most: number) => Promise<readonly Named[]>,
  work: (key: CaseKey) => Promise<void>,
): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    // What is held leaves the list a moment later, and what cannot be held stays in it: both are passed by.
    const fresh = (await list(AT_ONCE + seen.size)).filter(({ name }) => !seen.has(name));
    if (fresh.length === 0) return;
    for (const { name, key } of fresh) {
      seen.add(name);
      if (key) await work(key);
    }
  }
}

/** `nothing`: it owes no letter, or none any more. */
async function hold(cases: Pick<CaseStore, 'read' | 'save'>, key: CaseKey): Promise<'held' | 'nothing' | 'failed'> {
  const found = await cases.read(key);
  if (!found) return 'failed';
  const next = holdingItsLetters(found);
  if (next === found) return 'nothing';
  return (await cases.save(next, found.rev)) === 'saved' ? 'held' : 'failed';
}
