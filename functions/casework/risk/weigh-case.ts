import type { Broker } from '#domain/broker/broker.ts';
import { isOver } from '#domain/case/case.ts';
import type { Case, CaseKey } from '#domain/case/case.ts';
import type { RiskFlag } from '#domain/risk/flags.ts';
import { flagsOfOthers, knownDomains, rivalsEachOther } from '#domain/risk/of-others.ts';
import type { Others } from '#domain/risk/of-others.ts';
import { flagsOfRequest } from '#domain/risk/of-request.ts';
import { isWeighed, weighed } from '#domain/risk/weighed.ts';
import { StoreUnavailable } from '../ports.ts';
import type { CaseStore, Log } from '../ports.ts';
import { othersOf } from './others.ts';
import type { OthersPorts } from './others.ts';
import type { MailDomains } from './ports.ts';

export type WeighPorts = OthersPorts & {
  readonly cases: Pick<CaseStore, 'read' | 'save'>;
  readonly mailDomains: MailDomains;
  readonly log: Log;
};

/** Others write to the case, too: letters most of all. */
const MOST_TRIES = 6;

/**
 * Finds what makes a case look risky, before its first letter and whenever it is asked anew, and keeps it on the case. Here
 * and not at the public door, which can read nothing. Other open cases of the importer that want another mailbox, or another receiver, are
 * weighed again, once: the earlier one must learn of the later. Our own mistake in a rule stops no letter: the case stays unweighed,
 * and an unweighed one wants a second look. There is nothing to weigh in our own canary.
 */
export async function weighCase(ports: WeighPorts, broker: Broker, key: CaseKey): Promise<void> {
  try {
    const found = await ports.cases.read(key);
    if (!found || found.canary || isWeighed(found)) return;
    const others = await weigh(ports, broker, found);
    for (const rival of rivalsOf(found, others)) await weigh(ports, broker, rival);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    ports.log('weigh-failed', { reference: key.reference, error: error instanceof Error ? error.name : 'unknown' });
  }
}

async function weigh(ports: WeighPorts, broker: Broker, found: Case): Promise<Others> {
  const others = await othersOf(ports, found);
  let of: Case | undefined = found;
  for (let tries = 0; of && tries < MOST_TRIES; tries += 1) {
    const next = weighed(of, flagsOf(ports, broker, of, others), ports.now().toISOString());
    if (!next || (await ports.cases.save(next, of.rev)) === 'saved') {
      if (next) ports.log('case-weighed', { reference: of.reference, level: next.risk?.level ?? 'none' });
      return others;
    }
    of = await ports.cases.read(found);
  }
  return others;
}

const flagsOf = ({ mailDomains }: WeighPorts, broker: Broker, of: Case, others: Others): RiskFlag[] => [
  ...flagsOfRequest(of, { broker, domains: knownDomains(others), ...mailDomains }),
  ...flagsOfOthers(of, others),
];

/** Open requests for another mailbox, or another receiver, of the same importer. */
const rivalsOf = (of: Case, { importer }: Others): Case[] =>
  importer.filter((one) => !isOver(one) && rivalsEachOther(of, one));
