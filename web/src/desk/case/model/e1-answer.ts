import type { E1Reading } from '#domain/abi/e1/read.ts';
import type { Suggested } from './suggested.ts';

/** Most that the outcome's reason holds. */
const MOST = 500;

/** The outcome that an `E1` answer leads to. A refusal says why in words: ours where the dictionary has them, else CBP's. */
export function suggestedByE1({ disposition, conditions }: E1Reading, now: Date): Suggested | undefined {
  if (disposition === 'accepted') return { code: 'accepted', values: { acceptedAt: minuteOf(now) }, why: 'accepted' };
  if (disposition === 'none') return undefined;
  const fatal = conditions.filter(({ severity }) => severity !== 'info');
  const told = (fatal.length > 0 ? fatal : conditions).map(({ meaning, narrative }) => meaning ?? narrative);
  const reason = [...new Set(told)].filter((one) => one !== '').join('\n');
  return { code: 'refused-by-cbp', values: { reason: reason.slice(0, MOST) }, why: 'rejected' };
}

/** The minute that has begun: what a form for a time can hold. */
const minuteOf = (now: Date): string => new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString();
