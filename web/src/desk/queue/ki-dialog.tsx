import { useEffect, useState } from 'preact/hooks';
import type { Card } from '#domain/desk/card.ts';
import { Tick } from '../ui/choice.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { Spinner } from '../ui/states.tsx';
import { kiLines } from './bulk.ts';
import type { KiLines } from './bulk.ts';
import words from './text/en.json' with { type: 'json' };

type KiDialogProps = { readonly cards: readonly Card[]; readonly onClose: () => void };

/** The query lines of the chosen cases, to be pasted into the ABI system; and the cases that have none, with the reason. */
export function KiDialog({ cards, onClose }: KiDialogProps) {
  const [addresses, setAddresses] = useState(false);
  const [lines, setLines] = useState<KiLines>();
  useEffect(() => {
    let wanted = true;
    setLines(undefined);
    void kiLines(cards, addresses).then((answer) => wanted && setLines(answer));
    return () => void (wanted = false);
  }, [addresses]);
  return (
    <Dialog title={words['ki.title']} onClose={onClose} wide>
      <p>{words['ki.intro']}</p>
      <Tick label={words['ki.addresses']} checked={addresses} onTick={setAddresses} />
      {lines ? <Lines of={lines} /> : <Spinner />}
    </Dialog>
  );
}

const Lines = ({ of: { lines, leftOut, problem } }: { readonly of: KiLines }) => (
  <>
    {problem && <ProblemNotice problem={problem} />}
    {lines.length > 0 ? (
      <div class="ki">
        <pre tabIndex={0} role="region" aria-label={words['ki.title']}>
          {lines.join('\n')}
        </pre>
        <CopyButton text={`${lines.join('\r\n')}\r\n`} label={words['ki.copy']} />
      </div>
    ) : (
      !problem && <Notice tone="warn">{words['ki.none']}</Notice>
    )}
    {leftOut.length > 0 && (
      <>
        <h3>{words['ki.out']}</h3>
        <ul>
          {leftOut.map(({ reference, why }) => (
            <li key={reference}>
              <span class="ref">{reference}</span>: {why}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);
