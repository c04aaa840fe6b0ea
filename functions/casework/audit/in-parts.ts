/** So many at once, and not all: a day may have a thousand chains, and the store answers some dozens at a time. */
const AT_ONCE = 25;

export async function inParts<One, Out>(all: readonly One[], ask: (one: One) => Promise<Out>): Promise<Out[]> {
  const out: Out[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    out.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(ask))));
  return out;
}
