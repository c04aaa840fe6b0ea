/** Reasons to look twice at a request: a closed list. Nobody outside is ever told of one, and none refuses anything. */
export const riskCodes = [
  'look-alike-domain',
  'look-alike-name',
  'disposable',
  'poses-as',
  'declined-on-suspicion',
  'another-new-email',
  'another-receiver',
  'many-importers',
  'many-to-one-mailbox',
  'other-domain',
  'free-mail',
  'agent',
  'declined-before',
  'form-filler',
  'odd-pace',
  'no-proof',
  'record-changed',
  'not-a-broker',
  'bank-changed',
  'further-numbers',
  'other-certifier',
  // These change with the case, and are never kept.
  'no-power-of-attorney',
  'mailbox-unconfirmed',
] as const;

export type RiskCode = (typeof riskCodes)[number];

/** One reason; `about` fills its words: a domain, what it looks like, how many. */
export type RiskFlag = { readonly code: RiskCode; readonly about?: Readonly<Record<string, string>> };
export type RiskLevel = 'none' | 'some' | 'high';

export const isRiskCode = (text: string): text is RiskCode => riskCodes.some((code) => code === text);
