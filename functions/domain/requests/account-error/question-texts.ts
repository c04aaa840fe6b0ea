import type { PartlyTranslated } from '../translated.ts';
import en from './text/questions.en.json' with { type: 'json' };
import es from './text/questions.es.json' with { type: 'json' };
import zhHans from './text/questions.zh-Hans.json' with { type: 'json' };

export const questionTexts: PartlyTranslated<typeof en> = { en, es, 'zh-Hans': zhHans };
