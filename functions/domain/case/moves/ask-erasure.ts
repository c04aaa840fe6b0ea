import type { Case } from '../case.ts';
import { owing } from '../owe.ts';
import { finished } from './importer-step.ts';
import type { On } from './importer-step.ts';

/** Within so many days a member decides: the page and the privacy notice say so. */
export const ERASE_WITHIN_DAYS = 30;

/**
 * The importer asks that the request be deleted. A member decides, since somebody else may hold the mailbox and want to wipe
 * what they did; the team hears of it. Asking again changes nothing (`undefined`). It confirms no mailbox: who wants to be
 * forgotten is not asked to be told an answer.
 */
export function askErasure(of: Case, on: On): Case | undefined {
  if (of.erasureAskedAt !== undefined) return undefined;
  const at = on.now.toISOString();
  const next = owing({ ...of, erasureAskedAt: at }, at, { kind: 'team-alert', to: 'team', about: 'erasure' });
  return finished(of, next, { what: 'erasure-asked' }, on, 1);
}

/** By when a member has decided (ISO). */
export const erasureDue = (askedAt: string): string =>
  new Date(Date.parse(askedAt) + ERASE_WITHIN_DAYS * 24 * 3600 * 1000).toISOString();
