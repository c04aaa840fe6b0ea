/** Where nobody watches, a line so often at most. */
const EVERY_MS = 2000;

/** How far a command is: one line that is written anew where a person watches, a line now and then elsewhere. */
export function progressOn(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stdout) {
  let saidAt = -Infinity;
  /** What nobody has read yet. */
  let last = '';
  return {
    at(line: string): void {
      last = line;
      if (stream.isTTY) stream.write(`\r${line}\u001b[K`);
      else if (performance.now() - saidAt >= EVERY_MS) {
        saidAt = performance.now();
        stream.write(`${line}\n`);
        last = '';
      }
    },
    /** The last of it stays; what comes next begins below. */
    end(): void {
      if (last !== '') stream.write(stream.isTTY ? '\n' : `${last}\n`);
      last = '';
    },
  };
}

export type Progress = ReturnType<typeof progressOn>;

/** Seconds since it began, as people say them: `47 s`, `12 min 5 s`. */
export function clock(): () => string {
  const began = performance.now();
  return () => {
    const seconds = Math.round((performance.now() - began) / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  };
}
