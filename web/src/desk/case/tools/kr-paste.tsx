import { useState } from 'preact/hooks';
import { maskKr } from '#domain/abi/kr/mask.ts';
import { Button } from '../../ui/button.tsx';
import { Tick } from '../../ui/choice.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { krAnswerFor } from '../model/kr-answer.ts';
import type { KrAnswer } from '../model/kr-answer.ts';
import { useDesk } from '../state/context.ts';
import { useKeepOnFile } from '../state/use-keep-on-file.ts';
import { say } from '../words.ts';
import { OnFiles } from './on-files.tsx';
import { PasteProblems } from './paste-problems.tsx';

/**
 * CBP's answer, pasted: masked before it is shown, read in the browser, and never sent. What leaves is the reading, as the
 * move `on-file`. It is kept in memory only.
 */
export function KrPaste() {
  const { page } = useDesk();
  const [masked, setMasked] = useState('');
  const [wasMasked, setWasMasked] = useState(false);
  const read = masked.trim() === '' ? undefined : krAnswerFor(page, masked);
  return (
    <div class="paste">
      <TextArea
        label={say('kr.paste')}
        hint={say('kr.hint')}
        mono
        rows={masked === '' ? 3 : 7}
        value={masked}
        onType={(typed) => {
          const safe = maskKr(typed);
          setWasMasked((before) => (before || safe !== typed) && safe !== '');
          setMasked(safe);
        }}
      />
      {wasMasked && <p role="status">{say('kr.masked')}</p>}
      {read && <Reading key={masked} masked={masked} read={read} />}
    </div>
  );
}

function Reading({ masked, read }: { readonly masked: string; readonly read: KrAnswer }) {
  const { page } = useDesk();
  if (read.kind === 'another')
    return (
      <Notice tone="bad">
        <p>{say('kr.another', { numbers: read.numbers.map(ending).join(', '), importer: page.importer.masked })}</p>
      </Notice>
    );
  if (read.kind === 'found') return <Found masked={masked} read={read} />;
  return (
    <>
      <Notice tone="bad">
        <p>{say(read.kind === 'two-persons' ? 'kr.two-persons' : 'kr.unread')}</p>
      </Notice>
      <PasteProblems masked={masked} problems={read.problems} />
    </>
  );
}

const ending = (digits: string): string => `…${digits}`;

/** What was read. With problems in the paste, a person compares first. */
function Found({ masked, read }: { readonly masked: string; readonly read: Extract<KrAnswer, { kind: 'found' }> }) {
  const { keep, busy, problem } = useKeepOnFile();
  const [compared, setCompared] = useState(false);
  const [asked, setAsked] = useState(false);
  const sure = read.problems.length === 0 || compared;
  return (
    <div class="found">
      <PasteProblems masked={masked} problems={read.problems} />
      <h4>{say('kr.found')}</h4>
      <OnFiles onFile={read.onFile} more={read.more} />
      {read.lacking.length > 0 && <p class="hint">{say('kr.lacking', { numbers: read.lacking.join(', ') })}</p>}
      {read.problems.length > 0 && <Tick label={say('kr.compared')} checked={compared} onTick={setCompared} />}
      {asked && !sure && <p class="error">{say('kr.compare-first')}</p>}
      {problem && <ProblemNotice problem={problem} />}
      <Button
        kind="main"
        busy={busy}
        onClick={() => {
          setAsked(true);
          if (sure) keep(read);
        }}
      >
        {say('kr.keep')}
      </Button>
    </div>
  );
}
