import type { Card } from '#domain/desk/card.ts';
import { isType } from '../words/types.ts';

/** Which cases the queue shows, as its address says it: so that a list can be kept, sent and gone back to. */
export type Filter = {
  readonly of: 'open' | 'closed';
  readonly who: 'anyone' | 'mine' | 'nobody';
  readonly state: Card['state'] | '';
  readonly type: Card['type'] | '';
  readonly flagged: boolean;
  readonly overdue: boolean;
  /** A letter of theirs waits until a member lets it go. */
  readonly held: boolean;
  /** The words of a search; then nothing else counts. */
  readonly q: string;
};

export const everything: Filter = {
  of: 'open',
  who: 'anyone',
  state: '',
  type: '',
  flagged: false,
  overdue: false,
  held: false,
  q: '',
};

/** Written out here, since the page carries no schema: types hold them to the domain's. */
const states: Readonly<Record<Card['state'], Filter['of']>> = {
  new: 'open',
  open: 'open',
  waiting: 'open',
  answered: 'closed',
  declined: 'closed',
  closed: 'closed',
};
const whose = { anyone: true, mine: true, nobody: true } as const;

const isOneOf = <Name extends string>(names: Readonly<Record<Name, unknown>>, name: string): name is Name =>
  Object.hasOwn(names, name);

export const stateNames = Object.keys(states).filter((name) => isOneOf(states, name));
export const isState = (name: string): name is Card['state'] => isOneOf(states, name);

/** Reads an address; what it says wrongly is as if it were not said. */
export function filterOf(search: string): Filter {
  const said = new URLSearchParams(search);
  const get = (name: string) => said.get(name) ?? '';
  const [state, type, who] = [get('state'), get('type'), get('who')];
  const of = isState(state) ? states[state] : get('of') === 'closed' ? 'closed' : 'open';
  return {
    of,
    who: isOneOf(whose, who) ? who : 'anyone',
    state: isState(state) ? state : '',
    type: isType(type) ? type : '',
    flagged: get('flagged') === 'yes',
    overdue: get('overdue') === 'yes' && of === 'open',
    held: get('held') === 'yes',
    q: get('q').trim().slice(0, 200),
  };
}

/** What is not as usual, for the address and for the door alike. */
export function saidOf({ of, who, state, type, flagged, overdue, held, q }: Filter): Record<string, string> {
  if (q !== '') return { q };
  return {
    ...(of === 'closed' && { of }),
    ...(who !== 'anyone' && { who }),
    ...(state !== '' && { state }),
    ...(type !== '' && { type }),
    ...(flagged && { flagged: 'yes' }),
    ...(overdue && of === 'open' && { overdue: 'yes' }),
    ...(held && { held: 'yes' }),
  };
}

export const isEverything = (filter: Filter): boolean => Object.keys(saidOf(filter)).length === 0;

/** A Social Security number in its usual form: it must not even come into the address. */
export const looksLikeSsn = (text: string): boolean => /(?<!\d)\d{3}[-\s]\d{2}[-\s]\d{4}(?!\d)/.test(text);
