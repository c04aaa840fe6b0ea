import { mkdirSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import * as z from 'zod/mini';
import { broker } from '../../broker.config.ts';
import { mailSchema } from '../../infra/local/ses/mail.ts';
import { samples } from '#test/fakes/requests.ts';
import { openBrowser } from '../browser.ts';
import { button, fillIn, goToCheck, pageOf, words } from './form.ts';
import type { Answers } from './form.ts';
import { answerPicture, deskPictures } from './screenshots-desk.ts';
import { startMachine } from './machine.ts';
import type { Machine } from './machine.ts';

/** The README's pictures, from the running product: `node test/e2e/screenshots.ts`, by hand, after its look has changed. */
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const type = 'email-update';
const apart = /^(address|city|country|state|postal)/;
const answers: Answers = {
  ...Object.fromEntries(Object.entries(samples[type][1] ?? {}).filter(([name]) => !apart.test(name))),
  recordChanged: 'no',
  powerOfAttorney: 'on-file',
  newEmailInAce: 'no',
};
const some = (pattern: RegExp) => Object.fromEntries(Object.entries(answers).filter(([name]) => pattern.test(name)));

async function picture(page: Page, name: string, height?: number): Promise<void> {
  const path = `${folder}${name}.png`;
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.screenshot({ path, ...(height !== undefined && { clip: { x: 0, y: 0, width, height } }) });
  console.log(`${name}.png, ${Math.round(statSync(path).size / 1000)} kB`);
}

async function openForm(browser: Browser, machine: Machine, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    baseURL: machine.site,
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(pageOf(type));
  return page;
}

async function formPictures(browser: Browser, machine: Machine): Promise<void> {
  const phone = await openForm(browser, machine, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await fillIn(phone, type, some(/^(contact|power|newEmail)/));
  await phone.evaluate(() => document.querySelector('#newEmail')?.closest('section')?.scrollIntoView());
  await phone.mouse.wheel(0, -16);
  await picture(phone, 'form-phone');

  const desktop = await openForm(browser, machine, { viewport: { width: 1280, height: 900 } });
  await fillIn(desktop, type, some(/^(importer|companyName)/));
  await desktop.evaluate(() => scrollTo(0, 0));
  await picture(desktop, 'form-desktop');
}

/** What most readers see and need no more than. Chinese wants a font that has it on the machine that takes the picture. */
async function guidePictures(browser: Browser, machine: Machine): Promise<void> {
  const desktop = { viewport: { width: 1280, height: 900 } };
  const phone = { viewport: { width: 390, height: 844 } };
  for (const [name, path, options] of [
    ['home-desktop', '/en/', desktop],
    ['result-phone', '/es/help/answer/name-on-file/', phone],
    ['guide-phone', '/zh-Hans/help/apply/', { ...phone, colorScheme: 'dark' }],
    ['check-phone', '/en/tools/company-name/', phone],
  ] as const) {
    const page = await (
      await browser.newContext({ baseURL: machine.site, reducedMotion: 'reduce', ...options })
    ).newPage();
    await page.goto(path);
    if (name === 'check-phone') {
      await page.locator('#typed').fill('Acme Imports LLC');
      await page.locator('#papers').fill('ACME IMPORT, L.L.C.');
      await page.locator('.aligned').scrollIntoViewIfNeeded();
    }
    await picture(page, name);
  }
}

async function letterPicture(browser: Browser, machine: Machine): Promise<void> {
  const page = await openForm(browser, machine, { viewport: { width: 700, height: 1000 } });
  await fillIn(page, type, answers);
  await goToCheck(page);
  await button(page, words['check.send']).click();
  await page.waitForURL('**/sent/*');
  const [team] = broker.teamMailboxes;
  let letter: string | undefined;
  while (letter === undefined) {
    await pause(100);
    const mails = z.array(mailSchema).parse(await (await fetch(`${machine.inbox}/messages`)).json());
    letter = mails.find(({ to }) => to.includes(team))?.id;
  }
  await page.goto(`${machine.inbox}/messages/${letter}/html`);
  await picture(page, 'team-letter', 980);
}

mkdirSync(folder, { recursive: true });
const [machine, browser] = await Promise.all([startMachine({ demo: true, ownTable: true }), openBrowser()]);
try {
  await guidePictures(browser, machine);
  await formPictures(browser, machine);
  await letterPicture(browser, machine);
  await deskPictures(browser, machine, picture);
  await answerPicture(browser, machine, picture);
} finally {
  await browser.close();
  await machine.stop();
}
