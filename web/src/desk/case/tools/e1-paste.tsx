import { useState } from 'preact/hooks';
import { readE1 } from '#domain/abi/e1/read.ts';
import type { E1Reading } from '#domain/abi/e1/read.ts';
import { maskBareNumber, maskSsn } from '#domain/abi/mask.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { suggestedByE1 } from '../model/e1-answer.ts';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { PasteProblems } from './paste-problems.tsx';

/** CBP's answer to the update, pasted: masked and read here, never sent. It fills in the outcome. */
export function E1Paste() {
  const [masked, setMasked] = useState('');
  const read = masked.trim() === '' ? undefined : readE1(masked);
  return (
    <section class="tool">
      <h3>{say('e1.title')}</h3>
      <TextArea
        label={say('e1.paste')}
        hint={say('e1.hint')}
        mono
        rows={3}
        value={masked}
        onType={(typed) => setMasked(maskBareNumber(maskSsn(typed)))}
      />
      {read && (
        <>
          <PasteProblems masked={masked} problems={read.problems} />
          <Reading read={read} />
        </>
      )}
    </section>
  );
}

const tones = { accepted: 'good', rejected: 'bad', none: 'warn' } as const;

function Reading({ read }: { readonly read: E1Reading }) {
  const { suggest } = useDesk();
  const { disposition, conditions } = read;
  const use = () => {
    const suggested = suggestedByE1(read, new Date());
    if (suggested) suggest(suggested);
  };
  return (
    <>
      <Notice tone={tones[disposition]} title={say(`e1.${disposition}`)}>
        {conditions.length > 0 && (
          <ul>
            {conditions.map(({ code, reason = '', narrative, meaning, cure, about }) => (
              <li key={`${code}${reason}${narrative}`}>
                <span class="mono">{[code, reason, narrative].filter(Boolean).join(' ')}</span>
                {about && <small> ({about})</small>}
                {meaning && <p>{meaning}</p>}
                {cure && <p class="hint">{say('e1.cure', { cure })}</p>}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      {disposition !== 'none' && (
        <Button kind="main" onClick={use}>
          {say('e1.use')}
        </Button>
      )}
    </>
  );
}
