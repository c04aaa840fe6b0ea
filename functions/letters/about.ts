import type { Broker } from '#domain/broker/broker.ts';
import type { Case, Letter } from '#domain/case/case.ts';

/** What a letter is about. `siteUrl` is the public site's address. */
export type About = {
  readonly case: Case;
  readonly broker: Broker;
  readonly siteUrl: string;
  /** Which debt it is: its `about` names a question, for example; what made it due happened at `owedSince`. */
  readonly letter: Pick<Letter, 'kind'> & Partial<Pick<Letter, 'about' | 'owedSince'>>;
  /** The address that only this letter's reader gets: a fresh token in it, made when the letter is sent. */
  readonly link?: string;
};
