import { Time } from '../../ui/time.tsx';
import { timelineOf } from '../model/timeline.ts';
import type { Happened } from '../model/timeline.ts';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { OnRecord } from './on-record.tsx';

/** Everything that happened, the latest first. */
export function History() {
  const { page } = useDesk();
  return (
    <section class="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{say('timeline.title')}</h2>
      <p class="hint">{say('timeline.newest')}</p>
      <ol class="timeline" reversed>
        {timelineOf(page).map((one, index) => (
          <Entry key={`${one.at}/${one.what}/${index}`} one={one} />
        ))}
      </ol>
      <OnRecord />
    </section>
  );
}

export const Entry = ({ one: { at, who, by, what, said, details, alarming } }: { readonly one: Happened }) => (
  <li class={`entry by-${by}${alarming ? ' alarming' : ''}`}>
    <p>
      <strong>{who}</strong> <Time at={at} short />
    </p>
    <p>{what}</p>
    {details.length > 0 && <p class="hint">{details.join(' · ')}</p>}
    {said !== undefined && said !== '' && <blockquote>{said}</blockquote>}
  </li>
);
