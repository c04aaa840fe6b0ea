import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, useStage } from './stage.ts';
import { box, nameTexts, numberTexts, openTool, paste, result, routingTexts, tone } from './tools.ts';
import { forgetNotes, holding, notesOf, watchWaysOut } from './way-out.ts';

const stage = useStage();

/** Good, for wires only, wrong by a digit, too long as an account number is. */
const numbers = ['121000248', '026009593', '322271628', '9876543210123'];

async function watched(tool: Parameters<typeof openTool>[1]) {
  const visit = await stage.visit();
  const { page, context, requests } = visit;
  await context.addInitScript(watchWaysOut);
  const heardByBrowser: string[] = [];
  page.on('console', (message) => heardByBrowser.push(message.text()));
  await openTool(page, tool);
  await page.waitForLoadState('networkidle');
  await forgetNotes(page);
  const opened = requests.length;
  const after = () => requests.slice(opened);
  return { ...visit, heardByBrowser, after, later: () => after().map((request) => request.url()) };
}

describe('a routing number', () => {
  it.each(numbers)('%s is never sent, kept, logged or written into the page', async (number) => {
    const { page, later, heardByBrowser } = await watched('routing-number');
    const input = box(page, routingTexts.number);
    await input.pressSequentially(number);
    await eventually(() => tone(page)).not.toBe('none');
    await input.press('Enter');
    await input.press('Tab');
    await input.fill('');
    await paste(input, `${number.slice(0, 4)} ${number.slice(4)}`);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.locator('main').click({ position: { x: 2, y: 2 } });

    const notes = await notesOf(page);
    expect(
      notes.some((note) => note.startsWith('attribute data-tone')),
      'the watch is awake',
    ).toBe(true);
    expect(holding(number, notes)).toEqual([]);
    expect(holding(number, [await page.content()])).toEqual([]);
    expect(later()).toEqual([]);
    expect(heardByBrowser).toEqual([]);
    expect(page.url()).toBe(`${stage.site()}/en/tools/routing-number/`);
  });

  it('is typed into a box that no form sends and no browser remembers', async () => {
    const { page } = await watched('routing-number');
    const input = box(page, routingTexts.number);
    expect(await input.evaluate((input) => input.closest('form'))).toBeNull();
    expect(await input.getAttribute('name')).toBeNull();
    expect(await input.getAttribute('autocomplete')).toBe('off');
    expect(await page.locator('form, iframe, img, object, embed').count()).toBe(0);
  });

  it('is gone after a reload, and for who comes back to the page', async () => {
    const { page } = await watched('routing-number');
    const input = box(page, routingTexts.number);
    await input.fill('121000248');
    await page.reload();
    expect(await input.inputValue()).toBe('');
    await input.fill('121000248');
    await page.getByRole('link', { name: nameTexts.short }).click();
    await page.waitForURL('**/company-name/');
    await page.goBack();
    await page.waitForURL('**/routing-number/');
    await eventually(() => input.isEnabled()).toBe(true);
    expect(await input.inputValue()).toBe('');
    expect(await result(page).innerText()).toBe(routingTexts.empty);
  });

  it('could not be sent even by a script of ours: the page may connect to nobody', async () => {
    const { page, expectComplaint, after } = await watched('routing-number');
    expectComplaint(/Content Security Policy/);
    const tries = await page.evaluate(async () => {
      const refused = () => 'refused';
      const fetched = await fetch('/robots.txt').then(() => 'sent', refused);
      const asked = await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onload = () => resolve('sent');
        request.onerror = () => resolve('refused');
        request.open('GET', '/robots.txt');
        request.send();
      });
      const form = document.createElement('form');
      form.action = '/api/requests/name-query';
      form.method = 'post';
      document.body.append(form);
      form.submit();
      return [fetched, asked];
    });
    expect(tries).toEqual(['refused', 'refused']);
    // The browser names what it held back: nothing went out.
    expect(after().filter((request) => request.failure()?.errorText !== 'csp')).toEqual([]);
    expect(page.url()).toContain('/routing-number/');
  });
});

/** Each of these must be seen, or the tests above prove nothing. */
const leaks: readonly (readonly [string, (number: string) => unknown])[] = [
  ['fetch', (number) => fetch(`/x?${number}`).catch(() => undefined)],
  ['sendBeacon', (number) => navigator.sendBeacon('/x', number)],
  ['localStorage', (number) => localStorage.setItem('x', number)],
  ['sessionStorage as a property', (number) => Object.assign(sessionStorage, { x: number })],
  ['cookie', (number) => (document.cookie = `x=${number}`)],
  ['address', (number) => history.replaceState(null, '', `#${number}`)],
  ['hash', (number) => (location.hash = number)],
  ['title', (number) => (document.title = number)],
  ['attribute', (number) => (document.body.dataset['x'] = number)],
  ['attribute with hyphens', (number) => (document.body.dataset['x'] = number.replace(/(...)/g, '$1-'))],
  ['value as an attribute', (number) => document.querySelector('input')?.setAttribute('value', number)],
  ['text', (number) => document.querySelector('.verdict')?.append(number)],
  ['console', (number) => console.log(number)],
  ['image that is never shown', (number) => (new Image().src = `/x.png?${number}`)],
  ['worker', (number) => new Worker(`/x.js?${number}`)],
  ['blob', (number) => new Blob([number])],
  ['channel', (number) => new BroadcastChannel('x').postMessage(number)],
  ['window name', (number) => (window.name = number)],
];

it('the watch sees every way out', async () => {
  const { page, expectComplaint } = await watched('routing-number');
  expectComplaint(/./);
  const unseen: string[] = [];
  for (const [nth, [way, leak]] of leaks.entries()) {
    // A number of its own for each: what is kept stays.
    const number = String(121_000_248 + nth * 13_579_246);
    expect(holding(number, await notesOf(page)), way).toEqual([]);
    await page.evaluate(leak, number).catch(() => undefined);
    if (holding(number, await notesOf(page)).length === 0) unseen.push(way);
  }
  expect(unseen).toEqual([]);
});

describe('the other tools', () => {
  const nothingKept = async (page: Page, later: () => string[]) => {
    expect(later()).toEqual([]);
    const stores = await page.evaluate(() => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      location.search,
    ]);
    expect(stores).toEqual([0, 0, '', '']);
    await page.reload();
    for (const input of await page.locator('.tool input').all()) expect(await input.inputValue()).toBe('');
  };

  it('send and keep no importer number', async () => {
    const { page, later } = await watched('importer-number');
    await box(page, numberTexts.number).pressSequentially('95-1234567');
    await eventually(() => tone(page)).toBe('good');
    await nothingKept(page, later);
  });

  it('send and keep no name', async () => {
    const { page, later } = await watched('company-name');
    await box(page, nameTexts.typed).pressSequentially('ACME IMPORTS');
    await box(page, nameTexts.papers).pressSequentially('ACME IMPORTS LLC');
    await eventually(() => tone(page)).toBe('warn');
    await nothingKept(page, later);
  });

  it('write no more of a Social Security number into the page than its last four digits', async () => {
    const { page, later } = await watched('importer-number');
    const input = box(page, numberTexts.number);
    await input.pressSequentially('214-36-7895');
    await paste(input, '217 58 9043');
    await input.fill('My number is 218-47-9036.');
    await eventually(() => input.inputValue()).toBe('9036');
    const notes = await notesOf(page);
    for (const start of ['214-36', '217-58', '218-47']) expect(holding(start, notes)).toEqual([]);
    expect(later()).toEqual([]);
  });
});
