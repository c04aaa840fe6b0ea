import type { Card } from '#domain/desk/card.ts';
import words from './case.en.json' with { type: 'json' };

/** How the desk calls a case's state, the same on every page. */
export const stateName = (state: Card['state']): string => words[`state.${state}`];

const outcomes: Readonly<Record<string, string>> = words;

/** An outcome's name for a list or a chart; a code that nobody knows stays as it is. */
export const outcomeName = (code: string): string => outcomes[`outcome.${code}`] ?? code;
