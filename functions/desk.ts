import { broker } from '../broker.config.ts';
import { dynamoCaseLists } from './aws/case-lists.ts';
import { dynamoLookedStore } from './aws/case-lists-looked.ts';
import { dynamoCaseStore } from './aws/case-store.ts';
import { dynamoClient } from './aws/clients.ts';
import { dynamoDayStore } from './aws/day-items.ts';
import { dynamoCanaryStore } from './aws/desk-items/canary-store.ts';
import { dynamoMailboxes } from './aws/desk-items/mailbox-store.ts';
import { dynamoPutAsk } from './aws/desk-items/put-ask.ts';
import { dynamoSignInStores } from './aws/desk-items/sign-in-stores.ts';
import { dynamoTrailStore } from './aws/desk-items/trail-store.ts';
import { newErrorId } from './aws/error-id.ts';
import { dynamoHourStore } from './aws/hour-items.ts';
import { log } from './aws/log.ts';
import { dynamoPutAside } from './aws/put-aside.ts';
import { settings } from './aws/settings.ts';
import { dynamoTraceStore } from './aws/trace-store.ts';
import { keyedHash } from './casework/forget/keyed-hash.ts';
import { newToken } from './casework/links.ts';
import type { IdentityProvider } from './casework/sign-in/ports.ts';
import { gateOf } from './casework/sign-in/gate.ts';
import { writeCsv } from './csv/write-csv.ts';
import { LAST_CANARY, canaryShown } from './domain/desk/canary-state.ts';
import { trailDays } from './domain/desk/trail-days.ts';
import { deskApp } from './http/desk/desk-app.ts';
import type { DeskPorts } from './http/desk/desk-ports.ts';
import { deskRoutes } from './http/desk/routes.ts';
import { handle } from './http/lambda.ts';
import { openidProvider } from './identity/openid-provider.ts';
import { webauthnPasskeys } from './identity/passkeys.ts';

/** DOOR, for members: every route asks first who calls and from where. */
const here = settings();
const client = dynamoClient(here);

/** Without its secret the desk would send members to a door that cannot open: better that it does not start. */
function provider(): IdentityProvider | undefined {
  const { signIn } = broker;
  if (signIn.with !== 'oidc') return undefined;
  return openidProvider({ signIn, clientSecret: here.oidcClientSecret, siteUrl: here.siteUrl });
}

const ports: DeskPorts = {
  broker,
  siteUrl: here.siteUrl,
  now: () => new Date(),
  log,
  newToken,
  cases: dynamoCaseStore(client, here.tableName),
  lists: dynamoCaseLists(client, here.tableName),
  looked: dynamoLookedStore(client, here.tableName),
  days: dynamoDayStore(client, here.tableName),
  csv: writeCsv,
  asks: dynamoPutAsk(client, here.tableName),
  ...dynamoSignInStores(client, here.tableName),
  audit: dynamoTrailStore(client, here.tableName, trailDays(broker)),
  traces: dynamoTraceStore(client, here.tableName),
  keyed: keyedHash(here.traceKey),
  system: {
    mailboxes: dynamoMailboxes(client, here.tableName),
    putAside: dynamoPutAside(client, here.tableName),
    hours: (most) => dynamoHourStore(client, here.tableName).latest(most),
    canary: async () => canaryShown(await dynamoCanaryStore(client, here.tableName).read(LAST_CANARY), !here.canaryOff),
  },
  provider: provider(),
  passkeys: webauthnPasskeys({ siteUrl: here.siteUrl, name: broker.name }),
};

export const handler = handle(
  deskApp(
    { ...ports, locale: 'en', routerSecret: here.routerSecret, newErrorId, gate: gateOf(ports, broker) },
    deskRoutes(ports),
  ),
);
