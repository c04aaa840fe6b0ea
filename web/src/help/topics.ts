/** The guides, in the order that readers need them. Each is a file of its name in `content/guides/<language>/`. */
export const topics = [
  'apply',
  'account-exists',
  'bank-details',
  'what-success-means',
  'refund-returned',
  'payer-unit-number',
  'foreign-importer',
  'notify-party',
  'fraud',
  'contacts',
] as const;
export type Topic = (typeof topics)[number];
