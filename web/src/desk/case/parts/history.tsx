import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import type { CasePage } from '#domain/desk/case-page.ts';
import { timelineOf } from '../model/timeline.ts';
import type { Happened } from '../model/timeline.ts';
import { takes, useDesk } from '../state/context.ts';
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

type Letter = CasePage['letters'][number];

/** Letters are debts: which are owed, which went, which could not. */
export function Letters() {
  const { page, act, acting } = useDesk();
  const { letters } = page;
  return (
    <section class="card" aria-labelledby="letters-title">
      <h2 id="letters-title">{say('letters.title')}</h2>
      {letters.length === 0 && <p class="hint">{say('letters.none')}</p>}
      <ul class="letters">
        {letters.map((letter) => (
          <li key={letter.id}>
            <span class="kind">
              {say(`letter.${letter.kind}`)} <small>{say('letters.to', { to: say(`reader.${letter.to}`) })}</small>
            </span>
            <LetterState letter={letter} />
            {letter.state === 'held' && takes(page, 'let-go') && (
              <Button
                small
                busy={acting === 'let-go'}
                label={say('letters.let-go.label', { letter: say(`letter.${letter.kind}`) })}
                onClick={() => act({ move: 'let-go', letter: letter.id })}
              >
                {say('letters.let-go')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function LetterState({ letter }: { readonly letter: Letter }) {
  const { state, sentAt, nextAt, attempts, heldFor, bouncedAt } = letter;
  if (state === 'parked') return <Badge tone="bad">{say('letters.parked')}</Badge>;
  if (state === 'held') return <Badge tone="warn">{say(`letters.held.${heldFor ?? 'budget'}`)}</Badge>;
  if (bouncedAt !== undefined)
    return (
      <span>
        <Badge tone="bad">{say('letters.bounced')}</Badge> <Time at={bouncedAt} short />
      </span>
    );
  if (sentAt !== undefined)
    return (
      <span class="soft">
        {say('letters.sent')} <Time at={sentAt} short />
      </span>
    );
  if (attempts === 0) return <span class="soft">{say('letters.owed')}</span>;
  return (
    <span class="soft">
      {say('letters.again', { attempts })} <Time at={nextAt} short />
    </span>
  );
}
