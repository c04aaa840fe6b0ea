import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { broker } from '../../broker.config.ts';
import { fillWithDemo } from './demo/fill.ts';
import { startEmbeddedDynamodb } from './embedded-dynamodb.ts';
import { keptKey } from './kept-key.ts';
import { closed, listen } from './listen.ts';
import { doorOf, openDoors } from './doors.ts';
import type { Doors } from './doors.ts';
import { LOG_GROUP, startLogs } from './logs/start-logs.ts';
import { localRouter } from './router.ts';
import { startOtherWebsite } from './other-website/start.ts';
import { startInbox } from './ses/start-inbox.ts';
import { ensureTable } from './table.ts';
import { everySecond } from './timer.ts';
import { watchTimers } from './watch-timers.ts';
import type { WatchTimes } from './watch-timers.ts';

export type OneMachineOptions = {
  readonly port: number;
  readonly inboxPort: number;
  /** Where another website shows ours in a frame; without it there is none. */
  readonly embedPort?: number;
  readonly dataDir: string;
  readonly siteFolder: string;
  readonly rateLimit: boolean;
  readonly dynamodbEndpoint?: string | undefined;
  readonly sesEndpoint?: string | undefined;
  /** Fills the desk with made-up cases. */
  readonly demo?: boolean;
  readonly watch?: WatchTimes;
};

export type OneMachine = {
  readonly url: string;
  readonly inboxUrl: string | undefined;
  readonly otherWebsite: string | undefined;
  readonly dynamodbEndpoint: string;
  readonly demoCases: number | undefined;
  readonly close: () => Promise<void>;
};

const TABLE = 'importer-desk';

/** Any will do: the inbox tells of every mail that names one. Another SES has its own, or none. */
const CONFIGURATION_SET = 'local';

/** A stop waits so long, twice, for a mail that is being sent; then it stays owed, as after a kill. */
const STOP_PATIENCE_MS = 1500;

/**
 * The whole product in this process: the very doors that run in Lambda, invoked with Lambda events, an embedded
 * DynamoDB and an SES with an inbox. The doors read their settings from the environment, as in the cloud, so it is set
 * before they are loaded; two of these cannot live in one process.
 */
export async function startOneMachine(options: OneMachineOptions): Promise<OneMachine> {
  mkdirSync(options.dataDir, { recursive: true });
  const dynamodb =
    options.dynamodbEndpoint === undefined ? await startEmbeddedDynamodb(join(options.dataDir, 'dynamodb')) : undefined;
  const inbox =
    options.sesEndpoint === undefined
      ? await startInbox({ port: options.inboxPort, dataDir: options.dataDir, verifiedSenders: [broker.mailFrom] })
      : undefined;
  const logs = await startLogs(options.dataDir);
  const dynamodbEndpoint = options.dynamodbEndpoint ?? dynamodb?.endpoint ?? '';
  const routerSecret = randomUUID();
  let ready = false;
  const open: { doors?: Doors; url?: string } = {};
  const other =
    options.embedPort === undefined ? undefined : await startOtherWebsite(options.embedPort, () => open.url ?? '');
  const router = localRouter({
    embedAlsoOn: other ? [other.origin] : [],
    siteFolder: options.siteFolder,
    routerSecret,
    rateLimit: options.rateLimit,
    isReady: () => ready,
    doorOf: (path) =>
      open.doors
        ? doorOf(open.doors, path)
        : () => Promise.resolve({ statusCode: 503, headers: { 'retry-after': '1' } }),
  });
  const port = await listen(router, options.port);
  const url = `http://localhost:${port}`;
  open.url = url;
  setEnvironment({
    TABLE_NAME: TABLE,
    SITE_URL: url,
    ROUTER_SECRET: routerSecret,
    TRACE_KEY: keptKey(join(options.dataDir, 'trace-key')),
    DYNAMODB_ENDPOINT: dynamodbEndpoint,
    SES_ENDPOINT: options.sesEndpoint ?? inbox?.url ?? '',
    ...(other && { EMBED_ALSO_ON: other.origin }),
    ...(inbox && { MAIL_CONFIGURATION_SET: CONFIGURATION_SET }),
    LOGS_ENDPOINT: logs.endpoint,
    INTAKE_LOG: LOG_GROUP,
    CANARY_KEY: keptKey(join(options.dataDir, 'canary-key')),
    CANARY: options.watch?.canarySeconds === undefined ? 'off' : 'on',
    CANARY_MAILBOX: 'success+canary@simulator.amazonses.com',
    LETTER_BUDGET: options.rateLimit ? 'on' : 'off',
    AWS_REGION: process.env['AWS_REGION'] ?? broker.region,
    AWS_ACCESS_KEY_ID: process.env['AWS_ACCESS_KEY_ID'] ?? 'local',
    AWS_SECRET_ACCESS_KEY: process.env['AWS_SECRET_ACCESS_KEY'] ?? 'local',
  });
  const client = new DynamoDBClient({ endpoint: dynamodbEndpoint, region: broker.region });
  await ensureTable(client, TABLE);
  const demoCases = options.demo ? await fillWithDemo(client, TABLE) : undefined;
  const doors = await openDoors();
  open.doors = doors;
  const timer = everySecond(doors.payOwed);
  inbox?.feedback.connect(doors.mailFeedback);
  ready = true;
  const watching = watchTimers(doors.watch, options.watch ?? {});
  return {
    url,
    inboxUrl: inbox?.url,
    otherWebsite: other?.origin,
    dynamodbEndpoint,
    demoCases,
    close: async () => {
      ready = false;
      await closed(router);
      await other?.close();
      const idle = Promise.all([timer.stop(), watching.stop()]);
      await Promise.race([idle, pause(STOP_PATIENCE_MS)]);
      // Lets go of a mail that the inbox does not answer, so that it is written down as not sent; then waits for what the
      // door of feedback writes, while there is a table.
      await inbox?.close();
      await Promise.race([idle, pause(STOP_PATIENCE_MS)]);
      await logs.close();
      await dynamodb?.close();
    },
  };
}

const setEnvironment = (values: Record<string, string>) => Object.assign(process.env, values);
