import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';
import {
  answer,
  asked,
  button,
  fillIn,
  finish,
  goToCheck,
  heading,
  pageOf,
  question,
  sentReference,
  words,
} from './form.ts';
import { mailsOf, mailTo } from './mails.ts';
import { eventually, useStage } from './stage.ts';
import type { Visit } from './stage.ts';

const stage = useStage();
const [team] = broker.teamMailboxes;
const person = samples['name-query'][1] ?? {};

/** All answers in the tab's memory. The submission's random id, which holds digits by chance, is none. */
const kept = async (page: Page): Promise<Record<string, string>> => {
  const text = await page.evaluate(() => Object.values(sessionStorage).join('&'));
  const answers = new URLSearchParams(text);
  answers.delete('');
  return Object.fromEntries(answers);
};

const number = (page: Page) => question(page, 'name-query', 'importerNumber');

async function open(): Promise<Visit> {
  const visit = await stage.visit({ device: 'phone' });
  await visit.page.goto(pageOf('name-query'));
  return visit;
}

describe('a reload', () => {
  it.each(requestTypeNames)('keeps every answer of a %s', async (type) => {
    const answers = samples[type][type === 'email-update' ? 1 : 0] ?? {};
    const { page } = await stage.visit();
    await page.goto(pageOf(type));
    await fillIn(page, type, answers);
    await page.reload();
    for (const name of asked(type).filter((name) => answers[name] !== undefined)) {
      const value = answers[name] ?? '';
      const box = question(page, type, name, value);
      const isPick = /radio|checkbox/.test((await box.getAttribute('type')) ?? '');
      expect(isPick ? (await box.isChecked()) && value : await box.inputValue(), name).toBe(value);
    }
    await goToCheck(page);
    await button(page, words['check.send']).click();
    await sentReference(page);
    expect(await kept(page), 'nothing stays behind once it is sent').toEqual({});
  });
});

describe('a secret in a free text', () => {
  const beside = (page: Page, name: string) => page.locator(`[data-field]:has([name="${name}"]) .problem`);

  it.each([
    ['note', 'Our account number is 000123456789.', 'CBP alone takes bank details, in the ACE Portal.'],
    ['typedName', 'routing 021000021', 'CBP alone takes bank details, in the ACE Portal.'],
    ['note', 'It is 219-09-9999, I think', 'leave only its last four digits'],
    ['companyName', '4111 1111 1111 1111', 'his looks like a card number'],
    ['note', 'my password is swordfish', 'his looks like a password'],
    ['contactEmail', '219-09-9999@acme.example', 'his looks like a full Social Security number'],
  ])('%s: “%s” is explained at its question, not kept and not sent', async (name, text, said) => {
    const { page, posts } = await open();
    await fillIn(page, 'name-query', { ...samples['name-query'][0], [name]: text });
    await question(page, 'name-query', name).blur();
    await beside(page, name).waitFor();
    expect(await beside(page, name).innerText()).toContain(said);
    expect(JSON.stringify(await kept(page))).not.toContain(text);
    await finish(page).click();
    await heading(page, words['problems.title']).waitFor();
    expect(posts).toEqual([]);

    await answer(page, 'name-query', name, samples['name-query'][0]?.[name] ?? 'Please call us.');
    await eventually(() => beside(page, name).count()).toBe(0);
    await goToCheck(page);
  });

  it('that came without script is taken out, and the page that follows says so', async () => {
    const { page } = await stage.visit({ device: 'phone', javaScriptEnabled: false });
    await page.goto(pageOf('name-query'));
    await fillIn(page, 'name-query', { ...samples['name-query'][0], note: 'Our account number is 000123456789.' });
    await button(page, words['ask.send']).click();
    await page.getByText('We took out a bank account number.').waitFor();
    const mails = await mailsOf(stage, await sentReference(page), 2);
    expect(mailTo(mails, team).text).toContain('Our account number is [bank number removed].');
  });
});

describe('a reload on a slow line', () => {
  it('gives back what is still empty, and never what was typed anew', async () => {
    const { page } = await stage.visit();
    await page.goto(pageOf('name-query'));
    await fillIn(page, 'name-query', samples['name-query'][0] ?? {});
    const arrive = Promise.withResolvers<undefined>();
    await page.route('**/_astro/ask.*.js', async (route) => {
      await arrive.promise;
      await route.continue();
    });
    await page.reload({ waitUntil: 'domcontentloaded' });
    await answer(page, 'name-query', 'companyName', 'Best Toys');
    await answer(page, 'name-query', 'importerNumberKind', 'cbp');
    arrive.resolve(undefined);
    await eventually(() => question(page, 'name-query', 'contactName').inputValue()).toBe('Rosa Alvarez');
    expect(await question(page, 'name-query', 'companyName').inputValue()).toBe('Best Toys');
    expect(await question(page, 'name-query', 'importerNumberKind', 'cbp').isChecked()).toBe(true);
    await eventually(() => kept(page)).toMatchObject({ companyName: 'Best Toys', contactName: 'Rosa Alvarez' });
  });

  it('a long postal code is kept, though it has nine digits', async () => {
    const { page } = await stage.visit();
    await page.goto(pageOf('email-update'));
    await answer(page, 'email-update', 'recordChanged', 'yes');
    await answer(page, 'email-update', 'postalCode', '33122-1234');
    await eventually(() => kept(page)).toMatchObject({ postalCode: '33122-1234' });
  });
});

/** Answers without the names of their questions: those of further numbers have a digit. */
const said = (answers: object) => JSON.stringify(Object.values(answers));

describe('a Social Security number', () => {
  const full = '123-45-9876';

  it('given as a further number is cut at once, and not kept either', async () => {
    const { page } = await open();
    await page.locator('details > summary').first().click();
    await answer(page, 'name-query', 'importerNumber2Kind', 'ssn');
    const second = question(page, 'name-query', 'importerNumber2');
    await second.focus();
    await page.keyboard.insertText(full);
    await eventually(() => second.inputValue()).toBe('9876');
    expect(said(await kept(page))).not.toMatch(/\d/);
  });

  it('typed key by key: only its last four digits stay, and none is kept', async () => {
    const { page, posts } = await open();
    await fillIn(page, 'name-query', { ...person, importerNumber: '', contactPhone: '' });
    await number(page).focus();
    for (const key of full.replaceAll('-', '')) {
      await page.keyboard.press(key);
      expect(said(await kept(page)), `after ${key}`).not.toMatch(/\d/);
    }
    await eventually(() => number(page).inputValue()).toBe('9876');
    await page.getByText(words['js.lastFour']).waitFor();
    await answer(page, 'name-query', 'contactPhone', person['contactPhone'] ?? '');
    expect(Object.keys(await kept(page))).not.toContain('importerNumber');

    await goToCheck(page);
    await page.getByText(`${words['js.ssn']}9876`).waitFor();
    await button(page, words['check.send']).click();
    const mails = await mailsOf(stage, await sentReference(page), 2);
    expect(posts[0]?.postDataJSON()).toMatchObject({ importerNumber: '9876' });
    expect(posts[0]?.postData()).not.toMatch(/123-?45|12345/);
    expect(mailTo(mails, team).text).toContain('SSN ending 9876');
    expect(JSON.stringify(mails)).not.toMatch(/123-?45|12345/);
  });

  it.each([full, '123 45 9876', '123459876', '123–45–9876', ' 123-45-9876 '])(
    'pasted as “%s”: cut at once',
    async (text) => {
      const { page } = await open();
      await answer(page, 'name-query', 'importerNumberKind', 'ssn');
      await number(page).focus();
      await page.keyboard.insertText(text);
      await eventually(() => number(page).inputValue()).toBe('9876');
      expect(said(await kept(page))).not.toMatch(/\d/);
    },
  );

  it('typed before its kind is chosen: never kept, and cut when the kind is known', async () => {
    const { page } = await open();
    await number(page).pressSequentially('123459876');
    expect(said(await kept(page))).not.toMatch(/\d/);
    await answer(page, 'name-query', 'importerNumberKind', 'ssn');
    await eventually(() => number(page).inputValue()).toBe('9876');
    expect(said(await kept(page))).not.toMatch(/\d/);
  });

  it('is not taken over into another kind of number', async () => {
    const { page } = await open();
    await answer(page, 'name-query', 'importerNumberKind', 'ssn');
    await number(page).pressSequentially('9876');
    await answer(page, 'name-query', 'importerNumberKind', 'ein');
    await eventually(() => number(page).inputValue()).toBe('');
    expect(said(await kept(page))).not.toMatch(/\d/);
  });

  it('that cannot be one is taken away and explained', async () => {
    const { page } = await open();
    await answer(page, 'name-query', 'importerNumberKind', 'ssn');
    await number(page).focus();
    await page.keyboard.insertText('000-45-9876');
    await eventually(() => number(page).inputValue()).toBe('');
    await page.getByText('no Social Security number begins like this').waitFor();
  });

  it('is gone after a reload, and all else is not', async () => {
    const { page } = await open();
    await fillIn(page, 'name-query', person);
    await page.reload();
    await eventually(() => question(page, 'name-query', 'companyName').inputValue()).toBe(person['companyName']);
    expect(await number(page).inputValue()).toBe('');
    expect(await question(page, 'name-query', 'importerNumberKind', 'ssn').isChecked()).toBe(true);
  });

  it.each([full, '123459876', '123.45.9876', '123–45/9876', '123-459876', '１２３－４５－９８７６'])(
    'written into the note as “%s” is not kept',
    async (text) => {
      const { page } = await open();
      await answer(page, 'name-query', 'companyName', 'Acme');
      await answer(page, 'name-query', 'note', `It is ${text}, I think.`);
      await eventually(() => kept(page)).toMatchObject({ companyName: 'Acme' });
      expect(said(await kept(page))).not.toMatch(/\p{Nd}/u);
    },
  );
});
