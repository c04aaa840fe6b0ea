import { describe, expect, it } from 'vitest';
import { proofOf } from '#casework/proof-of-work.ts';
import type { Given } from '#domain/requests/field.ts';
import { samples } from '#test/fakes/requests.ts';
import { button, fillIn, goToCheck, pageOf, sentReference, words } from './form.ts';
import { useStage } from './stage.ts';

/** What stands against floods, and must trouble no person. */
const stage = useStage();
const sample = samples['name-query'][0] ?? {};
const isGiven = (body: unknown): body is Given => body instanceof Object;

async function sentWith(script?: string): Promise<Given> {
  const { page, posts } = await stage.visit({ device: 'phone' });
  await page.goto(pageOf('name-query'));
  if (script !== undefined)
    await page.locator('form').evaluate((form, work) => form.setAttribute('data-work', work), script);
  await fillIn(page, 'name-query', sample);
  await goToCheck(page);
  await button(page, words['check.send']).click();
  await sentReference(page);
  const body: unknown = posts[0]?.postDataJSON();
  if (!isGiven(body)) throw new Error('nothing was sent');
  return body;
}

describe('a form that is sent', () => {
  it('proves that its machine worked for it, where the broker wants that', async () => {
    expect(proofOf(await sentWith('/scripts/work.js'), new Date())).toBe('right');
  });

  it('is sent all the same when the proof cannot be worked out', async () => {
    expect(proofOf(await sentWith('/scripts/case.js'), new Date())).toBe('missing');
  });

  it('says how long it was worked on, and loads no proof where none is wanted', async () => {
    const sent = await sentWith();
    expect(sent['proof']).toBeUndefined();
    expect(sent['website']).toBe('');
    expect(sent['seconds']).toBeTypeOf('number');
  });
});

describe('the question that no person sees', () => {
  it('is met by no key and no screen reader', async () => {
    const { page } = await stage.visit();
    await page.goto(pageOf('email-update'));
    const trap = page.locator('[name=website]');
    await expect(trap.count()).resolves.toBe(1);
    expect(await page.getByRole('textbox', { name: words['ask.leave'] }).count()).toBe(0);
    const box = await trap.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(0);
    const stops = await page.locator('form :is(input,select,textarea,button,a)').count();
    for (let nth = 0; nth < stops + 20; nth += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).not.toBe('website');
    }
  });
});
