import { outcomeTexts } from '#domain/requests/outcome-texts.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import ends from './text/ends.en.json' with { type: 'json' };

const shared: Readonly<Record<string, string>> = ends;

/** How a request ended, as the desk calls it. A code that nobody knows any more stands for itself. */
export const endName = (type: RequestTypeName, end: string): string =>
  shared[end] ?? outcomeTexts('en', type)[`${end}.name`] ?? end;
