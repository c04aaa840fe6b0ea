import common from './common.en.json' with { type: 'json' };
import companyName from './company-name.en.json' with { type: 'json' };
import helpDesk from './help-desk.en.json' with { type: 'json' };
import importerNumber from './importer-number.en.json' with { type: 'json' };
import routingNumber from './routing-number.en.json' with { type: 'json' };
import tryAgain from './try-again.en.json' with { type: 'json' };

/** The words of every tool. */
export const en = {
  common,
  'company-name': companyName,
  'help-desk': helpDesk,
  'importer-number': importerNumber,
  'routing-number': routingNumber,
  'try-again': tryAgain,
};
