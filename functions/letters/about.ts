import type { Broker } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';

/** What a letter is about. `siteUrl` is the public site's address. */
export type About = { readonly case: Case; readonly broker: Broker; readonly siteUrl: string };
