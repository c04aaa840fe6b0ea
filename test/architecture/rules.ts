import type { Rule } from './graph.ts';

const domain = /^functions\/domain\//;
const letters = /^functions\/letters\//;
const casework = /^functions\/casework\//;
const http = /^functions\/http\//;
const aws = /^functions\/aws\//;
const identity = /^functions\/identity\//;
const httpClient = /^functions\/http-client\//;
const ports = /^functions\/casework\/(.+\/)?ports\.ts$/;
const mailDomains = /^functions\/mail-domains\//;
const webhook = /^functions\/webhook\//;
const csv = /^functions\/csv\//;
const doors = /^functions\/[^/]+\.ts$/;
const config = /^broker\.config\.ts$/;
const hash = /^node:crypto$/;

/** Who may import whom (the plan's "imports run one way"). */
export const rules: readonly Rule[] = [
  {
    says: 'the domain depends on nothing but its schema library',
    of: domain,
    only: [domain, /^package:zod\/mini$/],
    forbids: ['functions/domain/case/case.ts', 'node:crypto'],
  },
  {
    says: 'letters know the domain, and no library',
    of: letters,
    only: [letters, domain],
    forbids: ['functions/letters/html.ts', 'package:nodemailer'],
  },
  {
    says: 'ports are said in the words of the domain: no type of a library',
    of: ports,
    // One may be made of others.
    only: [domain, ports],
    forbids: ['functions/casework/ports.ts', 'package:@aws-sdk/client-dynamodb'],
  },
  {
    says: 'stories know their ports, letters and the domain, never an adapter',
    of: casework,
    only: [casework, letters, domain, hash],
    forbids: ['functions/casework/open-case.ts', 'functions/aws/case-store.ts'],
  },
  {
    says: 'http knows stories and the domain, never an adapter or an SDK; the desk reads what comes by the schema library',
    of: http,
    only: [
      http,
      casework,
      domain,
      hash,
      /^functions\/letters\/markup\.ts$/,
      /^package:(zod\/mini|libphonenumber-js\/min)$/,
    ],
    forbids: ['functions/http/requests.ts', 'functions/aws/log.ts'],
  },
  {
    says: 'only the desk needs libraries: the public door is read without one',
    of: /^functions\/http\/(?!desk\/)/,
    never: [/^package:/],
    forbids: ['functions/http/requests.ts', 'package:zod/mini'],
  },
  {
    says: 'one file shows phone numbers, so that the library is left out where nobody wants it',
    of: /^(?!functions\/http\/desk\/cases\/phone\.ts$)/,
    never: [/^package:libphonenumber-js/],
    forbids: ['functions/http/desk/cases/routes.ts', 'package:libphonenumber-js/min'],
  },
  {
    says: 'adapters know the domain and the ports they keep, never a story',
    // The stream's adapter is what the stream calls: it tells one story a record.
    of: /^functions\/aws\/(?!stream\.ts$)/,
    only: [aws, domain, ports, /^package:((@aws-sdk|nodemailer)\/|zod\/mini$)/, hash, /^node:diagnostics_channel$/],
    forbids: ['functions/aws/case-store.ts', 'functions/casework/pay-owed.ts'],
  },
  {
    says: 'adapters of identity libraries know the ports they keep, and no other part; nobody else knows the libraries',
    of: identity,
    only: [identity, domain, ports, /^package:(@simplewebauthn\/server|openid-client|zod\/mini)$/, hash],
    forbids: ['functions/identity/passkeys.ts', 'functions/casework/sign-in/passkey.ts'],
  },
  {
    says: 'identity libraries are known in one place',
    of: /^functions\/(?!identity\/)/,
    never: [/^package:(@simplewebauthn|openid-client|oauth4webapi|jose)/],
    forbids: ['functions/http/desk/sign-in/passkey-routes.ts', 'package:openid-client'],
  },
  {
    says: 'the adapter that asks our own public door from outside knows its port alone',
    of: httpClient,
    only: [httpClient, domain, ports],
    forbids: ['functions/http-client/public-door.ts', 'functions/http/requests.ts'],
  },
  {
    says: 'one adapter writes CSV, so that every cell passes the same guard against formulas',
    of: csv,
    only: [csv, ports, /^package:csv-stringify\/sync$/],
    forbids: ['functions/csv/write-csv.ts', 'functions/casework/exports/export-cases.ts'],
  },
  {
    says: 'the library of CSV is known in one place',
    of: /^functions\/(?!csv\/)/,
    never: [/^package:csv-stringify/],
    forbids: ['functions/http/desk/exports/routes.ts', 'package:csv-stringify/sync'],
  },
  {
    says: 'the adapter of the webhook knows the ports it keeps, and what the platform calls it with',
    of: webhook,
    only: [webhook, ports, /^package:(standardwebhooks|aws-lambda|zod\/mini)$/],
    forbids: ['functions/webhook/signed-webhook.ts', 'functions/casework/alarms/tell-alarm.ts'],
  },
  {
    says: 'the library of webhooks is known in one place',
    of: /^functions\/(?!webhook\/)/,
    never: [/^package:standardwebhooks/],
    forbids: ['functions/alarm-webhook.ts', 'package:standardwebhooks'],
  },
  {
    says: 'the adapter of the stream tells the stories of what is owed',
    of: /^functions\/aws\/stream\.ts$/,
    only: [aws, domain, /^functions\/casework\/(ports|pay-owed|asks\/pay-asks)\.ts$/, /^package:aws-lambda$/],
    forbids: ['functions/aws/stream.ts', 'functions/casework/open-case.ts'],
  },
  {
    says: 'a door wires stories, adapters and http for one broker',
    of: doors,
    only: [
      http,
      httpClient,
      casework,
      aws,
      identity,
      csv,
      mailDomains,
      webhook,
      domain,
      config,
      /^package:aws-lambda$/,
    ],
    forbids: ['functions/intake.ts', 'package:@aws-sdk/client-dynamodb'],
  },
  {
    says: 'the list of disposable mail domains is known in one room, and that room by the door that weighs cases',
    of: /^(functions\/(?!mail-domains\/|pay-owed\.ts$)|web\/)/,
    never: [/^package:disposable-email-domains-js/, mailDomains],
    forbids: ['functions/intake.ts', 'functions/mail-domains/mail-domains.ts'],
  },
  {
    says: 'the site knows the domain and the broker, no other part',
    of: /^web\/(?!src\/desk\/)/,
    // esbuild makes the scripts that stand at a fixed address; sharp and fontkitten draw the card of a link.
    only: [
      /^web\//,
      domain,
      config,
      /^package:(astro([:/]|$)|(esbuild|sharp|fontkitten)$|@noble\/hashes\/)/,
      /^virtual:/,
      /^node:/,
    ],
    forbids: ['web/src/pages/[lang]/index.astro', 'functions/http/trouble.ts'],
  },
  {
    says: "the desk's apps know their folder, the domain, Preact and the browser's half of passkeys",
    of: /^web\/src\/desk\//,
    only: [/^web\/src\/desk\//, domain, /^package:(preact(\/hooks|\/jsx-runtime)?|@simplewebauthn\/browser)$/],
    forbids: ['web/src/desk/queue/queue.tsx', 'package:preact/compat'],
  },
  {
    says: 'one file of the desk knows the library of passkeys, so that a page without them does not carry it',
    of: /^web\/(?!src\/desk\/sign-in\/passkey\.ts$)/,
    never: [/^package:@simplewebauthn/],
    forbids: ['web/src/desk/members/own-passkeys.tsx', 'package:@simplewebauthn/browser'],
  },
  {
    says: 'pages that importers open carry no framework',
    of: /^web\/src\/(client|components|form|brand|text|help|triage|content)\//,
    never: [/^package:preact/, /^web\/src\/desk\//],
    forbids: ['web/src/client/start.ts', 'web/src/desk/ui/button.tsx'],
  },
  {
    says: 'what draws pictures is known to the build alone',
    of: /^(functions|infra|web)\/(?!src\/build\/)/,
    never: [/^package:(sharp|fontkitten)/],
    forbids: ['web/src/components/SocialCard.astro', 'package:sharp'],
  },
  {
    says: 'the worker alone knows the library of hashes, so that no page carries it',
    of: /^web\/(?!src\/worker\/)/,
    never: [/^package:@noble/, /^web\/src\/worker\//],
    forbids: ['web/src/client/proof.ts', 'web/src/worker/work.ts'],
  },
  {
    says: "the page's scripts know their folder and the domain",
    of: /^web\/src\/client\//,
    only: [/^web\/src\/client\//, domain],
    forbids: ['web/src/client/ask.ts', 'broker.config.ts'],
  },
  {
    says: 'the cloud names doors by path and imports none',
    of: /^infra\/[^/]+$/,
    // Pages that the firewall and CloudFront answer by themselves have the same words and languages as all others.
    only: [/^infra\/([^/]+|text\/.+)$/, config, hash, /^functions\/domain\/(broker\/words|requests\/locale)\.ts$/],
    forbids: ['infra/intake.ts', 'functions/intake.ts'],
  },
  {
    says: 'nobody imports infra, test or web',
    of: /^(functions\/|broker\.config\.ts)/,
    never: [/^(infra|test|web)\//],
    forbids: ['functions/http/body.ts', 'infra/limits.ts'],
  },
  {
    says: 'only tests import tests',
    of: /./,
    never: [/^test\//],
    forbids: ['infra/local/start.ts', 'test/fakes/requests.ts'],
  },
  {
    says: 'samples are imported by no production code',
    of: /^(functions|web|infra\/[^/]+$|broker\.config\.ts)/,
    never: [/\/samples\.ts$/],
    forbids: ['functions/domain/requests/registry.ts', 'functions/domain/requests/name-query/samples.ts'],
  },
  {
    says: 'one flavour of zod: a page that meets both carries both',
    of: /./,
    never: [/^package:zod(?!\/mini$)/],
    forbids: ['functions/domain/case/case.ts', 'package:zod'],
  },
];
