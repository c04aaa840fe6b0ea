import { Time } from '../../ui/time.tsx';
import type { Happened } from '../model/timeline.ts';

/** Who did what and when, in a few lines: what changed while somebody typed or looked away. */
export const HappenedList = ({ happened }: { readonly happened: readonly Happened[] }) => (
  <ul class="happened">
    {happened.map(({ at, who, what, said }) => (
      <li key={`${at}${what}`}>
        <strong>{who}</strong> {what} <Time at={at} />
        {said && <blockquote>{said}</blockquote>}
      </li>
    ))}
  </ul>
);
