import { describe, expect, it } from 'vitest';
import { say } from '../../web/src/desk/case/words.ts';
import events from '../../web/src/desk/trail/text/events.en.json' with { type: 'json' };
import words from '../../web/src/desk/trail/text/en.json' with { type: 'json' };
import { ada, luis } from '#test/fakes/desk-door.ts';
import { expectAccessible } from './axe.ts';
import { came } from './desk-fixture/cases.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';

const desk = useDeskVisits();

/** What is on record, as members read it. */
describe('on record', () => {
  it('stands on the case, for who unfolds it, and grows with what is done', async () => {
    const of = came('name-query', { companyName: 'Trail One LLC' });
    await desk.open(ada, of);
    const { page } = await desk.open(luis, of, 'phone');
    const fold = page.locator('.on-record');
    await fold.getByText(say('on-record.title')).click();
    const rows = fold.locator('li');
    await expect.poll(() => rows.count()).toBe(2);
    for (const row of await rows.all()) expect(await row.innerText()).toContain(events.saw);
    expect(await rows.first().innerText()).toContain('Luis Marin');
    await button(page, say('move.take')).first().click();
    await rows.getByText(events['move.take']).waitFor();
    await expectAccessible(page, 'unfolded');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('stands on the page of the team, a day at a time, and a month is checked there', async () => {
    const of = came('name-query', { companyName: 'Trail Two LLC' });
    await desk.open(luis, of);
    const { page } = await desk.visit(ada);
    await page.goto('/desk/members/');
    await heading(page, words.title).waitFor();
    const list = page.getByRole('region', { name: words.title });
    const link = list.getByRole('link', { name: of.reference });
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain(of.digest);
    await list.getByRole('combobox', { name: words.who }).selectOption({ label: words['who.nobody'] });
    await list.getByText(words.none).waitFor();
    await list.getByRole('combobox', { name: words.who }).selectOption({ label: 'Luis Marin' });
    await link.waitFor();
    await button(page, words.check).click();
    await list.getByText(/^Checked: whole\. \d+ entries of \w+ \d{4}\.$/).waitFor();
    await expectAccessible(page, 'checked');
    await list.getByLabel(words.day).fill('2026-01-02');
    await list.getByText(words.none).waitFor();
  });

  it('is for licensed members alone, but for that of a case', async () => {
    const { page } = await desk.visit(luis);
    await page.goto('/desk/members/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('region', { name: words.title }).count()).toBe(0);
  });
});
