import type { Case } from '../case.ts';
import { workingDaysAfter } from '../office-hours.ts';
import type { Check, Telling } from '../parts.ts';
import type { AskedWhen, CheckState } from './check-state.ts';
import { isFresh } from './fresh.ts';
import { letterOf, lostBy } from './reached.ts';

const kind = 'earlier-contact';
const byRank: readonly CheckState['state'][] = ['passed', 'waiting', 'failed', 'missing'];

/**
 * Whether an earlier contact of the client file was told, and had time to say no. When none can be reached by mail, which is
 * usual, since the person left: a licensed member has called a second known person, or sent a letter to the address on file.
 */
export function earlierContact(of: Case, on: AskedWhen): CheckState {
  const ways = [
    ...of.tellings.filter((one) => isFresh(of, one)).map((one) => toldState(of, one, on)),
    ...others(of, on),
  ];
  return (
    ways.toReversed().sort((a, b) => byRank.indexOf(a.state) - byRank.indexOf(b.state))[0] ?? { kind, state: 'missing' }
  );
}

/** Told by mail: the letter left and did not come back, and the hold is over. */
function toldState(of: Case, telling: Telling, { now, broker }: AskedWhen): CheckState {
  if (lostBy(of, telling) !== undefined) return { kind, state: 'failed', telling };
  const sentAt = letterOf(of, telling)?.sentAt;
  if (sentAt === undefined) return { kind, state: 'waiting', telling };
  const days = broker.holdWorkingDays.earlierContact;
  const until = new Date(workingDaysAfter(Date.parse(sentAt), days, broker.officeHours)).toISOString();
  return { kind, state: until > now.toISOString() ? 'waiting' : 'passed', telling, until };
}

/** Only a licensed member may say that nobody can be told by mail. A letter on paper takes days, a call none. */
function others(of: Case, on: AskedWhen): CheckState[] {
  const last = (which: Check['kind']) =>
    of.checks.filter((one) => one.kind === which && one.licensed === true && isFresh(of, one)).slice(-1);
  return [
    ...last('second-person').map((check): CheckState => ({ kind, state: check.result, check })),
    ...last('letter-on-file').map((check) => letterState(check, on)),
  ];
}

function letterState(check: Check, { now, broker }: AskedWhen): CheckState {
  if (check.result === 'failed') return { kind, state: 'failed', check };
  const days = broker.holdWorkingDays.letterOnFile;
  const until = new Date(workingDaysAfter(Date.parse(check.at), days, broker.officeHours)).toISOString();
  return { kind, state: until > now.toISOString() ? 'waiting' : 'passed', check, until };
}
