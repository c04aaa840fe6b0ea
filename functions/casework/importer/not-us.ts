import type { Broker } from '#domain/broker/broker.ts';
import { notUs } from '#domain/case/moves/freeze.ts';
import type { Case } from '#domain/case/case.ts';
import type { MailedLink } from '#domain/case/letter-parts.ts';
import { changeByLink } from './change-by-link.ts';
import type { Changed, ImporterPorts } from './change-by-link.ts';

/** `already`: they said so before. */
export type SaidNo = 'stopped' | 'already';

/** The telling whose letter carried a link; none when the letter is gone. */
export const tellingOf = ({ letters }: Case, { letterId }: MailedLink): string | undefined =>
  letters.find(({ id }) => id === letterId)?.about;

/** An earlier contact pressed *this was not us*: the case is frozen, and the team hears of it. Pressing again changes nothing. */
export const notUsByLink = (ports: ImporterPorts, broker: Broker, part: string): Promise<Changed<SaidNo>> =>
  changeByLink<SaidNo>(ports, part, 'not-us', ({ case: of, link, now }) => {
    const save = notUs(of, tellingOf(of, link) ?? '', { now, broker });
    return save ? { save, ending: 'stopped' } : { ending: 'already' };
  });
