import type { RiskCode, RiskFlag, RiskLevel } from './flags.ts';

/**
 * What each reason weighs: alone enough for a second look (4), halfway to it (2), or worth a glance (1). No figures exist
 * for such requests (facts 5: the risk follows from the mechanism), so these are judgement, in one place to change.
 */
export const weights: Readonly<Record<RiskCode, number>> = {
  'look-alike-domain': 5,
  'look-alike-name': 5,
  disposable: 5,
  'poses-as': 4,
  'declined-on-suspicion': 4,
  'another-new-email': 4,
  'another-receiver': 4,
  'many-importers': 3,
  'many-to-one-mailbox': 3,
  'other-domain': 2,
  'free-mail': 2,
  agent: 2,
  'not-a-broker': 2,
  'bank-changed': 2,
  'further-numbers': 1,
  'declined-before': 2,
  'form-filler': 2,
  'odd-pace': 1,
  'no-proof': 1,
  'record-changed': 1,
  'other-certifier': 1,
  'no-power-of-attorney': 1,
  'mailbox-unconfirmed': 0,
};

/** From here on a case wants a second look. */
export const HIGH = 4;

export const levelOf = (flags: readonly RiskFlag[]): RiskLevel => {
  const weight = flags.reduce((sum, { code }) => sum + weights[code], 0);
  return weight >= HIGH ? 'high' : weight > 0 ? 'some' : 'none';
};

/** The heaviest first; those that weigh alike stay in their order. */
export const byWeight = (flags: readonly RiskFlag[]): RiskFlag[] =>
  flags.toSorted((a, b) => weights[b.code] - weights[a.code]);

/** Thresholds of the rules that count. */
export const limits = {
  /** Another new mailbox for the same importer within so long is not forgotten. */
  rememberedDays: 90,
  /** So many importers by one requester, or to one mailbox, are many. An agent has more, and is looked at once. */
  manyImporters: 4,
  /** Nobody reads and fills a form in less. */
  quickestSeconds: 10,
} as const;
