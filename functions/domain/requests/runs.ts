import type { Condition, Fields } from './field.ts';

export type Run = { readonly when: readonly Condition[] | undefined; readonly names: readonly string[] };

/** Questions in a row that are asked under the same conditions stand together, under one "only if". */
export function runsOf(fields: Fields, names: readonly string[]): Run[] {
  const runs: { when: readonly Condition[] | undefined; names: string[] }[] = [];
  for (const name of names) {
    const when = fields[name]?.when;
    const last = runs.at(-1);
    if (last && JSON.stringify(last.when) === JSON.stringify(when)) last.names.push(name);
    else runs.push({ when, names: [name] });
  }
  return runs;
}
