import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';

export type Machine = {
  readonly site: string;
  readonly inbox: string;
  /** Another website, of another origin, that shows the site in a frame. */
  readonly otherWebsite: string;
  /** Where its table is, when the test owns it. */
  readonly table: string | undefined;
  readonly stop: () => Promise<void>;
};

export type MachineOptions = {
  /** Fills the desk with made-up cases. */
  readonly demo?: boolean;
  /** The table lives in the test's own process, so that a test can make things old. */
  readonly ownTable?: boolean;
  /** Every text of the importer's side comes in the pseudo-locale. */
  readonly pseudo?: boolean;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

const inPseudo = ['--import', './test/e2e/pseudo/hooks.ts', 'test/e2e/pseudo/machine.ts'];

/** The whole product as `npm start` runs it: its own process, free ports, a data folder of its own. */
export async function startMachine({ demo, ownTable, pseudo }: MachineOptions = {}): Promise<Machine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'importer-desk-e2e-'));
  const dynamodb = ownTable ? await startEmbeddedDynamodb() : undefined;
  const child = spawn(process.execPath, pseudo ? inPseudo : ['infra/local/start.ts', ...(demo ? ['--demo'] : [])], {
    cwd: root,
    env: {
      ...process.env,
      ...{ PORT: '0', INBOX_PORT: '0', EMBED_PORT: '0', DATA_DIR: dataDir, RATE_LIMIT: 'off' },
      ...(dynamodb && { DYNAMODB_ENDPOINT: dynamodb.endpoint }),
    },
  });
  // A test run that is cut off must not leave a machine behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  let stopping = false;
  void ended.then(() => {
    if (!stopping) console.error(`the machine ended by itself:\n${said}`);
  });
  const where = await new Promise<Pick<Machine, 'site' | 'inbox' | 'otherWebsite'>>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const [, site] = /Site +(http:\/\/localhost:\d+)\//.exec(said) ?? [];
      const [, inbox] = /Inbox +(http:\/\/localhost:\d+)/.exec(said) ?? [];
      const [, otherWebsite] = /Other +(http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (site && inbox && otherWebsite) resolve({ site, inbox, otherWebsite });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`the machine did not start:\n${said}`)));
  });
  return {
    ...where,
    table: dynamodb?.endpoint,
    stop: async () => {
      stopping = true;
      child.kill('SIGTERM');
      await ended;
      await dynamodb?.close();
      process.off('exit', kill);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
