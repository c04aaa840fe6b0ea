import type { PartlyTranslated } from '../translated.ts';
import en from './text/outcomes.en.json' with { type: 'json' };
import es from './text/outcomes.es.json' with { type: 'json' };
import zhHans from './text/outcomes.zh-Hans.json' with { type: 'json' };

export const outcomeTexts: PartlyTranslated<typeof en> = { en, es, 'zh-Hans': zhHans };
