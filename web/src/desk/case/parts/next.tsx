import { Button } from '../../ui/button.tsx';
import { nextStep } from '../model/next-step.ts';
import type { NextStep } from '../model/next-step.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

function stepWords(step: NextStep): string {
  if (step.step !== 'check') return say(`next.${step.step}`);
  const check = say(`check.${step.kind}.name`);
  return say(step.again ? 'next.check.again' : 'next.check', { check, how: say(`check.${step.kind}.how`) });
}

/** The one thing to do now, and the button that begins it. After each move the eye comes back here. */
export function Next() {
  const desk = useDesk();
  const { page, open } = desk;
  const step = nextStep(page);
  const begin = beginOf(step, desk);
  return (
    <section class="next" id="next" tabIndex={-1} aria-labelledby="next-title">
      <h3 id="next-title">{say('next.title')}</h3>
      <p>{stepWords(step)}</p>
      {page.state === 'waiting' && step.step !== 'over' && <p class="hint">{say('next.waiting')}</p>}
      {begin && open === undefined && (
        <Button kind="main" onClick={begin.go} busy={desk.acting === 'clear'} keyHint={begin.key}>
          {begin.words}
        </Button>
      )}
    </section>
  );
}

type Begin = { readonly words: string; readonly key: string; readonly go: () => void };

function beginOf(step: NextStep, { page, act, show }: ReturnType<typeof useDesk>): Begin | undefined {
  switch (step.step) {
    case 'check':
      if (!takes(page, 'check')) return undefined;
      return { words: say('check.record'), key: 'c', go: () => show(`check:${step.kind}`) };
    case 'clear':
    case 'answer-held':
      if (!takes(page, 'clear')) return undefined;
      return { words: say('clear.button'), key: 'c', go: () => act({ move: 'clear' }) };
    case 'answer':
      if (!takes(page, 'answer')) return undefined;
      return { words: say('answer.title'), key: 'o', go: () => show('answer') };
    case 'over':
      if (!takes(page, 'reopen')) return undefined;
      return { words: say('move.reopen'), key: '', go: () => show('reopen') };
    case 'wait-mailbox':
    case 'ask-cbp':
    case 'file':
    case 'incomplete':
      return undefined;
  }
}
