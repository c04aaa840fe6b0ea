import type { Translated } from '../translated.ts';
import en from './text/warnings.en.json' with { type: 'json' };
import es from './text/warnings.es.json' with { type: 'json' };
import zhHans from './text/warnings.zh-Hans.json' with { type: 'json' };

export const warningTexts: Translated<typeof en> = { en, es, 'zh-Hans': zhHans };
