import { broker } from '../broker.config.ts';
import { dynamoCaseStore } from './aws/case-store.ts';
import { dynamoClient } from './aws/clients.ts';
import { dynamoPutAsk } from './aws/desk-items/put-ask.ts';
import { dynamoTrailStore } from './aws/desk-items/trail-store.ts';
import { newErrorId } from './aws/error-id.ts';
import { log } from './aws/log.ts';
import { settings } from './aws/settings.ts';
import { trailDays } from './domain/desk/trail-days.ts';
import { importerApp } from './http/importer/importer-app.ts';
import { handle } from './http/lambda.ts';

/** DOOR, for who holds a mailed link: that case's public side. Anyone may ask for such a link. */
const here = settings();
const client = dynamoClient(here);

export const handler = handle(
  importerApp({
    ports: {
      cases: dynamoCaseStore(client, here.tableName),
      asks: dynamoPutAsk(client, here.tableName),
      audit: dynamoTrailStore(client, here.tableName, trailDays(broker)),
      now: () => new Date(),
    },
    broker,
    siteUrl: here.siteUrl,
    routerSecret: here.routerSecret,
    log,
    newErrorId,
  }),
);
