import type { Browser, Page } from 'playwright-core';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoSignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { COOKIE } from '../../functions/http/desk/cookie.ts';
import { hashOfToken, linkAddress, newToken } from '#casework/links.ts';
import { startSession } from '#casework/sign-in/sessions.ts';
import type { Case } from '#domain/case/case.ts';
import { mailedLink, withLink } from '#domain/case/links.ts';
import { casesOn, clientOf, TABLE } from './later-on.ts';
import type { Machine } from './machine.ts';

/** Pictures of the desk and of an answer, from the demo's cases. Nobody signs in for them: the session and the link are put into the table. */
type Picture = (page: Page, name: string, height?: number) => Promise<void>;

const tableOf = (machine: Machine) => ({ table: () => machine.table });

export async function deskPictures(browser: Browser, machine: Machine, picture: Picture): Promise<void> {
  const { sessions } = dynamoSignInStores(clientOf(tableOf(machine)), TABLE);
  const { secret } = await startSession(
    { sessions, now: () => new Date(), newToken },
    'ada@harborpine.example',
    'full',
  );
  const context = await browser.newContext({
    baseURL: machine.site,
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const cookie = { name: COOKIE, value: secret, domain: 'localhost', path: '/' };
  await context.addCookies([{ ...cookie, secure: true, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  await page.goto('/desk/');
  await page.getByRole('listitem').first().waitFor();
  await picture(page, 'queue-desktop');

  const cleared = await chosen(
    machine,
    ({ type, cleared, onFile }) => type === 'email-update' && !!cleared && !!onFile,
  );
  await page.goto(`/desk/case/?reference=${cleared.reference}`);
  await page.getByRole('heading', { name: cleared.answers['companyName'] ?? '' }).waitFor();
  await page.getByRole('table').first().waitFor();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await picture(page, 'case-desktop');
  await context.close();
}

export async function answerPicture(browser: Browser, machine: Machine, picture: Picture): Promise<void> {
  const answered = await chosen(machine, ({ outcome }) => outcome?.code === 'name-on-file');
  const token = newToken();
  const [letter] = answered.letters;
  if (!letter) throw new Error('the demo sent no letter about it');
  const link = mailedLink({ purpose: 'case', mailbox: 'contact' }, letter, hashOfToken(token), new Date());
  const cases = dynamoCaseStore(clientOf(tableOf(machine)), TABLE);
  await cases.save({ ...withLink(answered, link), rev: answered.rev + 1 }, answered.rev);
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-US', isMobile: true });
  await page.goto(linkAddress(machine.site, 'case', answered.reference, token));
  await picture(page, 'answer-phone');
  await page.close();
}

async function chosen(machine: Machine, is: (of: Case) => boolean): Promise<Case> {
  const found = (await casesOn(tableOf(machine))).find(is);
  if (!found) throw new Error('the demo has no such case');
  return found;
}
