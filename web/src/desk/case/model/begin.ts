import type { Me } from '#domain/desk/session.ts';
import { takes } from '../state/context.ts';
import type { CaseDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { lookRefusal } from './look.ts';
import type { NextStep } from './next-step.ts';

/** What begins the next step: its button, and its key. */
export type Begin = { readonly words: string; readonly key: string; readonly go: () => void };

/** Nothing, where the case does not take it from this member, or there is nothing to do but wait. */
export function beginOf(step: NextStep, { page, act, show }: CaseDesk, me: Me): Begin | undefined {
  switch (step.step) {
    case 'check':
      if (!takes(page, 'check')) return undefined;
      return { words: say('check.record'), key: 'c', go: () => show(`check:${step.kind}`) };
    case 'tell-earlier':
      if (!takes(page, 'tell-earlier')) return undefined;
      return { words: say('tell.button'), key: 'c', go: () => show('tell-earlier') };
    case 'look-again':
      if (!takes(page, 'look-again') || lookRefusal(page, me) !== undefined) return undefined;
      return { words: say('look.button'), key: 'c', go: () => show('look-again') };
    case 'frozen':
    case 'frozen-over':
      if (!takes(page, 'unfreeze')) return undefined;
      return { words: say('unfreeze.button'), key: 'c', go: () => show('unfreeze') };
    case 'clear':
    case 'answer-held':
      if (!takes(page, 'clear')) return undefined;
      return { words: say('clear.button'), key: 'c', go: () => act({ move: 'clear' }) };
    case 'answer':
    case 'advise':
    case 'do':
      if (!takes(page, 'answer')) return undefined;
      return { words: say('answer.title'), key: 'o', go: () => show('answer') };
    case 'over':
      if (!takes(page, 'reopen')) return undefined;
      return { words: say('move.reopen'), key: '', go: () => show('reopen') };
    case 'wait-mailbox':
    case 'wait-hold':
    case 'ask-cbp':
    case 'file':
    case 'incomplete':
      return undefined;
  }
}
