/**
 * What CloudFront tells the doors with every request, so that nobody goes around the firewall. Made by chance, kept in SST's state,
 * never typed. How to turn it: docs/operations.md.
 */
import { knownTurns, turn } from './secret-turn.ts';

const secretOf = (nth: number) =>
  new random.RandomPassword(`RouterSecret${nth}`, { length: 48, special: false }).result;

const known = knownTurns(turn).map((nth) => ({ nth, secret: secretOf(nth) }));

/** What CloudFront says. */
export const routerSecret = $output(known).apply((all) => all.find(({ nth }) => nth === turn)?.secret ?? '');

/** What a door takes for it. */
export const routerSecrets = $output(known).apply((all) => all.map(({ secret }) => secret).join(','));
