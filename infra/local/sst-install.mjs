/**
 * Fetches what SST needs to type-check and evaluate the stack (.sst/platform, about 330 MB, never committed),
 * once per SST version and configuration.
 * Plain JavaScript for any Node from 18 on. `node infra/local/sst-install.mjs` runs it; quiet unless it fails.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const platform = join(root, '.sst', 'platform');
// Written last, so a run that was cut off is seen as missing.
const stamp = join(platform, 'importer-desk.stamp');

// The configuration names the providers that the platform must hold, so a change of either asks for a new run.
const wanted = () => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'sst', 'package.json'), 'utf8'));
  return `${version} ${createHash('sha256')
    .update(readFileSync(join(root, 'sst.config.ts')))
    .digest('hex')}`;
};
const installed = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '');

/** Makes sure that `.sst/platform` fits the locked SST; throws with SST's own words when it cannot be had. Returns whether it worked. */
export function ensureSst() {
  const stamped = wanted();
  if (installed() === stamped) return false;
  const run = spawnSync('npx', ['sst', 'install', '--stage', 'dev'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      SST_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
      SST_NO_BUN: '1',
      SST_SKIP_DEPENDENCY_CHECK: '1',
    },
  });
  if (run.status !== 0 || !existsSync(platform)) {
    throw new Error(
      `sst install failed:\n${run.stdout ?? ''}\n${run.stderr ?? ''}\n${run.error?.message ?? ''}`.trim(),
    );
  }
  writeFileSync(stamp, `${stamped}\n`);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  try {
    ensureSst();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
