/** What a command is told after its name: `--name value` pairs, and switches that stand alone. */
export type Said<Name extends string, Switch extends string> = {
  readonly values: Readonly<Partial<Record<Name, string>>>;
  readonly on: ReadonlySet<Switch>;
  /** Every word that has no place here, in words. */
  readonly problems: readonly string[];
};

export function readWords<Name extends string, Switch extends string = never>(
  args: readonly string[],
  names: readonly Name[],
  switches: readonly Switch[] = [],
): Said<Name, Switch> {
  const values: Partial<Record<Name, string>> = {};
  const on = new Set<Switch>();
  const problems: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const name = names.find((one) => word === `--${one}`);
    const alone = switches.find((one) => word === `--${one}`);
    const next = args[at + 1];
    const value = next?.startsWith('--') ? undefined : next;
    if (alone !== undefined) on.add(alone);
    else if (name === undefined) problems.push(`Nothing is called "${word}" here.`);
    else if (value === undefined) problems.push(`--${name} wants something after it.`);
    else values[name] = value;
    // What was meant for a name goes with it, known or not.
    if (alone === undefined && word.startsWith('--') && value !== undefined) at += 1;
  }
  return { values, on, problems };
}

/** A whole number from 1 on, or the one that holds without it. */
export function wholeNumber(
  name: string,
  said: string | undefined,
  usual: number,
): { readonly number: number; readonly problems: readonly string[] } {
  const number = said === undefined ? usual : Number(said);
  const fine = Number.isInteger(number) && number >= 1;
  return {
    number,
    problems: fine ? [] : [`--${name} is "${said ?? ''}". It wants a whole number, for example ${usual}.`],
  };
}
