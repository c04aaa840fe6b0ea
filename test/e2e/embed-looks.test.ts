import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe.ts';
import { fits, openHost } from './frames.ts';
import { devices, useStage } from './stage.ts';

const stage = useStage();
/** One of each kind: what they say is what their twins say, and is tried there. */
const kinds = [
  '/embed/en/',
  '/embed/en/ask/name-query/',
  '/embed/en/help/',
  '/embed/en/help/answer/name-on-file/',
  '/embed/en/help/apply/',
  '/embed/en/help/question/code/',
  '/embed/en/help/thanks/',
  '/embed/es/ask/email-update/',
  '/embed/zh-Hans/',
  '/api/requests/sent/H7K2M-9QXTC?framed',
];

describe('a page for a frame', () => {
  it.each(kinds)('%s is accessible, in every size and light', async (path) => {
    const { page } = await stage.visit();
    await page.goto(path);
    await expectAccessible(page, path);
  });

  it.each(kinds)('%s needs no sideways scroll in a narrow place', async (path) => {
    const { page } = await stage.visit({ viewport: { width: 280, height: 600 } });
    await page.goto(path);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
});

it('a page with a frame has no findings: the frame has a name, and its page is read, too', async () => {
  const { page } = await stage.visit();
  const host = await openHost(page, `${stage.otherWebsite()}/en/triage`);
  await fits(host);
  for (const { viewport } of Object.values(devices)) {
    await page.setViewportSize(viewport);
    const { violations } = await new AxeBuilder({ page })
      .include('iframe')
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});

it('the keyboard goes through the frame and out of it again', async () => {
  const { page } = await stage.visit();
  const host = await openHost(page, `${stage.otherWebsite()}/en/help/apply`);
  await fits(host);
  const [first, last] = [host.frame().locator('a').first(), host.frame().locator('a').last()];
  await page.locator('nav a').last().focus();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
  await last.focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
});
