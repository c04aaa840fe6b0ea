import type { Translated } from '../translated.ts';
import en from './text/fields.en.json' with { type: 'json' };
import es from './text/fields.es.json' with { type: 'json' };
import zhHans from './text/fields.zh-Hans.json' with { type: 'json' };

export const texts: Translated<typeof en> = { en, es, 'zh-Hans': zhHans };
