import { describe, expect, it } from 'vitest';
import { samples } from '#test/fakes/requests.ts';
import { fillIn, finish, goToCheck, heading, pageOf, words } from './form.ts';
import { movesOf, watchMoves } from './moves.ts';
import { kindsOfPages, otherPages } from './pages.ts';
import { devices, useStage } from './stage.ts';
import { standsOut } from './stands-out.ts';
import type { Visit } from './stage.ts';

const stage = useStage();
const sent = '/api/requests/sent/H7K2M-9QXTC';
// The desk's pages lead a stranger to its doorstep; their looks are seen by a member (desk-states, desk-case-looks, desk-queue).
const pages = [...kindsOfPages.filter((path) => path !== '/'), sent];

const nothing = { by: 0, wide: [] };

async function open(path: string, options: Parameters<typeof stage.visit>[0] = {}): Promise<Visit> {
  const visit = await stage.visit(options);
  visit.expectComplaint(/status of 404/);
  await visit.page.goto(path);
  return visit;
}

describe('every page', () => {
  it.each(pages)('%s does not move while it loads, and loads nothing from elsewhere', async (path) => {
    const { page, context, requests, expectComplaint } = await stage.visit({ device: 'phone' });
    expectComplaint(/status of 404/);
    await watchMoves(context);
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.mouse.wheel(0, 5000);
    expect(await movesOf(page)).toEqual([]);
    expect([...new Set(requests.map((request) => new URL(request.url()).origin))]).toEqual([stage.site()]);
    expect(requests.filter((request) => request.resourceType() === 'font')).toEqual([]);
    expect(await page.evaluate(() => [document.fonts.size, getComputedStyle(document.body).fontFamily])).toEqual([
      0,
      expect.stringContaining('system-ui'),
    ]);
  });

  it.each(pages)(
    '%s needs no sideways scroll on 320 px, nor at 200 %, and shows itself in forced colours',
    async (path) => {
      const { page } = await open(path, { viewport: { width: 320, height: 640 } });
      expect(await standsOut(page)).toEqual(nothing);
      await page.setViewportSize(devices.desktop.viewport);
      await page.evaluate(() => (document.documentElement.style.zoom = '2'));
      expect((await standsOut(page)).by).toBe(0);
      await page.evaluate(() => (document.documentElement.style.cssText = 'font-size: 200%'));
      expect((await standsOut(page)).by, 'text at 200 %').toBe(0);

      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((at) => parseFloat(getComputedStyle(at).transitionDuration) > 0)
            .length,
      );
      expect(moving, 'nothing moves for who wants no motion').toBe(0);
      for (const edge of await page.locator('.button, .card').all()) {
        expect(await edge.evaluate((box) => getComputedStyle(box).borderTopStyle), 'seen without its colour').toBe(
          'solid',
        );
      }
    },
  );
});

it('no page of help needs sideways scroll on 320 px, nor on a phone with letters twice as large', async () => {
  const { page } = await open('/en/');
  const wide: string[] = [];
  for (const path of otherPages.filter((page) => page.includes('/help/'))) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    if ((await standsOut(page)).by > 0) wide.push(path);
    await page.setViewportSize(devices.phone.viewport);
    await page.evaluate(() => (document.documentElement.style.cssText = 'font-size: 200%'));
    if ((await standsOut(page)).by > 0) wide.push(`${path} at 200 %`);
  }
  expect(wide).toEqual([]);
});

describe('a form on 320 px', () => {
  it('has room for problems, all questions and the check step', async () => {
    const { page } = await open(pageOf('email-update'), { viewport: { width: 320, height: 640 }, hasTouch: true });
    await finish(page).click();
    await heading(page, words['problems.title']).waitFor();
    expect(await standsOut(page)).toEqual(nothing);
    const long = 'a'.repeat(60);
    await fillIn(page, 'email-update', {
      ...samples['email-update'][1],
      companyName: long,
      contactEmail: `${long}@acme-imports.example`,
    });
    expect(await standsOut(page)).toEqual(nothing);
    await goToCheck(page);
    expect(await standsOut(page)).toEqual(nothing);
  });

  it('has targets that a thumb can hit', async () => {
    const { page } = await open(pageOf('email-update'), { device: 'phone' });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(input:not([tabindex="-1"]), select, textarea, button)')]
        .map((element) => (element.matches('[type=radio], [type=checkbox]') ? element.closest('label') : element))
        .filter((element) => element?.checkVisibility())
        .filter((element) => (element?.getBoundingClientRect().height ?? 0) < 44)
        .map((element) => element?.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
  });
});

it('the sent page prints with its reference, on two sheets at most', async () => {
  const { page } = await open(sent);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('H7K2M-9QXTC', { exact: true }).isVisible()).toBe(true);
  const sheet = (await page.pdf({ format: 'Letter' })).toString('latin1');
  expect(sheet.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
});

it.each(['/en/help/bank-details/', '/en/help/answer/name-on-file/'])(
  '%s prints as a sheet to work by: all of its text, its drawing and sources, no buttons and no ways on',
  async (path) => {
    const { page } = await open(path);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    const shown = (selector: string) => page.locator(selector).filter({ visible: true });
    expect(await shown('main :is(h1, h2, li, figure svg)').count()).toBeGreaterThan(8);
    expect(await shown('main .sources li').count()).toBeGreaterThan(0);
    expect(await shown('.button, .languages, .skip, [href^="tel:"]:is(header *)').count()).toBe(0);
    const sheet = (await page.pdf({ format: 'Letter' })).toString('latin1');
    expect(sheet.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(4);
  },
);
