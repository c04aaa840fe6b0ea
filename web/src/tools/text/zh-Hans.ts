import common from './common.zh-Hans.json' with { type: 'json' };
import companyName from './company-name.zh-Hans.json' with { type: 'json' };
import helpDesk from './help-desk.zh-Hans.json' with { type: 'json' };
import importerNumber from './importer-number.zh-Hans.json' with { type: 'json' };
import routingNumber from './routing-number.zh-Hans.json' with { type: 'json' };
import tryAgain from './try-again.zh-Hans.json' with { type: 'json' };

/** The words of every tool. */
export const zhHans = {
  common,
  'company-name': companyName,
  'help-desk': helpDesk,
  'importer-number': importerNumber,
  'routing-number': routingNumber,
  'try-again': tryAgain,
};
