import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { stateName } from '../words/case-words.ts';
import { isType, typeName, typeNames } from '../words/types.ts';
import { everything, isEverything, isState, stateNames } from './filter.ts';
import type { Filter } from './filter.ts';
import words from './text/en.json' with { type: 'json' };

type FiltersProps = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void };

const whose = ['anyone', 'mine', 'nobody'] as const;

/** Which cases are shown. Each change is an address of its own. Beside them stands what is new. */
export const Filters = ({ filter, onFilter, children }: FiltersProps & { readonly children: ComponentChildren }) => (
  <div class="filters">
    <div class="segments" role="group" aria-label={words.who}>
      {whose.map((who) => (
        <Button key={who} small pressed={filter.who === who} onClick={() => onFilter({ ...filter, who })}>
          {words[`who.${who}`]}
        </Button>
      ))}
    </div>
    <StateChoice filter={filter} onFilter={onFilter} />
    <select
      aria-label={words.type}
      value={filter.type}
      onChange={({ currentTarget: { value } }) => onFilter({ ...filter, type: isType(value) ? value : '' })}
    >
      <option value="">{words['type.all']}</option>
      {typeNames.map((type) => (
        <option key={type} value={type}>
          {typeName(type)}
        </option>
      ))}
    </select>
    <Only filter={filter} onFilter={onFilter} />
    {!isEverything(filter) && (
      <Button small kind="quiet" onClick={() => onFilter(everything)}>
        {words.clear}
      </Button>
    )}
    {children}
  </div>
);

const StateChoice = ({ filter, onFilter }: FiltersProps) => (
  <select
    aria-label={words.state}
    value={filter.state || filter.of}
    onChange={({ currentTarget: { value } }) => onFilter(inState(filter, value))}
  >
    <option value="open">{words['state.open']}</option>
    {stateNames.slice(0, 3).map((state) => (
      <option key={state} value={state === 'open' ? 'in-work' : state}>
        {stateName(state)}
      </option>
    ))}
    <option value="closed">{words['state.closed']}</option>
    {stateNames.slice(3).map((state) => (
      <option key={state} value={state === 'closed' ? 'just-closed' : state}>
        {stateName(state)}
      </option>
    ))}
  </select>
);

/** `open` and `closed` are names of a state and of a whole list: in the choice, the states go by other names. */
function inState(filter: Filter, value: string): Filter {
  if (value === 'open' || value === 'closed') return { ...filter, of: value, state: '' };
  const state = value === 'in-work' ? 'open' : value === 'just-closed' ? 'closed' : value;
  if (!isState(state)) return filter;
  return { ...filter, state, of: stateNames.indexOf(state) < 3 ? 'open' : 'closed' };
}

const Only = ({ filter, onFilter }: FiltersProps) => {
  const waiting = filter.state === 'waiting';
  return (
    <div class="segments" role="group" aria-label={words.only}>
      <Button small pressed={filter.flagged} onClick={() => onFilter({ ...filter, flagged: !filter.flagged })}>
        {words['only.flagged']}
      </Button>
      <Button
        small
        pressed={filter.overdue}
        disabled={filter.of === 'closed'}
        onClick={() => onFilter({ ...filter, overdue: !filter.overdue })}
      >
        {words['only.overdue']}
      </Button>
      <Button
        small
        pressed={waiting}
        onClick={() => onFilter({ ...filter, of: 'open', state: waiting ? '' : 'waiting' })}
      >
        {words['only.waiting']}
      </Button>
      <Button small pressed={filter.held} onClick={() => onFilter({ ...filter, held: !filter.held })}>
        {words['only.held']}
      </Button>
    </div>
  );
};
