import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { requestTypeNames } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';
import { answer, button, fillIn, finish, goToCheck, heading, pageOf, question, words } from './form.ts';
import { allWrong, problemsIn } from './problems-of.ts';
import { eventually, useStage } from './stage.ts';

const stage = useStage();

const summary = (page: Page) => page.getByRole('group', { name: words['problems.title'] });
const messageBeside = (page: Page, name: string) => page.locator(`[data-field]:has([name="${name}"]) .problem`);
const marked = (page: Page, name: string) =>
  page.locator(`[aria-invalid]:is([name="${name}"], :has([name="${name}"]))`);
const isFocused = (page: Page, selector: string) =>
  page.evaluate((at) => document.activeElement?.matches(at) ?? false, selector);

/** All that a reader must get: the summary in focus, the title, a message beside each answer, the mark for a screen reader. */
async function expectReport(page: Page, expected: readonly { field: string; message: string }[]): Promise<void> {
  await summary(page).waitFor();
  expect(await isFocused(page, '#problems')).toBe(true);
  expect(await page.title()).toMatch(/^Error: /);
  expect(await summary(page).getByRole('listitem').allInnerTexts()).toEqual(expected.map(({ message }) => message));
  for (const { field, message } of expected) {
    expect(await messageBeside(page, field).innerText(), field).toBe(message);
    expect(await marked(page, field).getAttribute('aria-invalid'), field).toBe('true');
    expect(await marked(page, field).getAttribute('aria-describedby'), field).toContain(`${field}-problem`);
  }
}

const check = (page: Page) => finish(page).click();

async function open(type: RequestTypeName) {
  const visit = await stage.visit();
  await visit.page.goto(pageOf(type));
  return visit;
}

describe('problems, with JavaScript', () => {
  it.each(requestTypeNames)('an empty %s: all of them at once, each link leads to its question', async (type) => {
    const { page, posts } = await open(type);
    await check(page);
    const expected = problemsIn(type, {});
    await expectReport(page, expected);
    for (const { field, message } of expected) {
      await summary(page).getByRole('link', { name: message, exact: true }).click();
      expect(await isFocused(page, `[name="${field}"]`), field).toBe(true);
    }
    expect(posts).toEqual([]);
  });

  it.each(requestTypeNames)('an empty %s, its address without the slash: the words are there', async (type) => {
    const { page } = await stage.visit();
    await page.goto(pageOf(type).slice(0, -1));
    await check(page);
    await expectReport(page, problemsIn(type, {}));
    await answer(page, type, 'companyName', 'Acme Imports LLC');
    await page.goto(pageOf(type));
    await eventually(() => question(page, type, 'companyName').inputValue()).toBe('Acme Imports LLC');
  });

  it('everything wrong at once, and put right one by one', async () => {
    const { page } = await open('email-update');
    await fillIn(page, 'email-update', allWrong);
    await check(page);
    await expectReport(page, problemsIn('email-update', allWrong));

    const right = samples['email-update'][1] ?? {};
    for (const { field } of problemsIn('email-update', allWrong)) {
      const value = right[field] ?? (field === 'errorSeen' ? 'no-code' : 'no');
      await answer(page, 'email-update', field, value);
      await eventually(() => messageBeside(page, field).count()).toBe(0);
      expect(await marked(page, field).getAttribute('aria-invalid'), field).toBe('false');
    }
    await goToCheck(page);
    expect(await summary(page).isVisible()).toBe(false);
    expect(await page.title()).not.toContain('Error');
  });

  it('a wrong answer is explained when its question is left, not while it is typed', async () => {
    const { page } = await open('name-query');
    const email = question(page, 'name-query', 'contactEmail');
    await email.pressSequentially('rosa@');
    expect(await messageBeside(page, 'contactEmail').count()).toBe(0);
    await email.press('Tab');
    await messageBeside(page, 'contactEmail').waitFor();
    expect(await messageBeside(page, 'contactEmail').innerText()).toContain('for example rosa@acme-imports.example');
    expect(await isFocused(page, '[name="contactPhone"]'), 'focus goes where the reader goes').toBe(true);
    await email.fill('rosa@acme-imports.example');
    await eventually(() => messageBeside(page, 'contactEmail').count()).toBe(0);
  });

  it.each(['desktop', 'phone'] as const)(
    'on a %s, the press that leaves a wrong answer does not miss',
    async (device) => {
      const { page } = await stage.visit({ device });
      await page.goto(pageOf('email-update'));
      await answer(page, 'email-update', 'newEmail', 'nobody@');
      const next = question(page, 'email-update', 'newEmailInAce', 'yes');
      await (device === 'phone' ? next.tap() : next.click({ delay: 150 }));
      await messageBeside(page, 'newEmail').waitFor();
      await eventually(() => next.isChecked()).toBe(true);
    },
  );

  it.each([
    { change: { newEmailInAce: 'yes' }, field: 'newEmailInAce', instead: 'Sign in to ACE with this mailbox' },
    { change: { errorSeen: 'already-linked' }, field: 'errorSeen', instead: 'Write to ACE.Support@cbp.dhs.gov' },
    { change: { newEmail: 'us@harborpine.example' }, field: 'newEmail', instead: 'the importer’s own mailbox' },
  ])('$field that no update can cure: says what to do instead', async ({ change, field, instead }) => {
    const { page, posts } = await open('email-update');
    await fillIn(page, 'email-update', { ...samples['email-update'][0], ...change });
    await check(page);
    await expectReport(page, problemsIn('email-update', { ...samples['email-update'][0], ...change }));
    expect(await messageBeside(page, field).innerText()).toContain(instead);
    expect(posts).toEqual([]);
  });

  it('what only the door finds wrong comes back to its question', async () => {
    const { page, expectComplaint } = await open('name-query');
    expectComplaint(/status of 422/);
    const damage = { contactEmail: 'rosa', companyName: 'A' };
    await page.route('**/api/requests/name-query*', async (route) => {
      const body: unknown = route.request().postDataJSON();
      await route.continue({ postData: JSON.stringify(Object.assign({}, body, damage)) });
    });
    await fillIn(page, 'name-query', samples['name-query'][0] ?? {});
    await goToCheck(page);
    await button(page, words['check.send']).click();
    await expectReport(page, problemsIn('name-query', { ...samples['name-query'][0], ...damage }));
    expect(await heading(page, words['check.title']).isVisible()).toBe(false);
    expect(await question(page, 'name-query', 'contactName').inputValue()).toBe('Rosa Alvarez');

    await page.unroute('**/api/requests/name-query*');
    await answer(page, 'name-query', 'contactEmail', 'rosa2@acme-imports.example');
    await goToCheck(page);
    await button(page, words['check.send']).click();
    await page.waitForURL('**/sent/*');
  });

  it('without the words for problems, the questions’ labels alone must do', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/Failed to load resource/);
    await page.route('**/words.json', (route) => route.abort());
    await page.goto(pageOf('name-query'));
    await check(page);
    await summary(page).waitFor();
    expect(await summary(page).getByRole('listitem').allInnerTexts()).toContain('Company name');
  });
});
