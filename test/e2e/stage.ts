import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser } from '../browser.ts';
import { startMachine } from './machine.ts';
import type { Machine, MachineOptions } from './machine.ts';

/** A telephone held upright, and a window on a desk. */
export const devices = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>;
export type Device = keyof typeof devices;

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** All posts to the public door so far, in order. */
  readonly posts: readonly Request[];
  /** Every request so far, of whatever kind. */
  readonly requests: readonly Request[];
  /** A complaint of the browser that this test brings about on purpose, such as an answer 503. */
  readonly expectComplaint: (pattern: RegExp) => void;
};

export type Visitor = BrowserContextOptions & { readonly device?: Device };

/**
 * One machine and one browser for a test file, a new context for each visit. What the browser complains of (a script's error, a
 * breach of the policy, a request to anybody else) fails the test, whatever it was about.
 */
export function useStage(options: MachineOptions = {}) {
  const on: { machine?: Machine; browser?: Browser } = {};
  const visits: { visit: Visit; complaints: string[]; expected: RegExp[] }[] = [];

  beforeAll(async () => {
    [on.machine, on.browser] = await Promise.all([startMachine(options), openBrowser()]);
  });
  afterAll(async () => {
    await on.browser?.close();
    await on.machine?.stop();
  });
  afterEach(async () => {
    const ended = visits.splice(0);
    await Promise.all(ended.map(({ visit }) => visit.context.close()));
    const unexpected = ended.flatMap(({ complaints, expected }) =>
      complaints.filter((said) => !expected.some((pattern) => pattern.test(said))),
    );
    expect(unexpected, 'what the browser complained of').toEqual([]);
  });

  const machine = (): Machine => {
    if (!on.machine) throw new Error('the stage is not open yet');
    return on.machine;
  };

  return {
    site: () => machine().site,
    inbox: () => machine().inbox,
    otherWebsite: () => machine().otherWebsite,
    table: () => machine().table,
    browser: () => on.browser,
    async visit({ device = 'desktop', ...options }: Visitor = {}): Promise<Visit> {
      if (!on.browser) throw new Error('the stage is not open yet');
      const context = await on.browser.newContext({
        baseURL: machine().site,
        locale: 'en-US',
        ...devices[device],
        ...options,
      });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      const expected: RegExp[] = [];
      const requests: Request[] = [];
      const posts: Request[] = [];
      const own = [machine().site, machine().inbox, machine().otherWebsite];
      page.on('pageerror', (error) => complaints.push(`script: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
      });
      page.on('request', (request) => {
        requests.push(request);
        if (request.method() === 'POST') posts.push(request);
        const { protocol, origin } = new URL(request.url());
        if (/^https?:$/.test(protocol) && !own.includes(origin)) complaints.push(`request to ${origin}`);
      });
      const visit = {
        page,
        context,
        posts,
        requests,
        expectComplaint: (pattern: RegExp) => void expected.push(pattern),
      };
      visits.push({ visit, complaints, expected });
      return visit;
    },
  };
}

export type Stage = ReturnType<typeof useStage>;

/** Waits for what a page comes to, as a reader would: a few seconds, not a fixed time. */
export const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: 8000, interval: 50 });
