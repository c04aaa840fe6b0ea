/**
 * Who imports whom. Files are named by their path in the project, all else by what is written in the import:
 * `package:zod/mini`, `node:crypto`. `types` are imports that vanish before anything runs.
 */
export type Edge = { readonly from: string; readonly to: string; readonly how: 'runs' | 'types' };

export type Rule = {
  readonly says: string;
  /** The files that the rule is about. */
  readonly of: RegExp;
  /** All that they may import, or what they may never import. */
  readonly only?: readonly RegExp[];
  readonly never?: readonly RegExp[];
  /** An import that the rule forbids: the rule's own test. */
  readonly forbids: readonly [from: string, to: string];
};

const matches = (patterns: readonly RegExp[], name: string): boolean => patterns.some((pattern) => pattern.test(name));

/** The imports that break a rule, each as `from → to`. */
export const broken = ({ of, only, never = [] }: Rule, graph: readonly Edge[]): string[] =>
  graph
    .filter(({ from }) => of.test(from))
    .filter(({ to }) => matches(never, to) || (only !== undefined && !matches(only, to)))
    .map(({ from, to }) => `${from} → ${to}`);

/** Everything that a file brings along when it runs, itself included. */
export function reached(from: string, graph: readonly Edge[]): Set<string> {
  const found = new Set([from]);
  for (const name of found) for (const edge of graph) if (edge.from === name && edge.how === 'runs') found.add(edge.to);
  return found;
}
