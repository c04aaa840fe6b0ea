import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import refusals from '../../functions/http/desk/sign-in/text/refusals.en.json' with { type: 'json' };
import team from '../../web/src/desk/members/text/en.json' with { type: 'json' };
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import words from '../../web/src/desk/sign-in/text/en.json' with { type: 'json' };
import { teamWords } from '#letters/team-words.ts';
import { ada, askForSignIn, luis, passkeysIn, pressLink, signInLinks, useDeskStage, usePasskey } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { expireSignInLink } from './later-on.ts';
import { useWords } from './story-broker.ts';

const stage = useDeskStage();

/** Opens the menu behind the member's name and signs out. */
async function leave(page: Page, name: string): Promise<void> {
  // The page of the team has the same name once more, in its list.
  await page.getByRole('banner').getByText(name, { exact: true }).click();
  await button(page, shell['sign-out']).click();
  await page.waitForURL('**/desk/sign-in/');
}

const refused = /status of 422/;

async function expectRefused(page: Page, link: string, said: string): Promise<void> {
  await pressLink(page, link);
  await page.getByText(said).waitFor();
  expect(await button(page, words['link.go']).count()).toBe(0);
  await button(page, words['link.new']).click();
  await page.getByRole('textbox', { name: words['ask.email'] }).waitFor();
}

describe('the first member', () => {
  it('comes in by mail, the code of the configuration and a passkey; then by mail and passkey', async () => {
    const desk = await stage.visitDesk(ada, 'desktop', '/desk/');
    const { page, context, passkeys } = desk;
    await page.waitForURL('**/desk/sign-in/?back=*');
    await askForSignIn(stage, page, ada);

    desk.expectComplaint(refused);
    // The letter is read in another tab, and its button opens one more: the first one goes on by itself.
    const inbox = await context.newPage();
    await inbox.goto(`${stage.inbox()}/`);
    await inbox.getByRole('listitem').filter({ hasText: ada }).getByRole('link').click();
    const opened = context.waitForEvent('page');
    await inbox.frameLocator('iframe').getByRole('link', { name: teamWords['signIn.button'] }).first().click();
    const tab = await opened;
    const device = await passkeysIn(tab);
    await heading(tab, words['link.title']).waitFor();
    await button(tab, words['link.go']).click();
    await useWords(tab, words['enrol.code'], 'lantern-0000-harbor');
    await button(tab, words['enrol.go']).click();
    await tab.getByText(refusals['code-wrong']).waitFor();
    if (broker.signIn.with !== 'passkey' || !broker.signIn.first) throw new Error('the tests sign in with passkeys');
    await useWords(tab, words['enrol.code'], broker.signIn.first.code);
    await button(tab, words['enrol.go']).click();
    await heading(tab, words['done.title']).waitFor();
    await heading(page, queue.title).waitFor();

    await leave(page, 'Ada Osei');
    await passkeys.give(await device.list());
    // This time the link is opened in the tab that asked, which goes on to the page it came for.
    await page.goto('/desk/members/');
    await page.waitForURL('**/desk/sign-in/?back=*');
    const link = await askForSignIn(stage, page, ada);
    await pressLink(page, link);
    await usePasskey(page);
    await page.waitForURL('**/desk/members/');
    await heading(page, team.title).waitFor();

    await leave(page, 'Ada Osei');
    const other = await askForSignIn(stage, page, ada);
    await pressLink(page, other);
    await heading(page, words['passkey.title']).waitFor();
    await page.goto('/desk/');
    await page.waitForURL('**/desk/sign-in/?back=*');
    await heading(page, words['passkey.title']).waitFor();
    await usePasskey(page);
    await page.waitForURL('**/desk/');
    await heading(page, queue.title).waitFor();

    await stage.keep(desk);

    const stranger = await stage.visitDesk('rosa@acme.example', 'phone', '/desk/sign-in/');
    stranger.expectComplaint(refused);
    await expectRefused(stranger.page, link, refusals['link-used']);
  });
});

describe('a second member', () => {
  it('comes in by a code that the first one made on the page of the team', async () => {
    const { page } = await stage.as(luis, 'phone');
    await heading(page, queue.title).waitFor();
    await page.goto('/desk/members/');
    await heading(page, team.team).waitFor();
    expect(await page.getByRole('button', { name: team['team.code'] }).count(), 'only a licensed one makes codes').toBe(
      0,
    );
  });
});

describe('who is not on the team', () => {
  it('reads the very same, and gets no letter', async () => {
    const { page } = await stage.visitDesk('rosa@acme.example', 'phone', '/desk/sign-in/');
    await page.getByRole('textbox', { name: words['ask.email'] }).fill('rosa@acme.example');
    await button(page, words['ask.go']).click();
    await heading(page, words['asked.title']).waitFor();
    const told = await page.getByRole('main').innerText();
    // A letter to a member that is asked for later, and comes, shows that the stranger's is not on its way.
    const member = await stage.visitDesk(luis, 'phone', '/desk/sign-in/');
    await askForSignIn(stage, member.page, luis);
    expect(await member.page.getByRole('main').innerText()).toBe(told.replaceAll('rosa@acme.example', luis));
    expect(await signInLinks(stage, 'rosa@acme.example')).toEqual([]);
  });
});

describe('a link that does not work says why, and the way on', () => {
  it('altered, foreign, too old', async () => {
    const { page, expectComplaint } = await stage.visitDesk(luis, 'desktop', '/desk/sign-in/');
    expectComplaint(refused);
    const link = await askForSignIn(stage, page, luis);
    await expectRefused(page, link.slice(0, -1), refusals['link-altered']);
    const turned = link.endsWith('A') ? 'B' : 'A';
    await expectRefused(page, `${link.slice(0, -1)}${turned}`, refusals['link-unknown']);
    await expireSignInLink(stage, link);
    await expectRefused(page, link, refusals['link-expired']);
  });
});
