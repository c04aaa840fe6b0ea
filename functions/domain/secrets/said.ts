import type { Locale } from '../requests/locale.ts';
import { inItsPlace } from './in-its-place.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

const marks: Record<Locale, typeof en> = { en, es, 'zh-Hans': zhHans };
const kinds = ['card', 'bank', 'password'] as const;

/** A kept text for whoever wrote it: what stands in a secret's place, which is kept in English, in the reader's language. */
export const saidIn = (locale: Locale, kept: string): string =>
  kept.replace(inItsPlace, (mark) => {
    const kind = kinds.find((one) => en[one] === mark);
    return kind === undefined ? mark : marks[locale][kind];
  });
