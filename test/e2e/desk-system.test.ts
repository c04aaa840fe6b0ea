import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import words from '../../web/src/desk/system/text/en.json' with { type: 'json' };
import ui from '../../web/src/desk/ui/text/en.json' with { type: 'json' };
import { mailboxId } from '#casework/mailboxes/health.ts';
import type { LetterCounts } from '#domain/desk/letter-counts.ts';
import type { Hour } from '#domain/desk/system.ts';
import { ada, luis } from '#test/fakes/desk-door.ts';
import { allLooks, expectAccessible } from './axe.ts';
import { ago, came } from './desk-fixture/cases.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';

/** The system page in each of its states, for a member and for a licensed one; and the notice of it on every other page. */
const desk = useDeskVisits();
const [first, second = ''] = broker.teamMailboxes;
const at = (hours: number): string => ago(hours).toISOString();

const none: LetterCounts = { owed: 0, sent: 0, onTime: 0, delivered: 0, soon: 0, lost: 0, held: 0, parked: 0 };
const hour = (hoursAgo: number, change: Partial<Hour> = {}): Hour => ({
  ...{ hour: at(hoursAgo).slice(0, 13), checkedAt: at(0), accepted: 9, stored: 9, missing: [], settled: true },
  letters: { ...none, sent: 20, onTime: 20, delivered: 20, soon: 20 },
  ...change,
});

const bounce = (mailbox: string) =>
  desk.server().system.mailboxes.put({ id: mailboxId(mailbox), rev: 1, bouncedAt: at(1) });

beforeEach(() => {
  const { system } = desk.server();
  system.mailboxes.all.clear();
  Object.assign(system.known, { hours: [], canary: { on: false } });
  system.known.stuck.length = 0;
});

/** Wide and narrow, by day and by night; on a small phone nothing is cut off. */
async function look(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page, state, allLooks);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, state).toBe(0);
}

async function open(email: string) {
  const visit = await desk.visit(email);
  await visit.page.goto('/desk/system/');
  await heading(visit.page, words.hours).waitFor();
  return visit;
}

/** As when its reader comes back to the page. */
const renew = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

describe('the system page', () => {
  it('on a good day, and on the first day', async () => {
    const { system } = desk.server();
    const { page } = await open(luis);
    await heading(page, words['verdict.well']).waitFor();
    await page.getByText(words['verdict.unchecked']).waitFor();
    await page.getByText(words['canary.off']).waitFor();
    await look(page, 'first day');
    system.known.hours = [hour(2), hour(3)];
    system.known.canary = { on: true, postedAt: at(0.1), deliveredAt: at(0.1), seconds: 7.4 };
    await renew(page);
    await page.getByText(words['canary.seconds'].replace('{n}', '7')).waitFor();
    await page.getByText('100 %: 40 of 40').first().waitFor();
    await look(page, 'a good day');
  });

  it('on a bad day: each thing by name, the worst on top', async () => {
    const { system, put } = desk.server();
    const parked = came('name-query', { companyName: 'Given Up Imports LLC' });
    await put({ ...parked, letters: parked.letters.map((one) => ({ ...one, state: 'parked' })) });
    await put(came('email-update', { companyName: 'Still Waiting LLC' }, 0, 3));
    system.known.hours = [
      hour(2, {
        letters: { ...none, sent: 5, onTime: 4, delivered: 3, soon: 3, lost: 1, owed: 2, held: 1, parked: 1 },
      }),
      hour(3, { missing: ['H7K2M-9QXTC', '3Q3ES-V1021'], stored: 7, settled: false }),
    ];
    system.known.canary = {
      on: true,
      postedAt: at(0.1),
      deliveredAt: at(2),
      seconds: 9,
      failedAt: at(0.1),
      why: '503',
    };
    system.known.stuck.push({ since: at(2), nextAt: at(-1), tries: 3, why: 'TypeError' });
    system.known.stuck.push({ since: at(80), nextAt: '9999-12-31T23:59:59.999Z', tries: 90, why: 'RangeError' });
    system.known.stuck.push({ ...parked, since: at(2), nextAt: at(-2), tries: 4, why: 'ZodError' });
    await bounce(first);
    const { page } = await open(ada);
    await heading(page, words['verdict.missing.several'].replace('{n}', '2')).waitFor();
    const verdict = await page.locator('.verdict').innerText();
    for (const said of [words['verdict.parked.one'], words['verdict.stuck.several'].replace('{n}', '3'), first, second])
      expect(verdict).toContain(said);
    expect(verdict).toMatch(/Letters of one case wait since .*\. We keep trying\./);
    const table = page.getByRole('region', { name: words.hours });
    await table.getByText('3Q3ES-V1021').waitFor();
    await page.getByText('ZodError').waitFor();
    await page.getByText('npm run redrive').waitFor();
    await page.getByRole('row').filter({ hasText: 'RangeError' }).getByText(words['stuck.by-hand']).waitFor();
    expect(await page.getByRole('region', { name: words.stuck }).innerText()).not.toContain('9999');
    await look(page, 'a bad day');
    await page.getByRole('link', { name: 'Given Up Imports LLC' }).click();
    await page.getByRole('heading', { name: 'Given Up Imports LLC' }).waitFor();
  });

  it('leads to what is held back', async () => {
    const of = came('name-query', { companyName: 'Held Back LLC' });
    await desk.server().put({ ...of, letters: of.letters.map((one) => ({ ...one, state: 'held' as const })) });
    const { page } = await open(luis);
    await page.getByText(words['held.one']).waitFor();
    await page.getByText(words['verdict.held.one']).waitFor();
    await look(page, 'held');
    await page.getByRole('link', { name: words['held.open'] }).click();
    await page.getByRole('link', { name: 'Held Back LLC' }).waitFor();
    expect(await page.getByRole('link', { name: 'Given Up Imports LLC' }).count()).toBe(0);
    await page.getByRole('button', { name: queue['only.held'], pressed: true }).waitFor();
  });

  it('keeps what it knew when nobody answers, and says that it is old', async () => {
    const { page, expectComplaint } = await open(luis);
    expectComplaint(/Failed to load resource/);
    await page.route('**/api/desk/system', (route) => route.abort());
    await renew(page);
    await heading(page, words['stale.title']).waitFor();
    expect(await page.getByRole('heading', { name: words['verdict.well'] }).count()).toBe(0);
    // Who listens is told, too.
    await page.locator('#said').filter({ hasText: words['stale.title'] }).waitFor();
    await look(page, 'old');
    await page.unroute('**/api/desk/system');
    await renew(page);
    await heading(page, words['stale.title']).waitFor({ state: 'detached' });
  });

  it('that cannot be read at all says why, and tries again', async () => {
    const { page, expectComplaint } = await desk.visit(luis);
    expectComplaint(/Failed to load resource/);
    await page.route('**/api/desk/system', (route) => route.fulfill({ status: 503 }));
    await page.goto('/desk/system/');
    await button(page, ui.again).waitFor();
    await look(page, 'failed');
    await page.unroute('**/api/desk/system');
    await button(page, ui.again).click();
    await heading(page, words.hours).waitFor();
  });
});

describe('a mailbox of the team that fails', () => {
  it('is said to work again by a licensed member, by keyboard', async () => {
    await bounce(first);
    const { page, posted } = await open(ada);
    await page.getByRole('button', { name: words['mailbox.works.label'].replace('{mailbox}', first) }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: first }).waitFor();
    expect(posted).toEqual([JSON.stringify({ mailbox: first, is: 'well' })]);
    await page.getByText(words['mailbox.bounced']).waitFor({ state: 'detached' });
    expect(await page.getByRole('region', { name: words.mailboxes }).innerText()).not.toContain(words['mailbox.works']);
  });

  it('gets what came back once more', async () => {
    const of = came('name-query', { companyName: 'Never Heard LLC' });
    const letters = of.letters.map((one) => ({ ...one, state: 'sent' as const, sentAt: at(3), bouncedAt: at(2) }));
    await desk.server().put({ ...of, letters });
    for (const mailbox of [first, second]) await bounce(mailbox);
    const { page } = await open(ada);
    const listed = page.getByRole('link', { name: 'Never Heard LLC' });
    await listed.waitFor();
    await page.getByRole('button', { name: words['mailbox.works.label'].replace('{mailbox}', first) }).click();
    await page.getByRole('region', { name: words.mailboxes }).getByText(words['mailbox.works.again.one']).waitFor();
    await listed.waitFor({ state: 'detached' });
  });

  it('is left to one by another member', async () => {
    await bounce(first);
    const { page } = await open(luis);
    await page.getByText(words['mailbox.works.licensed']).waitFor();
    expect(await page.getByRole('button', { name: words['mailbox.works'] }).count()).toBe(0);
    await look(page, 'a mailbox fails');
  });
});

describe('the notice on every page', () => {
  const shown = came('name-query', { companyName: 'Shown LLC' }, 0, 2);
  it.each(['/desk/', '/desk/insights/', '/desk/members/', '/desk/case/', '/desk/record/'])('%s', async (path) => {
    await bounce(first);
    await bounce(second);
    desk.server().system.known.stuck.push({ since: at(2), nextAt: at(-1), tries: 3, why: 'TypeError' });
    await desk.server().put(shown);
    const { page } = await desk.visit(luis);
    await page.goto(`${path}?reference=${shown.reference}`);
    const notice = page.getByRole('alert').filter({ hasText: shell['alarms.title'] });
    await notice.getByText(shell['alarm.none-well']).waitFor();
    expect(await notice.innerText()).toContain(shell['alarm.stuck']);
    await look(page, `an alarm on ${path}`);
    await notice.getByRole('link').click();
    await heading(page, words['verdict.none-well']).waitFor();
    expect(await page.getByText(shell['alarms.title']).count()).toBe(0);
  });

  it('comes while a page is open, and goes when it is mended', async () => {
    const { page } = await desk.visit(luis);
    await page.goto('/desk/');
    await page.waitForLoadState('networkidle');
    const notice = page.getByText(shell['alarms.title']);
    const before = await notice.count();
    desk.server().system.known.hours = [hour(1, { missing: ['H7K2M-9QXTC'] })];
    await renew(page);
    await page.getByText(shell['alarm.missing']).waitFor();
    desk.server().system.known.hours = [];
    await renew(page);
    await page.getByText(shell['alarm.missing']).waitFor({ state: 'detached' });
    expect(await notice.count()).toBe(before);
  });
});
