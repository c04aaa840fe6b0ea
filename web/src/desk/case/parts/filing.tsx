import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Comparison } from '../tools/comparison.tsx';
import { E1Paste } from '../tools/e1-paste.tsx';
import { KiLine } from '../tools/ki-line.tsx';
import { KrByHand } from '../tools/kr-by-hand.tsx';
import { KrPaste } from '../tools/kr-paste.tsx';
import { OnFile } from '../tools/on-file.tsx';
import { Worksheet } from '../tools/worksheet.tsx';
import { AnswerForm } from '../moves/answer-form.tsx';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** What files something. Locked, and drawn so, until the case is cleared: before that the door sends none of it. */
export function Filing() {
  const { page } = useDesk();
  const { cleared, type, tools } = page;
  return (
    <section class="stage" aria-labelledby="file-title">
      <h3 id="file-title">{say(`file.title.${type}`)}</h3>
      {cleared && tools ? (
        <>
          <KiLine />
          <KrAnswer />
          {page.onFile && <Comparison onFile={page.onFile} />}
          {tools.worksheet && page.onFile && <Worksheet sheet={tools.worksheet} />}
          {type === 'email-update' && page.onFile && takes(page, 'answer') && <E1Paste />}
        </>
      ) : (
        <div class="locked">
          <Icon name="lock" />
          <div>
            <strong>{say('file.locked')}</strong>
            <p>{say('file.locked.why')}</p>
          </div>
        </div>
      )}
    </section>
  );
}

/** CBP's answer: the box to paste it, or what was kept of it. */
function KrAnswer() {
  const { onFile, moves } = useDesk().page;
  const takesIt = moves.includes('on-file');
  return (
    <section class="tool">
      <h3>{onFile ? say('kr.kept') : say('kr.title')}</h3>
      {onFile && <OnFile onFile={onFile} />}
      {takesIt &&
        (onFile ? (
          <details>
            <summary>{say('kr.again')}</summary>
            <KrPaste />
            <KrByHand />
          </details>
        ) : (
          <>
            <KrPaste />
            <KrByHand />
          </>
        ))}
    </section>
  );
}

/** The end: what came of it, told to the importer. */
export function Answering() {
  const { page, open, show } = useDesk();
  const { outcome, cleared } = page;
  if (!takes(page, 'answer')) return null;
  return (
    <section class="stage" aria-labelledby="answer-title">
      <h3 id="answer-title">{say('answer.part')}</h3>
      {outcome && outcome.releasedAt === undefined && <p class="hint">{say('held.text', { name: outcome.name })}</p>}
      {open === 'answer' ? (
        <AnswerForm />
      ) : (
        <>
          <p class="hint">{say(cleared ? 'answer.part.todo' : 'answer.locked')}</p>
          <Button kind={page.onFile ? 'main' : 'plain'} keyHint="o" onClick={() => show('answer')}>
            {say('answer.title')}
          </Button>
        </>
      )}
    </section>
  );
}
