import { fill } from '../broker/words.ts';
import type { RiskCode, RiskFlag } from './flags.ts';
import en from './text/en.json' with { type: 'json' };

/** For the broker, in English. A code without words does not compile. */
/** With their `{placeholders}`: what fills them may be a stranger's words. */
export const riskTexts: Readonly<Record<`${RiskCode}.${'why' | 'do'}`, string>> = en;

export type RiskWords = { readonly code: RiskCode; readonly why: string; readonly do: string };

/** A reason in words: what it is, and what to do about it. */
export const riskWords = ({ code, about = {} }: RiskFlag): RiskWords => ({
  code,
  why: fill(riskTexts[`${code}.why`], { like: '', ...about }).trim(),
  do: riskTexts[`${code}.do`],
});
