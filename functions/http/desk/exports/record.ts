import type { FoundCase } from '#casework/find-cases.ts';
import type { CaseRecord } from '#domain/desk/exports.ts';
import type { CaseTrail } from '#casework/audit/case-page.ts';
import { endName } from '#casework/insights/end-name.ts';
import { casePage } from '../cases/case-page.ts';
import type { PageContext } from '../cases/case-page.ts';

/** A case on file, as it stands now: what its page shows, without what is only for working on it. */
export function recordOf({ case: of, twins }: FoundCase, on: PageContext, trail: CaseTrail): CaseRecord {
  const { broker, by, now } = on;
  const {
    tools: _,
    moves: __,
    outcomes: ___,
    declines: ____,
    closes: _____,
    prepared: ______,
    readyToClear: _______,
    convertsTo: __________,
    look: ________,
    unreached: _________,
    ...page
  } = casePage(of, on, twins);
  return {
    made: { at: now.toISOString(), who: by.email, name: by.name },
    broker: { name: broker.name, licenceNumber: broker.licenceNumber, timeZone: broker.officeHours.timeZone },
    trail: { events: [...trail.events], whole: trail.whole },
    case: {
      ...page,
      letters: of.letters.map(({ leasedUntil: _leased, ...letter }) => letter),
      ...(of.outcome && { outcomeName: endName(of.type, of.outcome.code) }),
    },
  };
}
