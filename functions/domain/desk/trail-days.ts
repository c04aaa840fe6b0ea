import type { Broker } from '../broker/broker.ts';

const A_YEAR = 366;

/**
 * How long an entry of the audit trail is kept. A case is kept from its end on, its trail from each entry on: the year
 * more lets the first entries of a case last as long as the case, unless it was open for longer.
 */
export const trailDays = ({ retentionDays }: Pick<Broker, 'retentionDays'>): number => retentionDays.closed + A_YEAR;
