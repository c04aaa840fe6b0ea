/** The dashboard's last part: what people read, and how many it helped (docs/decisions/0065). */
import { site } from './site.ts';
import { heading, logTable, type Widget } from './widgets.ts';

/** CloudFront runs the function that counts, and keeps its log, in this region, whatever the broker's own. */
const region = 'us-east-1';
const log = $output(site.nodes.cdn?.nodes.distribution.defaultCacheBehavior).apply((behaviour) => {
  const [, name = ''] = behaviour?.functionAssociations?.[0]?.functionArn.split(':function/') ?? [];
  return `/aws/cloudfront/function/${name}`;
});

const opened = `parse @message '"page":"*","of":"*"' as page, of | filter ispresent(page)`;
const answers = 'sum(strcontains(page, "/thanks/")) as yes, sum(strcontains(page, "/not-yet/")) as no';
const asked = (title: string, query: string) => logTable(title, { log, region, query: `${opened} | ${query}` });

export const helpWidgets: Widget[] = [
  heading(
    'Help that was read',
    'Who presses *yes* needed no broker. Who presses nothing may have been helped as well: it is the least that was answered.',
  ),
  asked('Did it help? By week', `filter of != "" | stats ${answers} by bin(7d)`),
  asked('Did it help? By text', `filter of != "" | stats ${answers} by of | sort yes desc`),
  asked(
    'Results that were opened',
    'filter page like "/help/answer/" | stats count() as times by page | sort times desc',
  ),
];
