import type { AuditEvent } from '#domain/desk/trail.ts';
import { nameOf, useMe } from '../shell/me.tsx';
import { Time } from '../ui/time.tsx';
import { eventWords, whoWords } from './words.ts';

/** Who did what, one a row; with the case that it was done to, where it is not the page's own. */
export function Events({ events, withCase }: { readonly events: readonly AuditEvent[]; readonly withCase?: boolean }) {
  const me = useMe();
  return (
    <ul class="audit">
      {events.map((event, at) => (
        <li key={`${event.at} ${at}`}>
          <Time at={event.at} short />
          <b>{whoWords(event)}</b>
          <span>
            {eventWords(event, (email) => nameOf(me, email))}
            {withCase && event.case && (
              <>
                {' '}
                <a href={`/desk/case/?${new URLSearchParams(event.case).toString()}`} class="mono">
                  {event.case.reference}
                </a>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
