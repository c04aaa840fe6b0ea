import type { Broker } from '#domain/broker/broker.ts';
import { askErasure } from '#domain/case/moves/ask-erasure.ts';
import { changeByLink } from './change-by-link.ts';
import type { Changed, ImporterPorts } from './change-by-link.ts';

/** `already`: they asked before. */
export type AskedErasure = 'asked' | 'already';

/** Who holds a link to the page of a request asks that it be deleted. Nothing is deleted by it: the team hears of it. */
export const askErasureByLink = (ports: ImporterPorts, broker: Broker, part: string): Promise<Changed<AskedErasure>> =>
  changeByLink<AskedErasure>(ports, part, 'case', ({ case: of, now }) => {
    const save = askErasure(of, { now, broker });
    return save ? { save, ending: 'asked' } : { ending: 'already' };
  });
