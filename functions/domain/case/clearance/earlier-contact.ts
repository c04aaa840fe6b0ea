import type { Case } from '../case.ts';
import { workingDaysAfter } from '../office-hours.ts';
import type { Check, Telling } from '../parts.ts';
import type { AskedWhen, CheckState } from './check-state.ts';
import { isFresh } from './fresh.ts';

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
  const letter = of.letters.find(({ kind: what, about }) => what === 'earlier-contact' && about === telling.id);
  const lost = [telling.cameBackAt, telling.notUsAt, letter?.bouncedAt].some((at) => at !== undefined);
  if (!letter || lost || letter.state === 'parked') return { kind, state: 'failed', telling };
  if (letter.sentAt === undefined) return { kind, state: 'waiting', telling };
  const days = broker.holdWorkingDays.earlierContact;
  const until = new Date(workingDaysAfter(Date.parse(letter.sentAt), days, broker.officeHours)).toISOString();
  return { kind, state: until > now.toISOString() ? 'waiting' : 'passed', telling, until };
}

/** Only a licensed member may say that nobody can be told by mail. A letter on paper takes days, a call none. */
const others = (of: Case, on: AskedWhen): CheckState[] =>
  of.checks
    .filter((one) => one.licensed === true && isFresh(of, one))
    .flatMap((check): CheckState[] => {
      if (check.kind === 'second-person') return [{ kind, state: check.result, check }];
      return check.kind === 'letter-on-file' ? [letterState(check, on)] : [];
    });

function letterState(check: Check, { now, broker }: AskedWhen): CheckState {
  if (check.result === 'failed') return { kind, state: 'failed', check };
  const days = broker.holdWorkingDays.letterOnFile;
  const until = new Date(workingDaysAfter(Date.parse(check.at), days, broker.officeHours)).toISOString();
  return { kind, state: until > now.toISOString() ? 'waiting' : 'passed', check, until };
}
