import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import insights from '../../web/src/desk/insights/text/en.json' with { type: 'json' };
import members from '../../web/src/desk/members/text/en.json' with { type: 'json' };
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import signIn from '../../web/src/desk/sign-in/text/en.json' with { type: 'json' };
import system from '../../web/src/desk/system/text/en.json' with { type: 'json' };
import ui from '../../web/src/desk/ui/text/en.json' with { type: 'json' };
import { allLooks, expectAccessible } from './axe.ts';
import { ada, askForSignIn, pressLink, useDeskStage } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { deskPages } from './pages.ts';

/** Every page of the desk under a screen reader's rules, in each of its states; and none wider than its window. */
const stage = useDeskStage({ demo: true });

const rows = (page: Page) => page.locator('[data-digest]');

async function expectFits(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, 'no page scrolls sideways').toBeLessThanOrEqual(0);
}

async function expectGood(page: Page, state: string, within?: typeof allLooks): Promise<void> {
  await expectAccessible(page, state, within);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page);
}

/** When a page has what it is about. */
const ready: Readonly<Record<(typeof deskPages)[number], (page: Page) => Promise<void>>> = {
  '/desk/': (page) => rows(page).first().waitFor(),
  '/desk/case/': (page) => page.locator('main h1').first().waitFor(),
  '/desk/insights/': (page) => heading(page, insights['chart.requests']).waitFor(),
  '/desk/members/': (page) => page.getByText(`${members['team.passkeys']}: 1`).first().waitFor(),
  '/desk/record/': (page) => page.locator('main h1').first().waitFor(),
  '/desk/sign-in/': (page) => page.getByRole('textbox', { name: signIn['ask.email'] }).waitFor(),
  '/desk/system/': (page) => heading(page, system.hours).waitFor(),
};

describe('every page, as it opens', () => {
  it.each(deskPages)('%s', async (path) => {
    const desk = await stage.as(ada);
    await rows(desk.page).first().waitFor();
    const [reference = ''] = await desk.page.locator('.ref').allInnerTexts();
    if (path === '/desk/sign-in/') await desk.context.clearCookies();
    const about = path === '/desk/case/' || path === '/desk/record/' ? `?reference=${reference}` : '';
    await desk.page.goto(`${path}${about}`);
    await ready[path](desk.page);
    await desk.page.waitForLoadState('networkidle');
    await expectGood(desk.page, path, allLooks);
  });
});

describe('the queue', () => {
  it('with chosen cases, its dialogs, and what became of a take', async () => {
    const { page } = await stage.as(ada);
    await rows(page).first().waitFor();
    await rows(page).nth(0).getByRole('checkbox').check();
    await rows(page).nth(1).getByRole('checkbox').check();
    await expectGood(page, 'chosen');
    await button(page, queue['selected.ki']).click();
    await page.locator('dialog pre, dialog li').first().waitFor();
    await expectGood(page, 'KI lines');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await heading(page, queue['keys.title']).waitFor();
    await expectGood(page, 'keys');
    await page.keyboard.press('Escape');
    await button(page, queue['selected.take']).click();
    await page.locator('.notice').waitFor();
    await expectGood(page, 'taken');
  });

  it('empty, failed, coming, and over', async () => {
    const { page, context, expectComplaint } = await stage.as(ada);
    expectComplaint(/Failed to load resource/);
    await page.goto('/desk/?q=zzzz+nothing');
    await page.getByText(queue['empty.search']).waitFor();
    await expectGood(page, 'nothing found');
    await page.route('**/api/desk/cases*', (route) => route.abort());
    await page.goto('/desk/');
    await button(page, ui.again).waitFor();
    await expectGood(page, 'failed');
    await page.unroute('**/api/desk/cases*');
    await page.route('**/api/desk/me', () => undefined);
    await page.reload();
    await page.getByText(ui.loading).first().waitFor();
    await expectGood(page, 'coming');
    await page.unroute('**/api/desk/me');
    await page.goto('/desk/');
    await rows(page).first().waitFor();
    await page.locator('.user summary').click();
    await expectGood(page, 'who is here');
    await context.clearCookies();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText(shell['over.title']).waitFor();
    await expectGood(page, 'over');
  });
});

it('insights with their tables open', async () => {
  const { page } = await stage.as(ada);
  await page.goto('/desk/insights/');
  await ready['/desk/insights/'](page);
  for (const one of await page.locator('.chart summary').all()) await one.click();
  await expectGood(page, 'tables');
});

it('a code and a reset', async () => {
  const { page } = await stage.as(ada);
  await page.goto('/desk/members/');
  await ready['/desk/members/'](page);
  await page.getByRole('button', { name: members['team.code.label'].replace('{name}', 'Luis Marin') }).click();
  await button(page, members['code.go']).click();
  await page.locator('dialog output').waitFor();
  await expectGood(page, 'code');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: members['team.reset.label'].replace('{name}', 'Luis Marin') }).click();
  await expectGood(page, 'reset');
});

it('every step of signing in', async () => {
  // Who has been here before has a passkey.
  await stage.as(ada);
  const { page, expectComplaint } = await stage.visit();
  expectComplaint(/status of (401|422)/);
  await page.goto('/desk/sign-in/');
  const link = await askForSignIn(stage, page, ada);
  await expectGood(page, 'asked');
  await page.goto(`/desk/sign-in/#${'x'.repeat(43)}`);
  await button(page, signIn['link.go']).click();
  await button(page, signIn['link.new']).waitFor();
  await expectGood(page, 'a link that is none');
  await pressLink(page, link);
  await heading(page, signIn['passkey.title']).waitFor();
  await expectGood(page, 'second step');
  await button(page, signIn['passkey.code']).click();
  await heading(page, signIn['enrol.title']).waitFor();
  await expectGood(page, 'second step with a code');
});
