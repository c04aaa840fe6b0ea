import { readReference } from '#domain/case/reference.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import { noLetters, sumOfLetters } from '#domain/desk/count-letters.ts';
import type { LetterCounts } from '#domain/desk/letter-counts.ts';
import type { Hour } from '#domain/desk/system.ts';
import type { Clock } from '../ports.ts';
import { beginOf, endOf } from './hours-to-check.ts';
import type { AcceptedLog, StoredCases } from './ports.ts';

export type CheckHourPorts = {
  readonly accepted: AcceptedLog;
  readonly stored: StoredCases;
  readonly now: Clock;
};

export type CheckedHour = { readonly checked: Hour; readonly missing: readonly CaseReference[] };

/** The record names so many; the log names more of them. */
const MOST_NAMED = 10;

const SIDE_BY_SIDE = 10;

/**
 * Compares an hour's accepted references with what is stored, and counts what became of the letters of the cases that were
 * opened in it. Nothing when it is not done by `end`. A reference that no card of the hour bears is asked for by itself: its
 * case may have been opened a moment before the hour, be our canary, or have left its trace.
 */
export async function checkHour(
  ports: CheckHourPorts,
  hour: string,
  before: Hour | undefined,
  end: Date,
): Promise<CheckedHour | undefined> {
  const checkedAt = ports.now().toISOString();
  const isLate = () => ports.now() >= end;
  const asked = (before && askedBefore(before)) ?? (await acceptedIn(ports.accepted, hour, isLate));
  const letters = asked && (await lettersOf(ports.stored, hour, asked.left, isLate));
  const missing = asked && letters && (await missingAmong(ports.stored, [...asked.left.values()], isLate));
  if (!asked || !letters || !missing) return undefined;
  const counts = { accepted: asked.accepted, stored: asked.accepted - missing.length };
  const settled = missing.length === 0 && letters.owed === 0;
  return { checked: { hour, checkedAt, ...counts, missing: missing.slice(0, MOST_NAMED), letters, settled }, missing };
}

/** How many were accepted, and which of them were not found yet. */
type Asked = { readonly accepted: number; readonly left: Map<string, CaseReference> };

/**
 * What was stored once stays known, and needs no second look: a case goes by rules of its own, our canary after a day. So an
 * hour that is checked again asks after those alone that were missing, if all of them were named.
 */
function askedBefore({ accepted, stored, missing }: Hour): Asked | undefined {
  const left = missing.flatMap((said) => readReference(said) ?? []);
  return left.length === accepted - stored ? { accepted, left: new Map(left.map((one) => [one, one])) } : undefined;
}

async function acceptedIn(log: AcceptedLog, hour: string, isLate: () => boolean): Promise<Asked | undefined> {
  const left = new Map<string, CaseReference>();
  for await (const reference of log.between(beginOf(hour), endOf(hour))) {
    if (isLate()) return undefined;
    left.set(reference, reference);
  }
  return { accepted: left.size, left };
}

/** Counts letters by the cards of the hour, and takes from `left` what they bear. */
async function lettersOf(
  stored: StoredCases,
  hour: string,
  left: Map<string, CaseReference>,
  isLate: () => boolean,
): Promise<LetterCounts | undefined> {
  let sum = noLetters;
  for await (const { reference, letters = {} } of stored.ofHour(hour)) {
    if (isLate()) return undefined;
    sum = sumOfLetters(sum, letters);
    left.delete(reference);
  }
  return sum;
}

async function missingAmong(
  stored: StoredCases,
  left: readonly CaseReference[],
  isLate: () => boolean,
): Promise<CaseReference[] | undefined> {
  const missing: CaseReference[] = [];
  for (let at = 0; at < left.length; at += SIDE_BY_SIDE) {
    if (isLate()) return undefined;
    const some = left.slice(at, at + SIDE_BY_SIDE);
    const there = await Promise.all(some.map((reference) => stored.holds(reference)));
    missing.push(...some.filter((_, nth) => !there[nth]));
  }
  return missing;
}
