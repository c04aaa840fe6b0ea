import type { Frame, Page } from 'playwright-core';
import { eventually } from './stage.ts';
import type { Stage } from './stage.ts';

/** A page of another website with ours in a frame, as its reader meets it. */
export type Host = {
  readonly frame: () => Frame;
  /** The frame's room on the other page, and how high what stands in it is. */
  readonly heights: () => Promise<{ room: number; content: number }>;
};

const element = (page: Page) => page.locator('iframe');

export async function openHost(page: Page, address: string): Promise<Host> {
  await page.goto(address);
  await element(page).waitFor({ state: 'attached' });
  const frame = () => {
    const [, found] = page.frames();
    if (!found) throw new Error('no frame');
    return found;
  };
  const heights = async () => ({
    room: await element(page).evaluate((box) => box.getBoundingClientRect().height),
    content: await frame().evaluate(() => document.body.getBoundingClientRect().height),
  });
  return { frame, heights };
}

/** The frame has come to the height of what it shows: nothing is cut off, and nothing scrolls within. */
export const fits = ({ heights }: Host) =>
  eventually(async () => {
    const { room, content } = await heights();
    return room > 100 && Math.abs(room - content) <= 1;
  }).toBe(true);

/** Where a frame on that website ends up when it is sent to a page of ours; a browser that refuses shows one of its own. */
export async function shownAt(stage: Stage, page: Page, path: string): Promise<string> {
  const host = await openHost(page, `${stage.otherWebsite()}/en/triage`);
  await fits(host);
  await element(page).evaluate(async (frame, address) => {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.setAttribute('src', address);
    await loaded;
  }, `${stage.site()}${path}`);
  return host.frame().url();
}
