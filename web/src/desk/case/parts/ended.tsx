import type { CasePage } from '#domain/desk/case-page.ts';
import { Badge } from '../../ui/badge.tsx';
import { Time } from '../../ui/time.tsx';
import { Preview } from '../moves/preview.tsx';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** What was recorded as the end: what the importer reads, or that it waits. */
export function Ended() {
  const { outcome } = useDesk().page;
  return outcome ? <OutcomeShown outcome={outcome} /> : null;
}

function OutcomeShown({ outcome }: { readonly outcome: NonNullable<CasePage['outcome']> }) {
  const { code, values, words = '', name, at, releasedAt, override } = outcome;
  return (
    <section class="stage ended" aria-labelledby="ended-title">
      <h3 id="ended-title">{say('record.outcome')}</h3>
      <p class="by">
        {name} <Time at={at} short />{' '}
        {releasedAt === undefined ? (
          <Badge tone="warn">{say('record.outcome.held')}</Badge>
        ) : (
          <Badge tone="good">{say('record.outcome.released')}</Badge>
        )}
      </p>
      {override !== undefined && <p class="hint">{say('record.override', { reason: override })}</p>}
      <Preview ending={{ code, values }} words={words} />
    </section>
  );
}
