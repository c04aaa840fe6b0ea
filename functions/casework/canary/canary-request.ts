import type { Broker } from '#domain/broker/broker.ts';
import { canaryName, markOf } from '#domain/case/canary.ts';
import type { KeyedHash } from '../forget/ports.ts';
import { workProof } from './work-proof.ts';

export type CanaryMade = {
  readonly broker: Pick<Broker, 'proofOfWork'>;
  /** Where its letters go: a mailbox that takes everything and troubles nobody. */
  readonly mailbox: string;
  readonly keyed: KeyedHash;
  /** A random UUID. */
  readonly id: string;
  readonly at: Date;
};

/** A name query as the form's page sends one, and its mark. No company has its number: the IRS gives out none that begins with 89. */
export function canaryRequest({ broker, mailbox, keyed, id, at }: CanaryMade): Readonly<Record<string, string>> {
  const companyName = canaryName(id);
  const request = {
    importerNumberKind: 'ein',
    importerNumber: '89-5550100',
    companyName,
    contactName: 'Canary',
    contactRole: 'other',
    contactEmail: mailbox,
    contactPhone: '+1 555 010 0100',
    powerOfAttorney: 'not-sure',
    locale: 'en',
    submissionId: id,
    mark: markOf(keyed, companyName, at),
  };
  return broker.proofOfWork ? { ...request, proof: workProof(request, at) } : request;
}
