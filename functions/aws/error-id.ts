import { randomBytes } from 'node:crypto';

/** What a person can quote when something unexpected happened: `E-7F3A9C`, also in the log, and nothing else. */
export const newErrorId = (): string => `E-${randomBytes(3).toString('hex').toUpperCase()}`;
