import { broker } from '../broker.config.ts';
import { dynamoCaseLists } from './aws/case-lists.ts';
import { dynamoLookedStore } from './aws/case-lists-looked.ts';
import { dynamoCaseStore } from './aws/case-store.ts';
import { dynamoClient } from './aws/clients.ts';
import { dynamoAuditStore } from './aws/desk-items/audit-store.ts';
import { dynamoPutAsk } from './aws/desk-items/put-ask.ts';
import { dynamoSignInStores } from './aws/desk-items/sign-in-stores.ts';
import { newErrorId } from './aws/error-id.ts';
import { log } from './aws/log.ts';
import { settings } from './aws/settings.ts';
import { newToken } from './casework/links.ts';
import { gateOf } from './casework/sign-in/gate.ts';
import { deskApp } from './http/desk/desk-app.ts';
import type { DeskPorts } from './http/desk/desk-ports.ts';
import { deskRoutes } from './http/desk/routes.ts';
import { handle } from './http/lambda.ts';
import { webauthnPasskeys } from './identity/passkeys.ts';

/** DOOR, for members: every route asks first who calls and from where. */
const here = settings();
const client = dynamoClient(here);

const ports: DeskPorts = {
  broker,
  siteUrl: here.siteUrl,
  now: () => new Date(),
  log,
  newToken,
  cases: dynamoCaseStore(client, here.tableName),
  lists: dynamoCaseLists(client, here.tableName),
  looked: dynamoLookedStore(client, here.tableName),
  asks: dynamoPutAsk(client, here.tableName),
  ...dynamoSignInStores(client, here.tableName),
  audit: dynamoAuditStore(client, here.tableName, broker.retentionDays.closed),
  passkeys: webauthnPasskeys({ siteUrl: here.siteUrl, name: broker.name }),
};

export const handler = handle(
  deskApp(
    { ...ports, locale: 'en', routerSecret: here.routerSecret, newErrorId, gate: gateOf(ports, broker) },
    deskRoutes(ports),
  ),
);
