/**
 * The key by which a case shows that it is the canary (docs/decisions/0050). Made by chance, kept in SST's state, never typed.
 * Only who posts the canary and who checks its mark have it: whoever knew it could hide a case from the desk.
 */
export const canaryKey = new random.RandomPassword('CanaryKey', { length: 48, special: false }).result;
