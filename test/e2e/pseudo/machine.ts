import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startOneMachine } from '../../../infra/local/one-machine.ts';

/** The whole product in the pseudo-locale: the site is built into a folder of its own, the doors load their texts through the hooks. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'importer-desk-pseudo-'));
const siteFolder = join(folder, 'site');
const astro = join(root, 'node_modules/astro/bin/astro.mjs');
execFileSync(
  process.execPath,
  [astro, 'build', '--root', 'web', '--config', '../test/e2e/pseudo/astro.config.ts', '--outDir', siteFolder],
  {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  },
);
const machine = await startOneMachine({
  port: 0,
  inboxPort: 0,
  embedPort: 0,
  dataDir: join(folder, 'data'),
  siteFolder,
  rateLimit: false,
});
console.log(`Site ${machine.url}/\nInbox ${machine.inboxUrl ?? ''}\nOther ${machine.otherWebsite ?? ''}`);
process.once('SIGTERM', () => void machine.close().then(() => process.exit(0)));
