import common from './common.es.json' with { type: 'json' };
import companyName from './company-name.es.json' with { type: 'json' };
import helpDesk from './help-desk.es.json' with { type: 'json' };
import importerNumber from './importer-number.es.json' with { type: 'json' };
import routingNumber from './routing-number.es.json' with { type: 'json' };
import tryAgain from './try-again.es.json' with { type: 'json' };

/** The words of every tool. */
export const es = {
  common,
  'company-name': companyName,
  'help-desk': helpDesk,
  'importer-number': importerNumber,
  'routing-number': routingNumber,
  'try-again': tryAgain,
};
