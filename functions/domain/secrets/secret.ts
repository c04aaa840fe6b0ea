/** What may never be kept, whoever wrote it and wherever. */
export const secretKinds = ['ssn', 'card', 'bank', 'password'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Where one stands in a text: from the first character to before the last, counted as JavaScript counts. */
export type Secret = { readonly kind: SecretKind; readonly from: number; readonly to: number };
