/**
 * Which items of `a` stand beside which of `b`, in order, so that the pairs weigh most together (weight 0: never a pair).
 * Among equals the earliest pairs, so the same texts always give the same answer. Time and room are a × b.
 */
export function align<Item>(
  a: readonly Item[],
  b: readonly Item[],
  weigh: (a: Item, b: Item) => number,
): (readonly [number, number])[] {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number) => {
    const [left, right] = [a[i], b[j]];
    const weight = left === undefined || right === undefined ? 0 : weigh(left, right);
    return weight > 0 ? weight + at(i + 1, j + 1) : 0;
  };
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
    }

  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; at(i, j) > 0;) {
    if (paired(i, j) === at(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) === at(i, j)) i++;
    else j++;
  }
  return pairs;
}
