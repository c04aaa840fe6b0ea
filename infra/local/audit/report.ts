import type { TrailFault, TrailFinding } from '../../../functions/domain/desk/audit.ts';

/** What the command says of a finding: the chain, the entry, what is wrong. */
const faults: Readonly<Record<TrailFault, string>> = {
  changed: 'is not what it was',
  removed: 'is missing',
  'out-of-order': 'stood elsewhere',
  replaced: 'is not the one that the next one followed',
  rewritten: 'is other than the log has it: the chain was made anew',
  cut: 'is in the log and not here: the end is cut off',
  gone: 'is in the log, and the whole chain is not here',
  unmatched: 'is told otherwise, or not at all, by the chain of the case or of the member',
};

export const findingLine = ({ chain, n, to, fault }: TrailFinding): string =>
  `    ${fault}: ${chain}, ${to === undefined ? `entry ${n}` : `entries ${n} to ${to}`} ${faults[fault]}`;

type Sum = {
  readonly chains: number;
  readonly entries: number;
  readonly findings: number;
  /** Of the log, in the time that was checked; undefined when no log was given. */
  readonly heads: number | undefined;
};

export function verdict({ chains, entries, findings, heads }: Sum): string {
  const read = `${entries} entries in ${chains} chains were read`;
  if (findings > 0) return `NOT WHOLE: ${findings} findings. ${read}. Keep the table and the log as they are.`;
  if (heads === undefined)
    return `Whole. ${read}. Without lines of the log (--heads), an end that was cut off may not show.`;
  if (heads === 0)
    return `Whole. ${read}. The log you gave says nothing of this time: an end that was cut off may not show.`;
  return `Whole. ${read}, and agree with ${heads} heads in the log.`;
}
