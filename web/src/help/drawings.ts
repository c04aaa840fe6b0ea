import type { Locale } from '#domain/requests/locale.ts';
import en from './text/drawings.en.json' with { type: 'json' };
import es from './text/drawings.es.json' with { type: 'json' };
import zhHans from './text/drawings.zh-Hans.json' with { type: 'json' };

/** Our own drawings, each a component in `components/`. The first is a table: what was typed beside what is on file. */
export const drawings = ['mismatch', 'fields', 'code', 'tab', 'refund', 'two-roads', 'both-keys'] as const;
export type Drawing = (typeof drawings)[number];

/** What stands in a drawing, and `.alt`: what it says to who cannot see it. */
export type DrawingWords = typeof en;
const words: Record<Locale, DrawingWords> = { en, es, 'zh-Hans': zhHans };
export const drawingWords = (locale: Locale): DrawingWords => words[locale];
