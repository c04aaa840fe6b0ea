import type { Case } from './case.ts';
import type { Check } from './parts.ts';

const spoken: readonly Check['kind'][] = ['call-back', 'second-person', 'second-look'];

const saidNo = ({ kind, result }: Check): boolean => result === 'failed' && spoken.includes(kind);

/**
 * Whether a person once said no to the case, or a member that something is wrong with it. What is said later may answer that;
 * it was said all the same.
 */
export const wasDoubted = ({ checks, frozenAt, timeline }: Pick<Case, 'checks' | 'frozenAt' | 'timeline'>): boolean =>
  frozenAt !== undefined ||
  checks.some(saidNo) ||
  timeline.some(({ what, about }) => what === 'declined' && about?.['reason'] === 'suspicion');
