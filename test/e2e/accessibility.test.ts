import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';
import { allLooks, expectAccessible } from './axe.ts';
import { button, fillIn, finish, goToCheck, heading, pageOf, words } from './form.ts';
import { kindsOfPages, otherPages, translatedKinds } from './pages.ts';
import { devices, useStage } from './stage.ts';

const stage = useStage();

const inEights = (paths: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(paths.length / 8) }, (_, nth) => paths.slice(nth * 8, nth * 8 + 8));

describe('every page, as it opens', () => {
  it.each(kindsOfPages)('%s', async (path) => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/status of 404/);
    await page.goto(path);
    await expectAccessible(page, path, allLooks);
  });

  // Their layout has been tried above in every look: here one is enough, and each look gets its turn. Eight in one visit,
  // since to open a window takes longer than to look at a page.
  it.each(inEights([...otherPages, ...translatedKinds]))('%s', async (...paths) => {
    const { page } = await stage.visit();
    for (const [nth, path] of paths.entries()) {
      await page.goto(path);
      await expectAccessible(page, path, allLooks.slice(nth % 4, (nth % 4) + 1));
    }
  });
});

const fill = async (page: Page, change = {}) => {
  await page.goto(pageOf('email-update'));
  await fillIn(page, 'email-update', { ...samples['email-update'][1], ...change });
};

describe('every state of a form', () => {
  it.each(requestTypeNames)('%s with a problem at each question', async (type) => {
    const { page } = await stage.visit();
    await page.goto(pageOf(type));
    await finish(page).click();
    await heading(page, words['problems.title']).waitFor();
    await expectAccessible(page, 'problems');
  });

  it('filled, with all its questions and a warning; the check step; a failed sending; sent', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/Failed to load resource/);
    await fill(page, { importerNumber: '12-3456789' });
    await page.getByText('This looks like an example').waitFor();
    await expectAccessible(page, 'filled');
    await goToCheck(page);
    await expectAccessible(page, 'check step');
    await page.route('**/api/requests/email-update*', (route) => route.abort());
    await button(page, words['check.send']).click();
    await heading(page, words['failed.title']).waitFor();
    await expectAccessible(page, 'failed');
    await page.unroute('**/api/requests/email-update*');
    await button(page, words['js.again']).click();
    await page.waitForURL('**/sent/*');
    await expectAccessible(page, 'sent');
  });

  it('the door’s page of problems, and its page for an address that is none', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/status of (422|404)/);
    await page.goto(pageOf('name-query'));
    await page.evaluate(() => document.forms[0]?.submit());
    await page.getByText('Nothing was sent yet.').waitFor();
    await expectAccessible(page, 'problems from the door');
    await page.goto('/api/requests/sent/nonsense');
    await expectAccessible(page, 'the door’s 404');
  });

  it('a form without JavaScript', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/Failed to load resource/);
    // Axe is a script itself: so ours never comes, as on a bad line, and the page is the same.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(pageOf('email-update'));
    await page.getByText('Only if you answered').first().waitFor();
    await expectAccessible(page, 'no script');
  });
});

describe('the inbox of one machine', () => {
  it('has no findings around the mail it shows', async () => {
    const { page } = await stage.visit();
    await fill(page);
    await goToCheck(page);
    await button(page, words['check.send']).click();
    await page.waitForURL('**/sent/*');
    await page.goto(`${stage.inbox()}/`);
    await page.getByRole('listitem').getByRole('link').first().click();
    await page.locator('iframe').waitFor();
    for (const { viewport } of Object.values(devices)) {
      await page.setViewportSize(viewport);
      // The frame is another origin without script: axe cannot look inside. The letters have tests of their own.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });
});
