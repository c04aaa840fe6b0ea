import { hash } from 'node:crypto';
import { MAILBOX_KEPT_DAYS, mailboxState } from '#domain/case/mailbox-health.ts';
import type { MailboxState } from '#domain/case/mailbox-health.ts';
import type { MailboxItem } from '#domain/desk/kept.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { StoreUnavailable } from '../ports.ts';
import type { Clock } from '../ports.ts';
import type { MailboxStore } from './ports.ts';

export type HealthPorts = { readonly mailboxes: MailboxStore; readonly now: Clock };

const MINUTE = 60_000;
const DAY = 24 * 3600 * 1000;
const MOST_TRIES = 10;

/** Addresses are kept as hashes only. */
export const mailboxId = (address: string): string => hash('sha256', mailboxKey(address));

export const healthOf = async (
  { mailboxes, now }: HealthPorts,
  address: string,
): Promise<{ readonly state: MailboxState; readonly since?: string }> =>
  mailboxState(await mailboxes.read(mailboxId(address)), now());

type Told = 'bouncedAt' | 'complainedAt' | 'wellAt' | 'saidWellAt';

/**
 * Keeps what was learned of a mailbox, the latest of its kind; of a stranger's that is well and never was anything else,
 * nothing is kept (`always`: it is, to the minute, since letters to the team arrive all day). Whether that changed what it is.
 */
export async function noteMailbox(
  ports: HealthPorts,
  address: string,
  { what, at, always = false }: { readonly what: Told; readonly at: string; readonly always?: boolean },
): Promise<boolean> {
  const { mailboxes, now } = ports;
  const id = mailboxId(address);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await mailboxes.read(id);
    const known = found?.[what];
    if (!found && what === 'wellAt' && !always) return false;
    const enough = always && what === 'wellAt' && isWell(found, now()) ? before(at, MINUTE) : at;
    if (known !== undefined && known >= enough) return false;
    const next = noted(found, id, { [what]: at }, now());
    const done = found ? await mailboxes.save(next, found.rev) : await mailboxes.put(next);
    if (done === 'saved' || done === 'stored')
      return mailboxState(next, now()).state !== mailboxState(found, now()).state;
  }
  throw new StoreUnavailable('too many learn of one mailbox at once');
}

const isWell = (found: MailboxItem | undefined, now: Date): boolean => mailboxState(found, now).state === 'well';

const before = (at: string, ms: number): string => new Date(Date.parse(at) - ms).toISOString();

const noted = (found: MailboxItem | undefined, id: string, learned: Partial<MailboxItem>, now: Date): MailboxItem => ({
  ...found,
  ...learned,
  id,
  rev: (found?.rev ?? 0) + 1,
  keptUntil: new Date(now.getTime() + MAILBOX_KEPT_DAYS * DAY).toISOString(),
});

/** The first of the team's mailboxes that is well; the last one when none is, since something must be tried. */
export async function teamMailbox(ports: HealthPorts, team: readonly [string, ...string[]]): Promise<string> {
  for (const mailbox of team) if ((await healthOf(ports, mailbox)).state === 'well') return mailbox;
  return team.at(-1) ?? team[0];
}
