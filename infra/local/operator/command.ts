import { isHeldOpen } from '../embedded-dynamodb.ts';

/** What all of an operator's commands have in common: they say what they do, and end with 0, 1 (something is wrong) or 2 (it could not be done). */
export const say = (line: string) => console.log(line);

export function fail(...lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(2);
}

/** What comes of words after the command: what is wanted, or every problem with them. */
export function wantedBy<Wanted extends object>(
  usage: string,
  read: (args: readonly string[]) => Wanted | { readonly problems: readonly string[] },
): Wanted {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    say(usage);
    process.exit(0);
  }
  const wanted = read(args);
  return 'problems' in wanted ? fail(...wanted.problems, '', usage) : wanted;
}

const IN_USE = 'The data folder is in use. Stop npm start first, then run this command again.';

/** An end that was foreseen: its words are for the person, and nothing more is to be said. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Runs a command to its end; what stops it is said in a line. `goesOn`: what a stop with Ctrl-C means. */
export async function runCommand(work: () => Promise<number>, goesOn?: string): Promise<void> {
  process.on('uncaughtException', (error) => fail(isHeldOpen(error) ? IN_USE : String(error)));
  if (goesOn !== undefined) process.on('SIGINT', () => fail('', goesOn));
  try {
    process.exitCode = await work();
  } catch (error) {
    if (error instanceof Refused) fail(error.message);
    if (isHeldOpen(error)) fail(IN_USE);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    fail(`It broke off: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`);
  }
}
