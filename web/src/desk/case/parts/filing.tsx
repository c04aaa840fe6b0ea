import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/states.tsx';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** What files something. Locked, and drawn so, until the case is cleared: before that the door sends none of it. */
export function Filing() {
  const { page } = useDesk();
  // Where nothing is ever asked of CBP nor filed, a lock would promise a key.
  if (page.gate === 'advises') return null;
  return (
    <section class="stage" aria-labelledby="file-title">
      <h3 id="file-title">{say(page.gate === 'files' ? 'file.title.files' : 'file.title.tells')}</h3>
      {page.cleared && page.tools ? <Opened /> : <Locked />}
    </section>
  );
}

const Opened = () => (useDesk().page.tool === undefined ? <p>{say('file.by-hand')}</p> : <LateTools />);

const Locked = () => (
  <div class="locked">
    <Icon name="lock" />
    <div>
      <strong>{say('file.locked')}</strong>
      <p>{say(useDesk().page.frozen ? 'file.locked.frozen' : 'file.locked.why')}</p>
    </div>
  </div>
);

/** CBP's formats are a third of the page's bytes, and most cases are opened before they are cleared. */
function LateTools() {
  const [Tools, setTools] = useState<FunctionComponent | 'failed'>();
  const load = () => {
    setTools(undefined);
    import('../tools/tools.tsx').then(
      (late) => setTools(() => late.Tools),
      () => setTools('failed'),
    );
  };
  useEffect(load, []);
  if (Tools === undefined) return <Spinner />;
  if (Tools !== 'failed') return <Tools />;
  return (
    <Notice tone="bad" title={say('tools.failed')}>
      <Button onClick={load}>{say('tools.again')}</Button>
    </Notice>
  );
}
