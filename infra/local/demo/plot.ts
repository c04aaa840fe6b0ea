import type { RequestTypeName } from '../../../functions/domain/requests/registry.ts';
import type { Company } from './companies.ts';
import type { Step } from './steps.ts';

/** How often a story is told, of which request, how many hours ago the first and each next one began. */
export type Plot = {
  readonly times: number;
  readonly type: RequestTypeName;
  readonly hoursAgo: number;
  readonly every: number;
  readonly change?: Readonly<Record<string, string>>;
  readonly only?: Company['kind'];
  readonly steps: readonly Step[];
};
