import { describe, expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { lookUpTexts } from '#domain/case/look-up.ts';
import { clearedCase, lacking, longName, moved, name, states } from '#test/fakes/importer-cases.ts';
import { opened } from '#test/fakes/requests.ts';
import { importerWords } from '../../functions/http/pages/importer/words.ts';
import { expectAccessible } from './axe.ts';
import { answer, button, heading } from './form.ts';
import { useImporterStage } from './importer-stage.ts';
import { eventually } from './stage.ts';

const stage = useImporterStage();
const words = importerWords('en');
const lookUp = lookUpTexts('en');
const all = Object.entries(states);
const noScript = { device: 'phone', javaScriptEnabled: false } as const;

describe('each state of a case', () => {
  it.each(all)('%s: axe finds nothing, and no sideways scroll on 320 px', async (state, make) => {
    const { page } = await stage.open(make());
    for (const details of await page.locator('details').all()) await details.locator('summary').click();
    await expectAccessible(page, state);
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
  });
});

/** An earlier contact was told, by the letter whose link the stage makes. */
function toldByLink(): Case {
  const of = moved(clearedCase(opened('email-update')), {
    ...{ move: 'tell-earlier', mailbox: 'jim@acme-imports.example', source: 'Client file, sheet 1' },
  });
  return {
    ...of,
    letters: of.letters.map((one) => (one.kind === 'earlier-contact' ? { ...one, id: 'not-us-test' } : one)),
  };
}

describe('each other page', () => {
  it('axe finds nothing on it', async () => {
    const confirm = await stage.open(states.new(), {}, 'confirm');
    await expectAccessible(confirm.page, 'confirm');
    await button(confirm.page, words['confirm.button']).click();
    await heading(confirm.page, words['confirmed.title']).waitFor();
    await expectAccessible(confirm.page, 'confirmed');
    const other = await stage.open(opened('email-update'), {}, 'confirm', 'other-mailbox');
    await expectAccessible(other.page, 'the other mailbox');
    const old = await stage.open(states.new(), {}, 'case', 'contact', new Date('2026-10-01T00:00:00Z'));
    await expectAccessible(old.page, 'expired');
    await button(old.page, words['link.renew']).click();
    await heading(old.page, words['renewed.title']).waitFor();
    await expectAccessible(old.page, 'renewed');
    const told = await stage.open(toldByLink(), {}, 'not-us', 'earlier-contact');
    await expectAccessible(told.page, 'this was not us');
    await button(told.page, words['not-us.button']).click();
    await heading(told.page, words['not-us.done.title']).waitFor();
    await expectAccessible(told.page, 'stopped');
    await told.page.goto(told.path);
    await heading(told.page, words['not-us.already.title']).waitFor();
    await expectAccessible(told.page, 'told already');
    for (const path of ['case/nonsense', 'links/asked'])
      await expectAccessible(await stage.visit(`/api/importer/${path}`), path);
  });
});

describe('asking for a link', () => {
  it.each([true, false])('with script: %s', async (javaScriptEnabled) => {
    const page = await stage.visit('/en/', { device: 'phone', javaScriptEnabled });
    await page.locator('main').getByRole('link', { name: lookUp.title }).click();
    await page.getByRole('textbox', { name: lookUp['reference.label'] }).fill('h7k2m 9qxt');
    await page.getByRole('textbox', { name: lookUp['email.label'] }).fill('rosa@acme-imports.example');
    await button(page, lookUp.send).click();
    await heading(page, words['problems.title']).waitFor();
    const box = page.getByRole('textbox', { name: lookUp['reference.label'] });
    expect([await box.inputValue(), await box.getAttribute('aria-invalid')]).toEqual(['h7k2m 9qxt', 'true']);
    if (javaScriptEnabled) await expectAccessible(page, 'problems');
    await page.locator('.bad').getByRole('link').first().click();
    await box.fill('h7k2m 9qxtc');
    await button(page, lookUp.send).click();
    await heading(page, words['asked.title']).waitFor();
  });
});

describe('a name to type', () => {
  it('is copied to the letter, spaces and all, by one press and by hand', async () => {
    const { page } = await stage.open(states['name told'](), { permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const copy = page.getByRole('button', { name: words['name.copy'] });
    await copy.nth(1).click();
    await page.getByRole('button', { name: words['name.copied'] }).waitFor();
    expect(await copied()).toBe(name);
    const selected = await page.evaluate(() => {
      const typed = document.querySelector('.typed');
      if (typed) getSelection()?.selectAllChildren(typed);
      return getSelection()?.toString();
    });
    expect(selected).toBe(longName);
  });

  it('shows its spaces without script, and no button that would do nothing', async () => {
    const { page } = await stage.open(states['name told'](), noScript);
    expect(await page.getByRole('button', { name: words['name.copy'] }).count()).toBe(0);
    const marks = page.locator('.typed').first().locator('.space');
    expect(await marks.count()).toBe(longName.split(' ').length - 1);
    await page.getByText(words['name.spelled']).first().click();
    await page.getByText('Alfa').first().waitFor();
  });
});

describe('what is typed', () => {
  it('is still there after a reload, and gone when it was sent', async () => {
    const { page, stored } = await stage.open(states.asked());
    const box = page.locator('#q1');
    await box.fill('ACME IMPORT');
    await page.locator('#text').fill('My number is 212-34-5678');
    await page.reload();
    await eventually(() => box.inputValue()).toBe('ACME IMPORT');
    expect(await page.locator('#text').inputValue(), 'never kept').toBe('');
    await button(page, words['message.send']).click();
    await page.getByText(words['done.reply']).waitFor();
    expect(stored().questions[0]?.answer).toBe('ACME IMPORT');
    await page.waitForLoadState();
    await page.locator('#text').fill('And one more thing.');
    await page.reload();
    await eventually(() => page.locator('#text').inputValue()).toBe('And one more thing.');
    expect(await page.getByText(words['done.reply']).count()).toBe(0);
  });

  it('comes back with every problem, without script', async () => {
    const { page, stored } = await stage.open(states.converted(), noScript);
    const form = page.locator('form[action*="/answers?"]');
    await form.evaluate((element) => element.setAttribute('novalidate', ''));
    const typed = { ...lacking, newEmail: 'ops@harborpine.example' };
    for (const [question, value] of Object.entries(typed)) await answer(page, 'email-update', question, value);
    await button(page, words['answers.send']).click();
    await heading(page, words['problems.title']).waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    await page.locator('.bad').getByRole('link').click();
    await answer(page, 'email-update', 'newEmail', lacking['newEmail'] ?? '');
    await button(page, words['answers.send']).click();
    await page.getByText(words['done.answers']).waitFor();
    expect(stored().answers).toMatchObject(lacking);
  });
});

it('an answer prints with its names, without buttons, on three sheets at most', async () => {
  const { page } = await stage.open(states['name told']());
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText(longName).first().isVisible()).toBe(true);
  expect(await page.getByRole('button').count()).toBe(0);
  const sheet = (await page.pdf({ format: 'Letter' })).toString('latin1');
  expect(sheet.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3);
});
