import { Button } from '../../ui/button.tsx';
import { AnswerForm } from '../moves/answer-form.tsx';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** The end: what came of it, told to the importer. */
export function Answering() {
  const { page, open, show } = useDesk();
  const { outcome } = page;
  const free = page.cleared !== undefined || page.gate === 'advises';
  if (!takes(page, 'answer') && open !== 'answer') return null;
  return (
    <section class="stage" aria-labelledby="answer-title">
      <h3 id="answer-title">{say('answer.part')}</h3>
      {outcome && outcome.releasedAt === undefined && <p class="hint">{say('held.text', { name: outcome.name })}</p>}
      {open === 'answer' ? (
        <AnswerForm />
      ) : (
        <>
          <p class="hint">{say(free ? 'answer.part.how' : 'answer.locked')}</p>
          <Button
            kind={page.onFile || page.gate === 'advises' ? 'main' : 'plain'}
            keyHint="o"
            onClick={() => show('answer')}
          >
            {say('answer.title')}
          </Button>
        </>
      )}
    </section>
  );
}
