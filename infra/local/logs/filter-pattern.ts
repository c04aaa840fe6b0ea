/** Whether a line of a log fits. */
export type Fits = (line: Readonly<Record<string, unknown>>) => boolean;

const term = /^\s*\(?\s*\$\.(\w+)\s*=\s*"([^"]*)"\s*\)?\s*$/;

/**
 * Reads the filter patterns that the desk uses, which are few of all that CloudWatch has: `{ $.event = "a" }`, and several of
 * those with `||` between. Nothing for any other, so that no question is answered with a guess.
 */
export function readPattern(pattern: string): Fits | undefined {
  const [, inside] = /^\s*\{(.*)\}\s*$/.exec(pattern) ?? [];
  const terms = inside?.split('||').map((one) => term.exec(one));
  if (!terms?.every((one) => one !== null)) return undefined;
  return (line) => terms.some(([, name = '', value]) => line[name] === value);
}
