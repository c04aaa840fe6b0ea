import type { Translated } from '../translated.ts';
import en from './text/problems.en.json' with { type: 'json' };
import es from './text/problems.es.json' with { type: 'json' };
import zhHans from './text/problems.zh-Hans.json' with { type: 'json' };

export const problemTexts: Translated<typeof en> = { en, es, 'zh-Hans': zhHans };
