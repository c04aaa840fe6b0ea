import { useState } from 'preact/hooks';
import { Tick } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { keysAreOn, turnKeys } from './keys.ts';
import words from './text/en.json' with { type: 'json' };

export type KeyHelp = { readonly keys: readonly string[]; readonly does: string };

type KeysHelpProps = { readonly title: string; readonly help: readonly KeyHelp[]; readonly onClose: () => void };

/** The list of a page's keys, behind a button and `?`. */
export function KeysHelp({ title, help, onClose }: KeysHelpProps) {
  const [on, setOn] = useState(keysAreOn);
  const turn = (to: boolean) => {
    turnKeys(to);
    setOn(to);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <dl class="keys">
        {help.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Tick label={words['keys.on']} checked={on} onTick={turn} />
    </Dialog>
  );
}
