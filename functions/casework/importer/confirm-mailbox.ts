import type { Broker } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { confirmMailbox } from '#domain/case/moves/importer-moves.ts';
import type { LinkPurpose } from '#domain/case/letter-parts.ts';
import { changeByLink } from './change-by-link.ts';
import type { Changed, ImporterPorts } from './change-by-link.ts';

/** `already`: nothing to do any more. `answer-follows`: an answer waited for this, and is on its way now. */
export type Confirmation = 'confirmed' | 'answer-follows' | 'already';

/** Somebody pressed the button behind a mailed link: its mailbox is read by a person. Pressing it again changes nothing. */
export const confirmByLink = (
  ports: ImporterPorts,
  broker: Broker,
  part: string,
  purpose: LinkPurpose,
): Promise<Changed<Confirmation>> =>
  changeByLink<Confirmation>(ports, part, purpose, ({ case: of, link, now }) => {
    const save = confirmMailbox(of, link.mailbox, { now, broker });
    if (!save) return { ending: 'already' };
    return { save, ending: letsGoOfAnswer(of, save) ? 'answer-follows' : 'confirmed' };
  });

function letsGoOfAnswer(before: Case, after: Case): boolean {
  const known = new Set(before.letters.map(({ id }) => id));
  return after.letters.some(({ id, kind }) => kind === 'outcome' && !known.has(id));
}
