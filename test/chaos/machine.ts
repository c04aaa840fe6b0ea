import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { buildSite } from '../../infra/local/build-site.ts';
import { until } from './until.ts';

/** The product as `npm start` runs it, as a process of its own that can be killed. */
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Far longer than a start takes, on a machine that does much else. */
const START_MS = 60_000;

export type Ended = { readonly code: number | null; readonly signal: string | null };

export type Machine = {
  readonly url: string;
  readonly inbox: string;
  /** All that it has said so far. */
  readonly said: () => string;
  readonly ended: Promise<Ended>;
  /** No warning, no cleaning up: as a power cut. */
  readonly killNow: () => Promise<Ended>;
  /** Asks it to stop, and says how it ended and after how many milliseconds. */
  readonly stop: (signal: 'SIGINT' | 'SIGTERM') => Promise<Ended & { readonly ms: number }>;
};

const undo: (() => Promise<unknown>)[] = [];
const folders: string[] = [];

beforeAll(() => {
  buildSite();
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** To be done after the test, whatever became of it. */
export const afterwards = (step: () => Promise<unknown>): number => undo.push(step);

export async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'importer-desk-'));
  folders.push(folder);
  return folder;
}

/** Starts the process and nothing more: it may well refuse to run. */
export function launch(dataDir: string, environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ PORT: '0', INBOX_PORT: '0', DYNAMODB_ENDPOINT: '', SES_ENDPOINT: '', RATE_LIMIT: '' },
      DATA_DIR: dataDir,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  let isRunning = true;
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      isRunning = false;
      resolve({ code, signal });
    });
  });
  const send = (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  afterwards(() => send('SIGKILL'));
  return { said: () => text, ended, send, isRunning: () => isRunning };
}

/** Starts the product and waits until it says where it is and that it is ready. */
export async function startMachine(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Machine> {
  const { said, ended, send, isRunning } = launch(dataDir, environment);
  await until('the start', START_MS, () => {
    if (!isRunning()) throw new Error(`it did not start:\n${said()}`);
    return said().includes('Press Ctrl-C');
  });
  const [, url = ''] = /Site {3}(\S+?)\/en\//.exec(said()) ?? [];
  const [, inbox = ''] = /Inbox {2}(\S+)/.exec(said()) ?? [];
  await until('readiness', 10_000, async () => (await fetch(`${url}/healthz`)).status === 200);
  return {
    url,
    inbox,
    said,
    ended,
    killNow: () => send('SIGKILL'),
    stop: async (signal) => {
      const began = performance.now();
      return { ...(await send(signal)), ms: performance.now() - began };
    },
  };
}
