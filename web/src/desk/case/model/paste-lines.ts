import { pastedLines } from '#domain/abi/pasted-lines.ts';

/** One problem of a paste, as far as drawing needs it: `KrProblem` and `E1Problem` are such. */
export type Placed = { readonly line: number; readonly column?: number };

/** A line of a paste with its bad columns marked. `number` counts from 1 in what was pasted. */
export type MarkedLine = {
  readonly number: number;
  readonly parts: readonly { readonly text: string; readonly bad: boolean }[];
};

/**
 * The lines of a (masked) paste that have problems, each with the columns where they are. Columns count as the reader
 * counts: without what a mail program put before the record.
 */
export function markedLines(masked: string, problems: readonly Placed[]): MarkedLine[] {
  const lines = new Map(pastedLines(masked).map(({ line, columns }) => [line, columns]));
  const numbers = [...new Set(problems.map(({ line }) => line))].filter((line) => lines.has(line));
  return numbers.map((number) => {
    const columns = lines.get(number) ?? [];
    const bad = new Set(problems.flatMap(({ line, column }) => (line === number && column ? [column] : [])));
    return { number, parts: partsOf(columns, bad) };
  });
}

function partsOf(columns: readonly string[], bad: ReadonlySet<number>): MarkedLine['parts'] {
  const last = Math.max(columns.length, ...bad);
  const parts: { text: string; bad: boolean }[] = [];
  for (let column = 1; column <= last; column += 1) {
    const [text, marked, before] = [columns[column - 1] ?? ' ', bad.has(column), parts.at(-1)];
    if (before?.bad === marked) before.text += text;
    else parts.push({ text, bad: marked });
  }
  return parts;
}
