import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Longer than the desk ever looks back. */
const KEPT_DAYS = 8;
const DAY = 24 * 3600 * 1000;

export type LogLine = { readonly at: number; readonly message: string };

export type LogStore = {
  readonly keep: (message: string) => void;
  /** All lines of a day of UTC (`2026-11-27`), the oldest first. */
  readonly linesOf: (day: string) => readonly LogLine[];
  /** The days that there are lines of, the oldest first. */
  readonly days: () => readonly string[];
  readonly close: () => void;
};

/**
 * Lines of the doors, a file a day below `log/`. Each is written before its door goes on, so that a kill loses none of an
 * answer that somebody got; what a kill left of a line in the middle is skipped.
 */
export function openLogStore(dataDir: string, now: () => number = Date.now): LogStore {
  const folder = join(dataDir, 'log');
  mkdirSync(folder, { recursive: true });
  const fileOf = (day: string) => join(folder, `${day}.log`);
  let open: { readonly day: string; readonly file: number } | undefined;

  const days = (): string[] =>
    readdirSync(folder)
      .flatMap((name) => /^(\d{4}-\d\d-\d\d)\.log$/.exec(name)?.[1] ?? [])
      .sort();
  const fileFor = (day: string): number => {
    if (open?.day === day) return open.file;
    if (open) closeSync(open.file);
    const since = dayOf(now() - KEPT_DAYS * DAY);
    for (const old of days().filter((one) => one < since)) rmSync(fileOf(old), { force: true });
    const file = openSync(fileOf(day), 'a');
    // A kill may have left half a line: what follows begins a new one.
    if (readFileSync(fileOf(day)).at(-1) !== NEW_LINE) writeSync(file, '\n');
    open = { day, file };
    return file;
  };

  return {
    keep: (message) => void writeSync(fileFor(dayOf(now())), `${now()} ${message}\n`),
    linesOf: (day) => (days().includes(day) ? readFileSync(fileOf(day), 'utf8').split('\n').flatMap(lineOf) : []),
    days,
    close: () => {
      if (open) closeSync(open.file);
      open = undefined;
    },
  };
}

const NEW_LINE = 10;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function lineOf(line: string): LogLine[] {
  const [, at, message] = /^(\d+) (\{.*\})$/.exec(line) ?? [];
  return at === undefined || message === undefined ? [] : [{ at: Number(at), message }];
}
