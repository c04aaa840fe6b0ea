import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { buildSite } from '../../infra/local/build-site.ts';
import { closed, listen } from '../../infra/local/listen.ts';
import { localRouter } from '../../infra/local/router.ts';
import { handle } from '../../functions/http/lambda.ts';
import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose, Mailbox } from '#domain/case/letter-parts.ts';
import { later, withMailedLink } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { openBrowser } from '../browser.ts';
import { importerDoor } from '../http/importer.ts';
import { routerSecret } from '../http/desk.ts';
import { devices } from './stage.ts';
import type { Device } from './stage.ts';

type Visitor = BrowserContextOptions & { readonly device?: Device };
type Opened = { readonly page: Page; readonly stored: () => Case; readonly path: string };

/**
 * The importer's door behind the Router of one machine, with a case in any state that a test wants. The whole product is
 * played in `whole-story-*.test.ts`; here each state is looked at. What the browser complains of fails the test.
 */
export function useImporterStage() {
  const on: { browser?: Browser; router?: Server; site?: string } = {};
  const cases = memoryCaseStore();
  const complaints: string[] = [];
  const pages: Page[] = [];
  let nth = 0;

  beforeAll(async () => {
    const router = localRouter({
      doorOf: () => handle(importerDoor(cases, { siteUrl: on.site ?? '' }, later(60)).app),
      siteFolder: buildSite(),
      routerSecret,
      rateLimit: false,
      isReady: () => true,
    });
    on.router = router;
    on.site = `http://localhost:${String(await listen(router, 0))}`;
    on.browser = await openBrowser();
  });
  afterAll(async () => {
    await on.browser?.close();
    if (on.router) await closed(on.router);
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    expect(complaints.splice(0), 'what the browser complained of').toEqual([]);
  });

  /** A page on this stage. Answers that are meant to be refusals make no complaint. */
  async function visit(path: string, { device = 'desktop', ...options }: Visitor = {}): Promise<Page> {
    if (!on.browser || on.site === undefined) throw new Error('the stage is not open yet');
    const context = await on.browser.newContext({ baseURL: on.site, locale: 'en-US', ...devices[device], ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    pages.push(page);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(path);
    return page;
  }

  return {
    visit,
    /** Opens what a mailed link of a case leads to. */
    async open(
      of: Case,
      how: Visitor = {},
      purpose: LinkPurpose = 'case',
      mailbox: Mailbox = 'contact',
      madeAt?: Date,
    ) {
      nth += 1;
      const { case: linked, part } = withMailedLink({ ...of, digest: `d${String(nth)}` }, purpose, mailbox, madeAt);
      await cases.put(linked);
      const path = `/api/importer/${purpose}/${part}`;
      const stored = (): Case => {
        const found = cases.all().find(({ digest }) => digest === linked.digest);
        if (!found) throw new Error('the case is gone');
        return found;
      };
      return { page: await visit(path, how), stored, path } satisfies Opened;
    },
  };
}
