import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { Comparison } from './comparison.tsx';
import { E1Paste } from './e1-paste.tsx';
import { KiLine } from './ki-line.tsx';
import { KrByHand } from './kr-by-hand.tsx';
import { KrPaste } from './kr-paste.tsx';
import { OnFile } from './on-file.tsx';
import { Worksheet } from './worksheet.tsx';

/** CBP's own formats at hand, in the order of work: ask, read, compare, file, read again. */
export function Tools() {
  const { page } = useDesk();
  const { type, tools, onFile } = page;
  return (
    <>
      <KiLine />
      <KrAnswer />
      {onFile && <Comparison onFile={onFile} />}
      {tools?.worksheet && onFile && <Worksheet sheet={tools.worksheet} />}
      {type === 'email-update' && onFile && takes(page, 'answer') && <E1Paste />}
    </>
  );
}

/** CBP's answer: the box to paste it, or what was kept of it. */
function KrAnswer() {
  const { page } = useDesk();
  const { onFile } = page;
  const boxes = takes(page, 'on-file') && (
    <>
      <KrPaste />
      <KrByHand />
    </>
  );
  return (
    <section class="tool">
      <h3>{onFile ? say('kr.kept') : say('kr.title')}</h3>
      {onFile && <OnFile onFile={onFile} />}
      {onFile && boxes ? (
        <details>
          <summary>{say('kr.again')}</summary>
          {boxes}
        </details>
      ) : (
        boxes
      )}
    </section>
  );
}
