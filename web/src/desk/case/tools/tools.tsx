import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { Comparison } from './comparison.tsx';
import { E1Paste } from './e1-paste.tsx';
import { KiLine } from './ki-line.tsx';
import { KrByHand } from './kr-by-hand.tsx';
import { KrPaste } from './kr-paste.tsx';
import { OnFiles } from './on-files.tsx';
import { Worksheet } from './worksheet.tsx';

/** CBP's own formats at hand, in the order of work: ask, read, compare, file, read again. */
export function Tools() {
  const { page } = useDesk();
  const { tool, tools, onFile } = page;
  return (
    <>
      <KiLine />
      <KrAnswer />
      {onFile && <Comparison onFile={onFile} />}
      {tools?.worksheet && onFile && <Worksheet sheet={tools.worksheet} />}
      {tool === 'update' && onFile && takes(page, 'answer') && <E1Paste />}
    </>
  );
}

/** CBP's answer: the box to paste it, or what was kept of it. */
function KrAnswer() {
  const { page } = useDesk();
  const { onFile, more } = page;
  const kept = onFile !== undefined || more.some((one) => one.onFile !== undefined);
  const filed = Object.fromEntries(more.map((one) => [one.name, one.onFile]));
  const boxes = takes(page, 'on-file') && (
    <>
      <KrPaste />
      <KrByHand />
    </>
  );
  return (
    <section class="tool">
      <h3>{kept ? say('kr.kept') : say('kr.title')}</h3>
      <OnFiles onFile={onFile} more={filed} />
      {kept && boxes ? (
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
