import { isMark } from '../case/canary.ts';
import type { Signs } from '../case/risk-parts.ts';
import type { Given } from './field.ts';

/** What is sent with the answers and is none of them: how, by which page, and how it was filled in. */
export const envelopeNames = ['locale', 'submissionId', 'website', 'seconds', 'proof', 'mark'] as const;

/**
 * The question that no person sees (`website`): who answers it reads a form's source and not its page. It has a name that
 * form fillers like and browsers do not fill in by themselves.
 */
export const HONEYPOT = 'website';

/** A form that stood open for longer tells nothing. */
const MOST_SECONDS = 24 * 3600;

/** What the envelope says of how the form was filled in. Odd values are no problem of anybody's: they are left out. */
export function signsOf({ website, seconds, mark }: Given): Signs {
  const taken = typeof seconds === 'string' && /^\d{1,5}$/.test(seconds) ? Number(seconds) : seconds;
  const isTime = typeof taken === 'number' && Number.isInteger(taken) && taken >= 0 && taken <= MOST_SECONDS;
  return {
    ...(typeof website === 'string' && website.trim() !== '' && { honeypot: true }),
    ...(isTime && { seconds: taken }),
    ...(isMark(mark) && { mark }),
  };
}
