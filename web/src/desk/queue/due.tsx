import type { Card } from '#domain/desk/card.ts';
import { dayWords, fullWords, now, timeWords } from '../ui/clock.ts';
import { fill } from '../words/fill.ts';
import { Icon } from '../ui/icon.tsx';
import { groupOf, isOverdue } from './groups.ts';
import { spanWords } from './span.ts';
import words from './text/en.json' with { type: 'json' };

/** When it is due, and how late it is: the first thing the eye looks for in a row. */
export function Due({ card }: { readonly card: Card }) {
  const at = card.closedAt ?? card.dueAt;
  const instant = Date.parse(at);
  const late = isOverdue(card, now());
  const tone = late ? 'late' : groupOf(card, now()) === 'today' ? 'soon' : 'calm';
  const when = fill(words['due.at'], { day: dayWords(instant), time: timeWords(instant) });
  return (
    <span class={`due ${tone}`}>
      <span class="hidden">{card.closedAt === undefined ? words.due : words.over} </span>
      <time dateTime={at} title={fullWords(instant)}>
        {late ? (
          <>
            <b>
              <Icon name="clock" /> {fill(words['due.late'], { ago: spanWords(now() - instant) })}
            </b>
            <small>{when}</small>
          </>
        ) : (
          <>
            <b>{timeWords(instant)}</b>
            <small>{dayWords(instant)}</small>
          </>
        )}
      </time>
    </span>
  );
}
