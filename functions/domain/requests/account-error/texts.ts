import type { Translated } from '../translated.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

export const texts: Translated<typeof en> = { en, es, 'zh-Hans': zhHans };
