import type { Me } from '#domain/desk/session.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { useMe } from '../../shell/me.tsx';
import { Button } from '../../ui/button.tsx';
import { atWords, relativeWords } from '../../ui/clock.ts';
import { beginOf } from '../model/begin.ts';
import { lookRefusal } from '../model/look.ts';
import { nextStep } from '../model/next-step.ts';
import type { NextStep } from '../model/next-step.ts';
import { useDesk } from '../state/context.ts';
import { say } from '../words.ts';

function stepWords(step: NextStep, page: CasePage, me: Me): string {
  if (step.step === 'tell-earlier') return say(step.again ? 'next.tell-earlier.again' : 'next.tell-earlier');
  if (step.step === 'look-again') return lookRefusal(page, me) ?? say('next.look-again');
  if (step.step === 'wait-hold') return holdWords(step.until);
  if (step.step !== 'check') return say(`next.${step.step}`);
  const check = say(`check.${step.kind}.name`);
  return say(step.again ? 'next.check.again' : 'next.check', { check, how: say(`check.${step.kind}.how`) });
}

function holdWords(until: string | undefined): string {
  if (until === undefined) return say('next.wait-letter');
  const instant = Date.parse(until);
  return say('next.wait-hold', { until: atWords(instant), left: relativeWords(instant) });
}

/** The one thing to do now, and the button that begins it. After each move the eye comes back here. */
export function Next() {
  const desk = useDesk();
  const me = useMe();
  const { page, open } = desk;
  const step = nextStep(page);
  const begin = beginOf(step, desk, me);
  return (
    <section class="next" id="next" tabIndex={-1} aria-labelledby="next-title">
      <h3 id="next-title">{say('next.title')}</h3>
      <p>{stepWords(step, page, me)}</p>
      {page.state === 'waiting' && !page.frozen && <p class="hint">{say('next.waiting')}</p>}
      {begin && open === undefined && (
        <Button kind="main" onClick={begin.go} busy={desk.acting === 'clear'} keyHint={begin.key}>
          {begin.words}
        </Button>
      )}
    </section>
  );
}
