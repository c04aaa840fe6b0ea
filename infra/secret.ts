/**
 * What CloudFront tells the doors with every request, so that nobody goes around the firewall. Made once, kept in SST's state, never
 * typed. Raise `turn` to change it: the doors then know the new one at once, CloudFront minutes later, and answer "not found" between.
 */
export const routerSecret = new random.RandomPassword('RouterSecret', {
  length: 48,
  special: false,
  keepers: { turn: '1' },
}).result;
