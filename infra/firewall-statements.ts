/** What a request is, in the firewall's own words: the pieces that the rules in firewall.ts are made of. */
import { limits } from './limits.ts';

export type Statement = aws.types.input.wafv2.WebAclRuleStatement;

const asIs = [{ priority: 0, type: 'NONE' }];
const lowerCase = [{ priority: 0, type: 'LOWERCASE' }];
// As a door would read it, so that %61pi or a double slash opens no second budget.
const plainPath = [
  { priority: 0, type: 'URL_DECODE' },
  { priority: 1, type: 'NORMALIZE_PATH' },
  { priority: 2, type: 'LOWERCASE' },
];

export const and = (...statements: Statement[]): Statement => ({ andStatement: { statements } });
export const or = (...statements: Statement[]): Statement => ({ orStatement: { statements } });
export const not = (statement: Statement): Statement => ({ notStatement: { statements: [statement] } });
export const labelled = (key: string): Statement => ({ labelMatchStatement: { scope: 'LABEL', key } });
export const below = (path: string): Statement => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: path,
    textTransformations: plainPath,
  },
});
const header = (name: string, holds: string): Statement => ({
  byteMatchStatement: {
    fieldToMatch: { singleHeader: { name } },
    positionalConstraint: 'CONTAINS',
    searchString: holds,
    textTransformations: lowerCase,
  },
});
export const post: Statement = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'POST',
    textTransformations: asIs,
  },
};
export const bodyTooLarge: Statement = {
  sizeConstraintStatement: {
    // The firewall reads 64 KB at most (associationConfig in firewall.ts); what is longer counts as a match.
    fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
    comparisonOperator: 'GT',
    size: limits.bodyBytes,
    textTransformations: asIs,
  },
};
/** The desk, but not its doorstep: who signs in counts like any stranger. */
export const teamAtWork = and(below('/api/desk/'), not(below('/api/desk/sign-in')));
/** What one address sends more often than so many times in a window. */
export const oftener = (limit: number, scopeDownStatement: Statement): Statement => ({
  rateBasedStatement: {
    aggregateKeyType: 'IP',
    limit,
    evaluationWindowSec: limits.windowSeconds,
    scopeDownStatement,
  },
});
export const script = or(header('content-type', 'application/json'), header('accept', 'application/json'));
/** A post that shall become a case. */
export const request = and(post, below('/api/requests/'));
