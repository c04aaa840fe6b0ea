import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { CasePage } from '#domain/desk/case-page.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/states.tsx';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

type Trail = FunctionComponent<{ readonly of: CasePage }>;

/** Who saw the case: asked of the door, and loaded, by who unfolds it. */
export function OnRecord() {
  const { page } = useDesk();
  const [Late, setLate] = useState<Trail | 'failed'>();
  const load = () => {
    import('../../trail/case-trail.tsx').then(
      (late) => setLate(() => late.CaseTrail),
      () => setLate('failed'),
    );
  };
  return (
    <details class="on-record" onToggle={({ currentTarget: { open } }) => open && Late === undefined && load()}>
      <summary>{say('on-record.title')}</summary>
      {Late === undefined && <Spinner />}
      {Late !== undefined && Late !== 'failed' && <Late of={page} />}
      {Late === 'failed' && (
        <Notice tone="bad" title={say('on-record.failed')}>
          <Button onClick={load}>{say('tools.again')}</Button>
        </Notice>
      )}
    </details>
  );
}
