/** What CloudFront tells the doors with every request, so that nobody goes around the firewall. Made once, kept in the state, never typed. */
export const routerSecret = new random.RandomPassword('RouterSecret', { length: 48, special: false }).result;
