import { Button } from '../ui/button.tsx';
import { counted } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

type BulkBarProps = {
  readonly count: number;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onKi: () => void;
  readonly onClear: () => void;
};

/** What can be done with the chosen cases; at the foot of the window for as long as there are some. */
export const BulkBar = ({ count, busy, onTake, onKi, onClear }: BulkBarProps) => (
  <div class="bulk" role="region" aria-label={words['selected.bar']}>
    <strong role="status">{counted(count, words['selected.one'], words['selected.several'])}</strong>
    <Button kind="main" busy={busy} onClick={onTake}>
      {words['selected.take']}
    </Button>
    <Button onClick={onKi}>{words['selected.ki']}</Button>
    <Button kind="quiet" onClick={onClear}>
      {words['selected.none']}
    </Button>
  </div>
);
