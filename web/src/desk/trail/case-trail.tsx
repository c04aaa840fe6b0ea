import type { CasePage } from '#domain/desk/case-page.ts';
import { call } from '../api/call.ts';
import { Button } from '../ui/button.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { Events } from './events.tsx';
import { useEvents } from './use-events.ts';
import words from './text/en.json' with { type: 'json' };

/** Who saw this case and what was done with it, as the audit trail has it. */
export function CaseTrail({ of: { reference, digest, version } }: { readonly of: CasePage }) {
  const { page, problem, busy, more } = useEvents(`${digest} ${version}`, (cursor) =>
    call('trail', { parts: [reference, digest], query: { cursor } }),
  );
  if (problem) return <ErrorState problem={problem} onRetry={more} />;
  if (!page) return <Skeleton lines={3} />;
  return (
    <>
      <Events events={page.events} />
      {page.cursor !== undefined && (
        <Button busy={busy} onClick={more}>
          {words.more}
        </Button>
      )}
    </>
  );
}
