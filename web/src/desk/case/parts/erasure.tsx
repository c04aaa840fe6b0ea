import { useMe } from '../../shell/me.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** The importer wants this case deleted: by when we decide, and whether it may go. */
export function Erasure() {
  const { erasure } = useDesk().page;
  if (!erasure) return null;
  if (erasure.doneAt !== undefined) {
    return (
      <Notice tone="good" title={say('erased.title')}>
        <p>{say('erased.text')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={say('erasure.title')}>
      {erasure.dueAt !== undefined && (
        <p>
          {say('erasure.due')} <Time at={erasure.dueAt} />
        </p>
      )}
      <MayGo stays={erasure.stays} />
    </Notice>
  );
}

function MayGo({ stays }: { readonly stays: readonly string[] }) {
  const { page, open, show } = useDesk();
  const { members } = useMe();
  if (stays.length > 0) {
    return (
      <>
        <p>{say('erasure.stays')}</p>
        <ul>
          {stays.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      </>
    );
  }
  const licensed = members.filter(({ role }) => role === 'licensed').map(({ name }) => name);
  if (!takes(page, 'erase')) return <p>{say('erasure.ask', { names: licensed.join(', ') })}</p>;
  return (
    <>
      <p>{say('erasure.may')}</p>
      {open !== 'erase' && (
        <Button small kind="danger" onClick={() => show('erase')}>
          {say('move.erase')}
        </Button>
      )}
    </>
  );
}
