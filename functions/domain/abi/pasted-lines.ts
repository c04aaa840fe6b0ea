/** A line of a paste, as a record: without what a mail program put before it, and without spaces at its end. */
export interface PastedLine {
  /** Counted from 1 in the paste, empty lines included. */
  readonly line: number;
  /** One entry a column, so that a sign outside the common plane is one column too. */
  readonly columns: readonly string[];
}

/** More than any answer holds (six importers a question, some ten records each): what comes after is not read. */
export const mostLines = 1000;

const quoted = /^[\s>|\ufeff]+/;

/** A no-break space is how a mail program keeps two spaces apart: one column, like the space it stands for. */
const tidied = (raw: string) =>
  raw
    .replace(quoted, '')
    .replace(/\u00a0/g, ' ')
    .trimEnd();

/** The lines of a paste that hold something, at most `mostLines` of them. */
export function pastedLines(pasted: string): PastedLine[] {
  return pasted
    .split(/\r\n?|\n/)
    .slice(0, mostLines)
    .map((raw, index) => ({ line: index + 1, columns: Array.from(tidied(raw)) }))
    .filter(({ columns }) => columns.length > 0);
}

/** Whether the paste goes on after the last line that is read. */
export const isCutOff = (pasted: string): boolean => pasted.trimEnd().split(/\r\n?|\n/).length > mostLines;

/** Where a field stands in its record: first and last column, counted from 1. */
export type Place = readonly [from: number, to: number];

/** The text in a place, with its spaces; a record cut short reads as spaces. */
export const textAt = (columns: readonly string[], [from, to]: Place): string =>
  columns
    .slice(from - 1, to)
    .join('')
    .padEnd(to - from + 1);

/** Records around an answer (A and B before, Y and Z after, each with a port), and the question itself: they tell nothing. */
const envelope = /^([ABYZ][ \d]{4}|K )/;

export const isEnvelope = ({ columns }: PastedLine): boolean => envelope.test(columns.slice(0, 5).join('').padEnd(5));
