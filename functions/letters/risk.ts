import type { Case } from '#domain/case/case.ts';
import type { RiskFlag } from '#domain/risk/flags.ts';
import { riskFlagsOf } from '#domain/risk/standing.ts';
import { riskTexts } from '#domain/risk/words.ts';
import { fill } from './content.ts';
import type { Block, Span } from './content.ts';
import { teamWords } from './team-words.ts';

/** What makes a case look risky, the heaviest first, each with what to do; then what somebody raised by hand. */
export function riskBlocks(of: Case): Block[] {
  if ((of.risk?.flags ?? []).length + of.flags.length === 0) return [];
  // Nobody can have confirmed a mailbox yet when the team reads of a case.
  const found = riskFlagsOf(of).filter(({ code }) => code !== 'mailbox-unconfirmed');
  const points = [...found.map(pointOf), ...of.flags.map(({ reason }) => [{ said: reason }])];
  return [{ block: 'warning', title: teamWords[of.risk?.level === 'high' ? 'risk.high' : 'risk.some'], points }];
}

/** A domain, a name: somebody else's words, set apart. */
function pointOf({ code, about = {} }: RiskFlag): Span[] {
  const said = Object.entries({ like: '', ...about }).map(([name, text]): [string, Span] => [name, { said: text }]);
  return [...fill(riskTexts[`${code}.why`], Object.fromEntries(said)), ' ', riskTexts[`${code}.do`]];
}
