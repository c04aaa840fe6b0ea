import { numbered } from '../numbered.ts';
import type { PartlyTranslated } from '../translated.ts';
import english from './text/outcomes.en.json' with { type: 'json' };
import es from './text/outcomes.es.json' with { type: 'json' };
import zhHans from './text/outcomes.zh-Hans.json' with { type: 'json' };

/** Only the desk reads what is said of each of several numbers. */
const en = { ...english, ...numbered(english, 1) };

export const outcomeTexts: PartlyTranslated<typeof english> & { readonly en: typeof en } = {
  en,
  es,
  'zh-Hans': zhHans,
};
