import { useEffect, useState } from 'preact/hooks';
import { asQuery } from '../api/call.ts';
import { filterOf, saidOf } from './filter.ts';
import type { Filter } from './filter.ts';

/** The filter lives in the address: Back goes to the list before, and the browser's reload shows the same one. */
export function useFilter(): readonly [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState(() => filterOf(location.search));
  useEffect(() => {
    const back = () => setFilter(filterOf(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = (to: Filter) => {
    history.pushState(null, '', location.pathname + asQuery(saidOf(to)));
    setFilter(to);
  };
  return [filter, go];
}
