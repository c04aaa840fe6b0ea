import { broker } from '../../../broker.config.ts';
import { newCase } from '../../../functions/casework/open-case.ts';
import type { Case, Letter } from '../../../functions/domain/case/case.ts';
import { notUs } from '../../../functions/domain/case/moves/freeze.ts';
import { complete, confirmMailbox, reply } from '../../../functions/domain/case/moves/importer-moves.ts';
import { dueAfter } from '../../../functions/domain/case/office-hours.ts';
import { makeMove } from '../../../functions/domain/case/moves/make-move.ts';
import { flagsOfRequest } from '../../../functions/domain/risk/of-request.ts';
import { weighed } from '../../../functions/domain/risk/weighed.ts';
import { companies } from './companies.ts';
import type { Company } from './companies.ts';
import { plots } from './plots.ts';
import type { Plot } from './plot.ts';
import type { Step } from './steps.ts';
import { withLetterSent } from './sent.ts';
import { answersOf, forEmailUpdate, requestOf } from './requests.ts';

const HOUR = 3_600_000;

/** Every case of the demo as it stands at `now`, the latest first: opened, moved and answered by the case's own rules. */
export function playedCases(now: Date): Case[] {
  let nth = 0;
  return plots
    .flatMap((plot, place) =>
      Array.from({ length: plot.times }, (_, time) => {
        // A person with a Social Security number only where the plot wants one.
        const of = companies.filter(({ kind }) => (plot.only ? kind === plot.only : kind !== 'ssn'));
        const company = of[nth++ % of.length] ?? companies[0];
        const opened = new Date(now.getTime() - (plot.hoursAgo + time * plot.every) * HOUR);
        return played(plot, company, opened, [place, time], now);
      }),
    )
    .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

function played({ type, change, steps }: Plot, company: Company, opened: Date, id: readonly number[], now: Date): Case {
  const request = requestOf(type, { ...answersOf(type, company), ...change }, submissionId(id));
  let at = opened.getTime();
  return steps.reduce(
    (of, step) => {
      at = timeOf(step, at, now.getTime());
      return stepped(of, step, company, new Date(at));
    },
    weighedAtOnce(newCase(request, broker, opened), opened),
  );
}

/** As the door that pays letters would have weighed it, by what the request alone says. */
function weighedAtOnce(of: Case, at: Date): Case {
  const known = { broker, domains: [], isDisposable: () => false, toUnicode: (domain: string) => domain };
  return weighed(of, flagsOfRequest(of, known), at.toISOString()) ?? of;
}

/** Members work in office hours, unless the story would then end after today; importers write at any time. */
function timeOf(step: Step, from: number, now: number): number {
  const later = Math.min(from + step.after * HOUR, now);
  if (!('by' in step)) return later;
  const inOffice = dueAfter(from, step.after, broker.officeHours);
  return inOffice <= now ? inOffice : later;
}

/** The same for the same place in the plots, so that a second start finds the first one's cases and adds none. */
const submissionId = ([plot = 0, time = 0]: readonly number[]): string =>
  `de300000-0000-4000-8000-${String(plot * 100 + time).padStart(12, '0')}`;

function stepped(of: Case, step: Step, company: Company, now: Date): Case {
  const on = { now, broker };
  if ('importer' in step) {
    switch (step.importer) {
      case 'confirm':
        return confirmMailbox(of, 'contact', on) ?? of;
      case 'confirm-other':
        return confirmMailbox(of, 'other-mailbox', on) ?? of;
      case 'complete':
        return movedBy(complete(of, forEmailUpdate(personOf(company)), on));
      case 'reply':
        return movedBy(reply(of, { question: of.questions.at(-1)?.id, text: step.text }, on));
    }
  }
  if ('earlierContact' in step) return notUs(of, of.tellings.at(-1)?.id ?? '', on) ?? of;
  if ('holds' in step) return holding(of, step.holds);
  if ('comesBack' in step) return comingBack(of, step.comesBack, now.toISOString());
  const by = broker.members[step.by] ?? broker.members[0];
  if (!by) throw new Error('the demo wants at least one member in broker.config.ts');
  return movedBy(makeMove(of, step.move(company, now), { by, now, broker }));
}

/** As the door that pays letters holds one back. */
const holding = (of: Case, kind: Letter['kind']): Case => ({
  ...of,
  letters: of.letters.map((one) => (one.kind === kind ? { ...one, state: 'held', heldFor: 'budget' } : one)),
});

/** As the door that hears of mail notes it. */
const comingBack = (of: Case, kind: Letter['kind'], at: string): Case => ({
  ...of,
  letters: of.letters.map((one) =>
    one.kind === kind ? { ...withLetterSent(one), bouncedAt: at, bounce: { type: 'permanent', sub: 'NoEmail' } } : one,
  ),
  timeline: [
    ...of.timeline,
    { at, who: 'desk', what: 'letter-came-back', about: { letter: kind, mailbox: 'contact', why: 'NoEmail' } },
  ],
});

const personOf = ({ person: [first, last], domain }: Company) => ({ first, last, domain });

/** The case after a move. A move that the case refuses is a mistake in the plots. */
function movedBy(made: { readonly moved: Case } | object): Case {
  if ('moved' in made) return made.moved;
  throw new Error(`the demo is refused: ${JSON.stringify(made)}`);
}
