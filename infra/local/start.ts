import { resolve } from 'node:path';
import { broker } from '../../broker.config.ts';
import { brokerProblems } from '../../functions/domain/broker/problems.ts';
import { buildSite } from './build-site.ts';
import { isHeldOpen } from './embedded-dynamodb.ts';
import { isFree } from './listen.ts';
import { startOneMachine } from './one-machine.ts';

/** `npm start`: checks what could go wrong first, builds the site, runs everything, says where it is. */
const fail = (...lines: string[]): never => {
  console.error(lines.join('\n'));
  process.exit(1);
};

function portOf(name: string, fallback: number): number {
  const text = process.env[name] ?? String(fallback);
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port < 65536
    ? port
    : fail(`${name} is "${text}". It wants a port number from 0 to 65535, for example ${fallback}.`);
}

function secondsOf(name: string): number | undefined {
  const text = process.env[name];
  if (!text) return undefined;
  const seconds = Number(text);
  return seconds > 0 ? seconds : fail(`${name} is "${text}". It wants a number of seconds, for example 900.`);
}

const port = portOf('PORT', 4321);
const inboxPort = portOf('INBOX_PORT', 8005);
const embedPort = portOf('EMBED_PORT', 8006);
const demo = process.argv.includes('--demo');
// A visitor's made-up cases stay apart from what somebody tried by hand.
const dataDir = resolve(process.env['DATA_DIR'] ?? (demo ? '.local/demo' : '.local'));
const sesEndpoint = process.env['SES_ENDPOINT'] || undefined;

const watch = { canarySeconds: secondsOf('CANARY_SECONDS'), reconcileSeconds: secondsOf('RECONCILE_SECONDS') };

const problems = brokerProblems(broker);
if (problems.length > 0) fail(...problems);
for (const [name, wanted] of [['PORT', port], ...(sesEndpoint ? [] : [['INBOX_PORT', inboxPort] as const])] as const) {
  if (wanted !== 0 && !(await isFree(wanted))) {
    fail(`Port ${wanted} is in use. Stop what uses it, or choose another one: ${name}=${wanted + 1} npm start`);
  }
}

console.log('Building the site …');
const siteFolder = buildSite();
const machine = await startOneMachine({
  port,
  inboxPort,
  embedPort,
  dataDir,
  siteFolder,
  rateLimit: process.env['RATE_LIMIT'] !== 'off',
  dynamodbEndpoint: process.env['DYNAMODB_ENDPOINT'] || undefined,
  sesEndpoint,
  demo,
  watch,
}).catch((error: unknown) => {
  if (!isHeldOpen(error)) throw error;
  return fail(`The data folder ${dataDir} is in use by another npm start. Stop it, or choose another one: DATA_DIR=…`);
});

console.log(`
Importer Desk is running for ${broker.name}.

  Site   ${machine.url}/en/
  Desk   ${machine.url}/desk/   (${howToSignIn()})
  Inbox  ${machine.inboxUrl ?? `none: letters go to ${sesEndpoint ?? ''}`}   (every letter lands here; nothing leaves this machine)
  Other  ${machine.otherWebsite ?? `none: port ${embedPort} is in use`}   (another website that shows the site in a frame)
  Data   ${dataDir}   (kept between starts; delete the folder to begin anew)
${machine.demoCases === undefined ? '' : `\n  Demo   ${machine.demoCases} made-up cases in every state; the latest letters are in the inbox\n`}
Press Ctrl-C to stop.
`);

/** The way in, from the configuration that the desk itself reads. */
function howToSignIn(): string {
  if (broker.signIn.with === 'oidc') return `sign in with ${broker.signIn.issuer}`;
  const { first } = broker.signIn;
  const asWhom = `as ${first?.email ?? 'a member'}: open the mailed link in the inbox`;
  return first ? `${asWhom}; the first time, the code is ${first.code}` : asWhom;
}

let stopping = false;
const stop = async (): Promise<void> => {
  if (stopping) return process.exit(1);
  stopping = true;
  console.log('Stopping …');
  await machine.close();
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
