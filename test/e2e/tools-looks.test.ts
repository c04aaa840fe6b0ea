import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { toolNames, toolTexts } from '../../web/src/tools/tools.ts';
import { expectAccessible } from './axe.ts';
import { button, heading, words } from './form.ts';
import { devices, eventually, useStage } from './stage.ts';
import { againTexts, box, common, deskTexts, heard, nameTexts, numberTexts } from './tools.ts';
import { openTool, result, routingTexts, tone, verdict } from './tools.ts';

const stage = useStage();

/** Each look that a result can have, on each page that has it. */
const states: readonly (readonly [string, Parameters<typeof openTool>[1], string, (page: Page) => Promise<void>])[] = [
  ['good', 'importer-number', 'good', (page) => box(page, numberTexts.number).fill('252704-12345')],
  ['warning', 'importer-number', 'warn', (page) => box(page, numberTexts.number).fill('12-3456789')],
  ['wrong', 'importer-number', 'wrong', (page) => box(page, numberTexts.number).fill('00-1234567')],
  ['half a number', 'importer-number', 'wait', (page) => box(page, numberTexts.number).pressSequentially('95-1')],
  ['good', 'company-name', 'good', (page) => box(page, nameTexts.typed).fill('ACME IMPORTS LLC')],
  ['several points', 'company-name', 'warn', (page) => box(page, nameTexts.typed).fill(`Café ${'long '.repeat(15)}`)],
  [
    'two long names side by side',
    'company-name',
    'wrong',
    async (page) => {
      await box(page, nameTexts.typed).fill(`Acme ${'Import & Export '.repeat(6)} LLC`);
      await box(page, nameTexts.papers).fill(`ACME ${'IMPORTS AND EXPORTS '.repeat(6)}, ${'X'.repeat(60)}`);
    },
  ],
  ['good', 'routing-number', 'good', (page) => box(page, routingTexts.number).fill('121000248')],
  ['warning', 'routing-number', 'warn', (page) => box(page, routingTexts.number).fill('026009593')],
  ['wrong', 'routing-number', 'wrong', (page) => box(page, routingTexts.number).fill('121000249')],
  ['good', 'try-again', 'good', (page) => box(page, againTexts.when).focus()],
  ['wrong', 'try-again', 'wrong', (page) => box(page, againTexts.when).fill('2020-01-01T09:00')],
];

/** By how many pixels the page is wider than its window. */
const wider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('every state of a tool', () => {
  it.each(states)(
    '%s, %s: no findings, no sideways scroll on 320 px and at 200 %%',
    async (state, tool, expected, act) => {
      const { page } = await stage.visit();
      await openTool(page, tool);
      await act(page);
      expect(await tone(page)).toBe(expected);
      await expectAccessible(page, `${tool}, ${state}`);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await wider(page)).toBe(0);
      await page.setViewportSize(devices.desktop.viewport);
      await page.evaluate(() => (document.documentElement.style.cssText = 'font-size: 200%'));
      expect(await wider(page)).toBe(0);
    },
  );

  it.each([
    ['open', '2026-12-01T12:00:00-05:00'],
    ['closed', '2026-12-06T01:00:00-05:00'],
  ])('the help desk, %s', async (_, time) => {
    const { page } = await stage.visit();
    await page.clock.setFixedTime(time);
    await openTool(page, 'help-desk');
    await button(page, deskTexts.make).click();
    await expectAccessible(page, 'help desk');
  });

  it('tells good, warning and wrong apart without any colour', async () => {
    const { page } = await stage.visit();
    await openTool(page, 'routing-number');
    await page.emulateMedia({ forcedColors: 'active' });
    const looks: string[] = [];
    for (const number of ['121000248', '026009593', '121000249']) {
      await box(page, routingTexts.number).fill(number);
      looks.push(
        await result(page).evaluate((panel) => {
          const sign = getComputedStyle(panel.querySelector('.verdict') ?? panel, '::before').content;
          const { borderLeftStyle, borderLeftWidth } = getComputedStyle(panel);
          return [sign, borderLeftStyle, borderLeftWidth, panel.querySelector('.verdict')?.textContent].join(' ');
        }),
      );
    }
    expect(new Set(looks.map((look) => look.slice(0, 3))).size, 'a sign of its own for each').toBe(3);
    for (const look of looks) expect(look).toMatch(/(solid|double) [1-9]/);
  });
});

/** Where the focus is, as its reader sees it. */
const stop = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const name = at.id || at.textContent.trim().replace(/\s+/g, ' ');
    return { name, outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
  });

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    expect(at.outlined, `the focus is seen on ${at.name}`).toBe(true);
    if (at.name === name) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

describe('by keyboard alone', () => {
  it('from the first page to a checked number, a compared name and a reminder', async () => {
    const { page } = await stage.visit();
    await page.goto('/en/');
    await tabTo(page, words.tools);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/tools/');
    await tabTo(page, numberTexts.short);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/importer-number/');
    await eventually(() => box(page, numberTexts.number).isEnabled()).toBe(true);
    await tabTo(page, 'kind');
    await page.keyboard.type('EIN');
    await tabTo(page, 'number');
    await page.keyboard.type('951234567');
    await eventually(() => heard(page)).toContain('95-123456700');

    await tabTo(page, nameTexts.short);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/company-name/');
    await eventually(() => box(page, nameTexts.typed).isEnabled()).toBe(true);
    await tabTo(page, 'typed');
    await page.keyboard.type('ACME LLC');
    await tabTo(page, 'papers');
    await page.keyboard.type('ACME INC');
    await eventually(() => heard(page)).toContain(nameTexts['js.entity-form.title']);

    await tabTo(page, againTexts.short);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/try-again/');
    await eventually(() => button(page, againTexts.make).isEnabled()).toBe(true);
    await tabTo(page, againTexts.make);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('try-again.ics');
    await eventually(() => heard(page)).toBe(againTexts['js.made']);
  });
});

describe('without JavaScript', () => {
  it.each(toolNames)('%s says what it checks, by what rules, and where they come from', async (tool) => {
    const { page, requests } = await stage.visit({ device: 'phone', javaScriptEnabled: false });
    await page.goto(`/en/tools/${tool}/`);
    const texts = toolTexts('en', tool);
    await heading(page, texts.title).waitFor();
    for (const text of [common.noscript, texts['limits.text'], texts['sources.text']])
      expect(await page.getByText(text, { exact: true }).isVisible(), text).toBe(true);
    const rules = Object.entries(texts).filter(([key]) => /^(rules|ein|cbp|ssn)(\.\w+)?\.text$/.test(key));
    for (const [, text] of [...rules, ...(tool === 'help-desk' ? [['', deskTexts.hours] as const] : [])])
      expect(await page.getByText(text, { exact: true }).first().isVisible(), text).toBe(true);
    for (const shut of await page.locator('.tool :is(input, select, button)').all())
      expect(await shut.isDisabled()).toBe(true);
    expect(requests.filter((request) => request.resourceType() === 'script')).toEqual([]);
  });

  it('and where only the script never comes, the page is the same and stays still', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/Failed to load resource/);
    await page.route('**/*.js', (route) => route.abort());
    await page.goto('/en/tools/help-desk/');
    expect(await verdict(page)).toBe(deskTexts.hours);
    await expectAccessible(page, 'no script');
  });
});

describe('on paper', () => {
  it.each(toolNames)('%s prints with its rules, without its buttons, on two sheets at most', async (tool) => {
    const { page } = await stage.visit({ viewport: devices.desktop.viewport });
    await openTool(page, tool);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(toolTexts('en', tool)['sources.text'], { exact: true }).isVisible()).toBe(true);
    for (const pressed of await page.locator('.tool button').all()) expect(await pressed.isVisible()).toBe(false);
    const sheet = (await page.pdf({ format: 'Letter' })).toString('latin1');
    expect(sheet.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });
});
