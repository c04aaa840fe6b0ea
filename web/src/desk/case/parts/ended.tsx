import type { CasePage } from '#domain/desk/case-page.ts';
import { Badge } from '../../ui/badge.tsx';
import { Time } from '../../ui/time.tsx';
import { Preview } from '../moves/preview.tsx';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** What was recorded as the end: what the importer reads, or that it waits. */
export function Ended() {
  const { page } = useDesk();
  const { outcome } = page;
  return outcome ? <OutcomeShown page={page} outcome={outcome} /> : null;
}

type Shown = Pick<CasePage, 'type' | 'locale' | 'answers' | 'importer' | 'more'>;

export function OutcomeShown({
  page,
  outcome,
}: {
  readonly page: Shown;
  readonly outcome: NonNullable<CasePage['outcome']>;
}) {
  const { code, values, words = '', name, at, releasedAt, override } = outcome;
  return (
    <section class="stage ended" aria-labelledby="ended-title">
      <h3 id="ended-title">{say('ended.title')}</h3>
      <p class="by">
        {name} <Time at={at} short />{' '}
        {releasedAt === undefined ? (
          <Badge tone="warn">{say('ended.held')}</Badge>
        ) : (
          <Badge tone="good">{say('ended.released')}</Badge>
        )}
      </p>
      {override !== undefined && <p class="hint">{say('ended.override', { reason: override })}</p>}
      <Preview page={page} ending={{ code, values }} words={words} />
    </section>
  );
}
