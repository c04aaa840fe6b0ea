import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { DeskPorts } from '../../../functions/http/desk/desk-ports.ts';
import { buildSite } from '../../../infra/local/build-site.ts';
import { openBrowser } from '../../browser.ts';
import { devices } from '../stage.ts';
import type { Device } from '../stage.ts';
import { startDeskServer } from './desk-server.ts';
import type { DeskServer } from './desk-server.ts';

export type DeskVisit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The bodies of all posts so far. */
  readonly posted: readonly string[];
  /** A complaint of the browser that this test brings about on purpose. */
  readonly expectComplaint: (pattern: RegExp) => void;
};

/** One desk and one browser for a test file, a new context for each visit; what the browser complains of fails the test. */
export function useDeskVisits(change: Partial<DeskPorts> = {}) {
  const on: { server?: DeskServer; browser?: Browser } = {};
  const open: { context: BrowserContext; complaints: string[]; expected: RegExp[] }[] = [];
  beforeAll(async () => {
    [on.server, on.browser] = await Promise.all([startDeskServer(buildSite(), change), openBrowser()]);
  });
  afterAll(async () => {
    await on.browser?.close();
    await on.server?.close();
  });
  afterEach(async () => {
    const ended = open.splice(0);
    await Promise.all(ended.map(({ context }) => context.close()));
    const unexpected = ended.flatMap(({ complaints, expected }) =>
      complaints.filter((said) => !expected.some((pattern) => pattern.test(said))),
    );
    expect(unexpected, 'what the browser complained of').toEqual([]);
  });
  const server = (): DeskServer => {
    if (!on.server) throw new Error('the desk is not open yet');
    return on.server;
  };

  async function visit(email: string, device: Device = 'desktop'): Promise<DeskVisit> {
    if (!on.browser) throw new Error('the desk is not open yet');
    const context = await on.browser.newContext({ baseURL: server().url, locale: 'en-US', ...devices[device] });
    context.setDefaultTimeout(10_000);
    await signIn(context, email);
    const complaints: string[] = [];
    const expected: RegExp[] = [];
    const posted: string[] = [];
    context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
    });
    context.on('request', (request) => {
      if (request.method() === 'POST') posted.push(request.postData() ?? '');
    });
    open.push({ context, complaints, expected });
    const page = await context.newPage();
    return { page, context, posted, expectComplaint: (pattern) => void expected.push(pattern) };
  }

  async function signIn(context: BrowserContext, email: string): Promise<void> {
    const [name = '', value = ''] = (await server().signedIn(email)).split('=', 2);
    const kept = { domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;
    await context.addCookies([{ name, value, ...kept }]);
  }

  /** A member with a case before them. */
  async function open_(email: string, of: Case, device: Device = 'desktop'): Promise<DeskVisit> {
    await server().put(of);
    const visited = await visit(email, device);
    await visited.page.goto(`/desk/case/?reference=${of.reference}&digest=${of.digest}`);
    await visited.page.getByRole('heading', { level: 1 }).waitFor();
    await listening(visited.page);
    return visited;
  }

  /** What another member does meanwhile, straight in the store. */
  async function meanwhile(of: Case, change: (now: Case) => Case): Promise<void> {
    const now = await server().cases.read(of);
    if (!now) throw new Error('the case is gone');
    expect(await server().cases.save(change(now), now.rev)).toBe('saved');
  }

  return { server, visit, signIn, open: open_, meanwhile, read: (of: Case) => server().cases.read(of) };
}

/** Keys are listened to after the page was drawn; nobody's finger is as quick as a test's. */
export const listening = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 120))));
