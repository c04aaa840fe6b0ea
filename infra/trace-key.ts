/**
 * The key of the hashes that stay of a case when it goes (docs/decisions/0048). Made by chance, kept in SST's state, never typed.
 * It is not turned: under another key, the traces that were left before match nothing any more.
 * Only the two doors that leave traces and answer for them have it.
 */
export const traceKey = new random.RandomPassword('TraceKey', { length: 48, special: false }).result;
