import type { Locale } from '../locale.ts';
import { numbered } from '../numbered.ts';
import type { Translated } from '../translated.ts';
import type { Texts } from '../texts.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

const said: Translated<typeof en> = { en, es, 'zh-Hans': zhHans };

export const texts: Record<Locale, Texts> = {
  en: numbered(said.en, 2),
  es: numbered(said.es, 2),
  'zh-Hans': numbered(said['zh-Hans'], 2),
};
