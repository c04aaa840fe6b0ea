import type { Locator, Page } from 'playwright-core';
import { toolTexts } from '../../web/src/tools/tools.ts';
import type { ToolName } from '../../web/src/tools/tools.ts';

export const common = toolTexts('en', 'common');
export const numberTexts = toolTexts('en', 'importer-number');
export const nameTexts = toolTexts('en', 'company-name');
export const routingTexts = toolTexts('en', 'routing-number');
export const deskTexts = toolTexts('en', 'help-desk');
export const againTexts = toolTexts('en', 'try-again');

/** A tool's page, with its script at work. */
export async function openTool(page: Page, tool: ToolName): Promise<void> {
  await page.goto(`/en/tools/${tool}/`);
  await page.locator('.tool :is(input, button):enabled').first().waitFor();
}

export const box = (page: Page, name: string): Locator => page.locator('.tool').getByLabel(name, { exact: true });
export const result = (page: Page): Locator => page.getByRole('region', { name: common.result });
export const verdict = (page: Page): Promise<string> => result(page).locator('.verdict').innerText();
export const tone = (page: Page): Promise<string | null> => result(page).getAttribute('data-tone');

/** What who hears the page was told last. */
export const heard = (page: Page): Promise<string> => page.locator('.tool').getByRole('status').innerText();

/** Pasted at once, as from a clipboard. */
export async function paste(target: Locator, text: string): Promise<void> {
  await target.focus();
  await target.page().keyboard.insertText(text);
}

/** The result's facts: `Kind: EIN, …`. */
export async function facts(page: Page): Promise<Record<string, string[]>> {
  const pairs = await result(page).locator('dl > div').all();
  const read = pairs.map(
    async (pair) => [await pair.locator('dt').innerText(), await pair.locator('dd').allInnerTexts()] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

/** What a stranger's text tries to do to a page. */
export const nasty = [
  '<img src=x onerror="window.__hit=1">',
  '"><script>window.__hit=1</script>',
  '{{constructor.constructor("window.__hit=1")()}}',
  '\u202e\u0000\u200b﷽🙂',
  '%00%0a..%2f',
  '$& $1 {n} {text}',
];

/** Fails when anything of it became an element or ran. */
export const untouched = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      !('__hit' in globalThis) &&
      !document.querySelector('main :is(img, iframe, b, script:not([src^="/scripts/tools/"]))'),
  );
