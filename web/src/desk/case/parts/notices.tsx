import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { HappenedList } from '../moves/happened-list.tsx';
import { nobodyToldOfChange } from '../model/telling.ts';
import type { Happened } from '../model/timeline.ts';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** What others did while this page was open, until its reader has seen it. */
export function Changed({ changed, onSeen }: { readonly changed: readonly Happened[]; readonly onSeen: () => void }) {
  if (changed.length === 0) return null;
  return (
    <Notice tone="info" title={say('changed.title')}>
      <HappenedList happened={changed} />
      <Button small onClick={onSeen}>
        {say('changed.seen')}
      </Button>
    </Notice>
  );
}

/** Two cases with one reference, by rare chance. */
export function Twins() {
  const { twins, reference } = useDesk().page;
  if (twins.length === 0) return null;
  return (
    <Notice tone="warn" title={say('twins.title')}>
      <ul>
        {twins.map(({ digest, companyName }) => (
          <li key={digest}>
            <a href={`/desk/case/?${new URLSearchParams({ reference, digest }).toString()}`}>
              {say('twins.other', { company: companyName })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** CBP made the change, and no earlier contact hears of it by mail. */
export function NobodyTold() {
  const { page } = useDesk();
  if (!nobodyToldOfChange(page)) return null;
  return (
    <Notice tone="warn" title={say('nobody-told.title')}>
      <p>{say('nobody-told.text')}</p>
    </Notice>
  );
}
