import { describe, expect, it } from 'vitest';
import { samples } from '#test/fakes/requests.ts';
import { answer, button, fillIn, finish, goToCheck, pageOf, question, sentReference, words } from './form.ts';
import { eventually, useStage } from './stage.ts';

const stage = useStage();
const type = 'email-update';
const [plain = {}, changed = {}] = samples[type];
const address = ['addressLine1', 'addressLine2', 'city', 'country', 'state', 'postalCode', 'addressType'];

async function open() {
  const visit = await stage.visit();
  await visit.page.goto(pageOf(type));
  return visit;
}

describe('questions that depend on an answer', () => {
  it('come and go with it', async () => {
    const { page } = await open();
    const shown = async () => {
      const all = [...address, 'addressTypeOther'].map((name) => question(page, type, name).isVisible());
      return (await Promise.all(all)).map(Number).join('');
    };
    expect(await shown()).toBe('00000000');
    await answer(page, type, 'recordChanged', 'yes');
    expect(await shown()).toBe('11111110');
    await answer(page, type, 'addressType', 'other');
    expect(await shown()).toBe('11111111');
    await answer(page, type, 'recordChanged', 'no');
    expect(await shown()).toBe('00000000');
    await answer(page, type, 'recordChanged', 'not-sure');
    expect(await shown()).toBe('11111111');
  });

  it('are not sent once their reason is gone', async () => {
    const { page, posts } = await open();
    await fillIn(page, type, changed);
    await answer(page, type, 'recordChanged', 'no');
    await goToCheck(page);
    await button(page, words['check.send']).click();
    await sentReference(page);
    const body: unknown = posts[0]?.postDataJSON();
    expect(body).toMatchObject({ recordChanged: 'no', companyName: changed['companyName'] });
    for (const name of address) expect(body).not.toHaveProperty(name);
  });

  it('state and postal code are needed in some countries only; every country has its name', async () => {
    const { page } = await open();
    await fillIn(page, type, { ...changed, country: 'KE', state: '', postalCode: '' });
    expect(await question(page, type, 'country').inputValue()).toBe('KE');
    await goToCheck(page);
    await page.locator('#check').getByText('Kenya').waitFor();
    await button(page, words['check.back']).click();
    await answer(page, type, 'country', 'CA');
    await finish(page).click();
    await page.getByRole('group', { name: words['problems.title'] }).waitFor();
    expect(await page.locator('#problems li').count()).toBe(2);
  });
});

describe('the browser’s Back', () => {
  it('leads from the second step to the questions, and from the sent page to a form that begins anew', async () => {
    const { page, posts } = await open();
    await fillIn(page, type, plain);
    await goToCheck(page);
    await page.goBack();
    await eventually(() => question(page, type, 'companyName').isVisible()).toBe(true);
    expect(await question(page, type, 'companyName').inputValue()).toBe(plain['companyName']);
    await goToCheck(page);
    await button(page, words['check.send']).click();
    const reference = await sentReference(page);

    await page.goBack();
    await page.goto(pageOf(type));
    expect(await question(page, type, 'companyName').inputValue()).toBe('');
    await fillIn(page, type, plain);
    await goToCheck(page);
    await button(page, words['check.send']).click();
    expect(await sentReference(page), 'asked once more on purpose is another case').not.toBe(reference);
    expect(posts).toHaveLength(2);
  });
});

describe('shortcuts', () => {
  it('copy the requester’s own email, name and role', async () => {
    const { page } = await open();
    const own = { contactName: 'Ana Maria Da Silva', contactRole: 'officer', contactEmail: 'ana@toys.example' };
    await fillIn(page, type, own);
    await button(page, 'Use my email').click();
    await button(page, 'Same as me').click();
    const said = ['newEmail', 'certifierFirst', 'certifierLast', 'certifierTitle'].map((name) =>
      question(page, type, name).inputValue(),
    );
    expect(await Promise.all(said)).toEqual(['ana@toys.example', 'Ana Maria Da', 'Silva', 'Officer']);
  });

  it.each([
    { role: 'owner', title: 'Owner' },
    { role: 'employee', title: '' },
    { role: 'agent', title: '' },
    { role: 'other', title: '' },
    { role: '', title: '' },
  ])('a role “$role” is the title “$title”', async ({ role, title }) => {
    const { page } = await open();
    await answer(page, type, 'contactName', 'Rosa Alvarez');
    if (role) await answer(page, type, 'contactRole', role);
    await button(page, 'Same as me').click();
    const box = question(page, type, 'certifierTitle');
    await eventually(() => question(page, type, 'certifierLast').inputValue()).toBe('Alvarez');
    expect(await box.inputValue()).toBe(title);
    const focused = await box.evaluate((at) => document.activeElement === at);
    expect(focused, 'an empty title waits for its reader').toBe(title === '');
  });

  it('name the certifier in the statement to tick', async () => {
    const { page } = await open();
    await answer(page, type, 'certifierFirst', 'Rosa');
    await answer(page, type, 'certifierLast', 'Alvarez');
    await page.getByText('I am Rosa Alvarez, or Rosa Alvarez told me to send this.').waitFor();
  });
});

describe('the importer number', () => {
  it.each([
    { kind: 'ein', typed: '07-1234567', warning: 'We do not know EINs that begin with 07.' },
    { kind: 'ein', typed: '12-3456789', warning: 'This looks like an example' },
    { kind: 'cbp', typed: '257704-12345', warning: 'We do not know a customs district 77.' },
  ])('$typed looks odd: it is said beside it, and does not block', async ({ kind, typed, warning }) => {
    const { page } = await open();
    await fillIn(page, type, { ...plain, importerNumberKind: kind, importerNumber: typed });
    await page.getByText(warning).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/[{}]/);
    await goToCheck(page);
  });

  it.each([
    { kind: 'ein', keys: '951234567', shown: '9 95 95-1 95-12 95-123 95-1234 95-12345 95-123456 95-1234567' },
    { kind: 'cbp', keys: '25270412', shown: '2 25 252 2527 25270 252704 252704-1 252704-12' },
  ])('$kind is formatted with every key, and deleted as easily', async ({ kind, keys, shown }) => {
    const { page } = await open();
    await answer(page, type, 'importerNumberKind', kind);
    const number = question(page, type, 'importerNumber');
    for (const [nth, so] of shown.split(' ').entries()) {
      await number.press(keys[nth] ?? '');
      await eventually(() => number.inputValue()).toBe(so);
    }
    for (let presses = 0; presses < shown.split(' ').length + 1; presses += 1) await number.press('Backspace');
    await eventually(() => number.inputValue()).toBe('');
  });

  it('can be corrected in its middle without the cursor running away', async () => {
    const { page } = await open();
    await answer(page, type, 'importerNumberKind', 'ein');
    const number = question(page, type, 'importerNumber');
    await number.fill('95-1234567');
    await number.press('Home');
    await number.press('Delete');
    await number.press('8');
    expect(await number.inputValue()).toBe('85-1234567');
    expect(await number.evaluate((box) => box instanceof HTMLInputElement && box.selectionStart)).toBe(1);
  });
});

describe('a text that is too long', () => {
  it('is kept whole and explained, never cut in silence', async () => {
    const { page } = await open();
    const company = question(page, type, 'companyName');
    await company.focus();
    await page.keyboard.insertText('x'.repeat(120));
    expect((await company.inputValue()).length).toBe(120);
    await company.press('Tab');
    await page.getByText('this is too long. Use at most 100 characters.').waitFor();
  });
});
