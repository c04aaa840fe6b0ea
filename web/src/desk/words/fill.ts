/** Puts values where a text says `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** One or several: the desk speaks English. */
export const counted = (n: number, one: string, several: string): string => fill(n === 1 ? one : several, { n });
