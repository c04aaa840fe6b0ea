import { broker } from '../../../broker.config.ts';
import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import { dynamoTrailStore } from '../../../functions/aws/desk-items/trail-store.ts';
import type { TrailStore } from '../../../functions/casework/audit/ports.ts';
import type { CaseStore } from '../../../functions/casework/ports.ts';
import { trailDays } from '../../../functions/domain/desk/trail-days.ts';
import type { OpenTable } from '../operator/open-table.ts';

export const keptDays = trailDays(broker);

export type OpenTrail = { readonly place: string; readonly audit: TrailStore; readonly cases: CaseStore };

/** The trail to check, and where it is. */
export const trailIn = ({ client, table, place }: OpenTable): OpenTrail => ({
  place,
  audit: dynamoTrailStore(client, table, keptDays),
  cases: dynamoCaseStore(client, table),
});
