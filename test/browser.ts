import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Where browsers usually are; BROWSER_PATH names another one. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const isRoot = () => process.getuid?.() === 0;

/** The browser of the tests: an installed one, else Playwright's own. Nothing when there is none. */
export function browserPath(): string | undefined {
  const named = process.env['BROWSER_PATH'];
  if (named !== undefined) return named;
  return [...usual, playwrights()].find((path) => path !== '' && existsSync(path));
}

function playwrights(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

/** Installs a browser where none is: Debian's when we may, else Playwright's own download; else says what to do. */
export function ensureBrowser(): void {
  if (browserPath() !== undefined) return;
  const tries: [string, string[]][] = [
    ...(isRoot() && platform() === 'linux' && existsSync('/usr/bin/apt-get')
      ? [
          ['apt-get', ['update', '-qq']] satisfies [string, string[]],
          ['apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']] satisfies [
            string,
            string[],
          ],
        ]
      : []),
    [process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']],
  ];
  for (const [command, args] of tries) {
    try {
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    } catch {
      // The next way is tried; what counts is whether a browser is there in the end.
    }
    if (browserPath() !== undefined) return;
  }
  throw new Error('No browser for the tests. Install Chromium or Chrome, or set BROWSER_PATH to its program.');
}

/** Without its own sandbox as root (it refuses to run there otherwise), and silent towards the world. */
export const browserFlags = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === undefined) throw new Error('No browser: run the tests with npm test, which finds one.');
  return chromium.launch({ executablePath, args: browserFlags });
}
