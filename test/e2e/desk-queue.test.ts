import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import signIn from '../../web/src/desk/sign-in/text/en.json' with { type: 'json' };
import ui from '../../web/src/desk/ui/text/en.json' with { type: 'json' };
import { ada, askForSignIn, luis, passkeysIn, pressLink, useDeskStage, usePasskey } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { eventually } from './stage.ts';

/** The queue of a desk with sixty made-up cases, as its members work it all day. */
const stage = useDeskStage({ demo: true });

const rows = (page: Page) => page.locator('[data-digest]');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-digest]')?.getAttribute('data-digest'));
const digestOf = (page: Page, at: number) => rows(page).nth(at).getAttribute('data-digest');

async function atQueue(member = ada) {
  const desk = await stage.as(member);
  await rows(desk.page).first().waitFor();
  return desk;
}

describe('the list', () => {
  it('shows what is due first, and unconfirmed ones behind a line of their own', async () => {
    const { page } = await atQueue();
    const parts = await page.locator('.part h2').allInnerTexts();
    const order = (['overdue', 'today', 'tomorrow', 'later', 'unconfirmed'] as const).map((name) =>
      parts.findIndex((part) => part.startsWith(queue[`group.${name}`])),
    );
    const shown = order.filter((at) => at >= 0);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    const due = await page
      .locator('.part:not(.part-unconfirmed) .row-due time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(due).toEqual([...due].sort());
  });

  it('keeps its filters in the address, and goes back', async () => {
    const { page } = await atQueue();
    await button(page, queue['only.flagged']).click();
    await page.waitForURL('**/desk/?flagged=yes');
    await page.getByText('cases looked at').or(page.getByText(queue['empty.filter'])).waitFor();
    const all = await rows(page).count();
    // Somebody's *this was not us* is the loudest flag there is.
    const reason = new RegExp([queue['badge.flagged'], queue['badge.risky'], queue['badge.frozen']].join('|'));
    expect(
      await rows(page)
        .filter({ has: page.locator('.badge', { hasText: reason }) })
        .count(),
    ).toBe(all);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await button(page, queue['only.flagged']).getAttribute('aria-pressed')).toBe('true');
    await page.goBack();
    await page.waitForURL('**/desk/');
  });

  it('shows the next pages when asked, and each case once', async () => {
    const { page } = await atQueue();
    while (await button(page, queue.more).isVisible()) {
      const before = await rows(page).count();
      await button(page, queue.more).click();
      await eventually(() => rows(page).count()).toBeGreaterThan(before);
    }
    await page.getByText(queue.all).waitFor();
    const digests = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-digest')));
    expect(digests.length).toBeGreaterThan(25);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('finds by reference and by how a company begins, and says when it finds nothing', async () => {
    const { page } = await atQueue();
    const name = await page.locator('[data-row]').first().innerText();
    const reference = await page.locator('.ref').first().innerText();
    await page.keyboard.press('/');
    await page.keyboard.type(reference.toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/desk/?q=*');
    await eventually(() => rows(page).count()).toBe(1);
    await page.getByRole('searchbox').fill(name.slice(0, 5));
    await page.keyboard.press('Enter');
    await page.getByText(queue['search.found.company']).waitFor();
    await page.getByRole('searchbox').fill('zzzz no such company');
    await page.keyboard.press('Enter');
    await page.getByText(queue['empty.search']).waitFor();
    await page.getByRole('searchbox').fill('123-45-6789');
    await page.keyboard.press('Enter');
    await page.getByText(queue['search.secret']).waitFor();
    expect(page.url()).not.toContain('6789');
  });
});

describe('by keys', () => {
  it('moves, selects, takes, and opens', async () => {
    const { page } = await atQueue(luis);
    await button(page, queue['who.nobody']).click();
    await page.waitForURL('**/desk/?who=nobody');
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(await digestOf(page, 0));
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(await digestOf(page, 1));
    await page.keyboard.press('k');
    const first = await digestOf(page, 0);
    await page.keyboard.press('x');
    await page.getByText('1 case selected').waitFor();
    await page.keyboard.press('e');
    await page.getByText('1 case is yours now.').waitFor();
    // It is nobody's no more, and the focus is with its neighbour.
    await eventually(() => page.locator(`[data-digest="${first}"]`).count()).toBe(0);
    await page.keyboard.press('?');
    await heading(page, queue['keys.title']).waitFor();
    await page.getByLabel(ui['keys.on']).uncheck();
    await page.keyboard.press('Escape');
    const here = await focused(page);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(here);
  });

  it('gives the query lines of cases, and names those that have none', async () => {
    const { page } = await atQueue();
    // The very badge: another one says "until cleared". Which of them is due first depends on the hour.
    const badge = page.getByText(queue['badge.cleared'], { exact: true });
    const cleared = rows(page).filter({ has: badge }).filter({ hasNotText: 'SSN' });
    const others = rows(page).filter({ hasNot: badge });
    await cleared.first().getByRole('checkbox').check();
    await others.first().getByRole('checkbox').check();
    const [none = ''] = await others.first().locator('.ref').allInnerTexts();
    await button(page, queue['selected.ki']).click();
    await heading(page, queue['ki.title']).waitFor();
    await page.locator('dialog li').filter({ hasText: none }).waitFor();
    const lines = (await page.locator('dialog pre').innerText()).split('\n');
    expect(lines.map((line) => [line.length, line.slice(0, 2)])).toEqual([[80, 'K ']]);
  });
});

describe('all day', () => {
  it('marks what is new since its reader looked', async () => {
    const { page } = await atQueue(luis);
    await button(page, queue['news.looked']).first().click();
    await page.getByText(queue['news.none'].split('{')[0] ?? '').waitFor();
    const { page: other } = await atQueue(ada);
    await other.locator('.row-do button').first().click();
    await other.getByText('1 case is yours now.').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText('1 new or changed since').waitFor();
  });

  it('renews itself without losing selection, focus and place', async () => {
    const { page } = await atQueue();
    await rows(page).nth(3).getByRole('checkbox').check();
    await rows(page).nth(10).locator('a').focus();
    const [here, scroll] = [await focused(page), await page.evaluate(() => scrollY)];
    const renewed = page.waitForResponse('**/api/desk/cases*');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await renewed;
    await page.getByText('1 case selected').waitFor();
    expect([await focused(page), await page.evaluate(() => scrollY)]).toEqual([here, scroll]);
  });

  it('stays as it is when the line is lost, and says so', async () => {
    const { page, expectComplaint } = await atQueue();
    expectComplaint(/Failed to load resource/);
    await page.route('**/api/desk/cases*', (route) => route.abort());
    const before = await rows(page).count();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText(queue.stale.split('{')[0] ?? '').waitFor();
    expect(await rows(page).count()).toBe(before);
  });

  it('a session that ends leaves the page; another tab signs in, and this one goes on where it was', async () => {
    const { page, context, passkeys } = await atQueue(luis);
    await button(page, queue['who.mine']).click();
    await page.waitForURL('**/desk/?who=mine');
    const mine = rows(page).first().or(page.getByText(queue['empty.filter']));
    await mine.waitFor();
    await context.clearCookies();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText(shell['over.title']).waitFor();
    await page.getByRole('link', { name: shell['over.sign-in'] }).click();
    await page.waitForURL('**/desk/sign-in/?back=%2Fdesk%2F%3Fwho%3Dmine');
    await page.getByText(signIn['ask.over']).waitFor();

    const link = await askForSignIn(stage, page, luis);
    const tab = await context.newPage();
    await (await passkeysIn(tab)).give(await passkeys.list());
    await pressLink(tab, link);
    await usePasskey(tab);
    await heading(tab, signIn['done.title']).waitFor();
    await page.waitForURL('**/desk/?who=mine');
    await mine.waitFor();
  });
});
