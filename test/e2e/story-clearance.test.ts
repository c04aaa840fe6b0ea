import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { say } from '../../web/src/desk/case/words.ts';
import { fill } from '#domain/broker/words.ts';
import { teamWords } from '#letters/team-words.ts';
import { samples } from '#test/fakes/requests.ts';
import { casePath, filed } from './desk-cases.ts';
import { ada, luis, mei, useDeskStage } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { expireCaseLinks } from './later-on.ts';
import { messages, readInInbox } from './mails.ts';
import { eventually } from './stage.ts';
import {
  answerFromE1,
  callSecond,
  clear,
  clearNow,
  comeBack,
  isTold,
  keepAnswer,
  lookAgain,
  record,
  takeAndOpen,
  tell,
  write,
} from './story-broker.ts';
import { confirm, letterOf, letterWords, linkIn, own } from './story-importer.ts';

/** How a team makes an email update safe, in three browsers and one inbox; and how it stops when somebody says no. */
const stage = useDeskStage();

type Story = {
  readonly reference: string;
  readonly company: string;
  readonly contact: string;
  readonly newEmail: string;
};

/** A request, each about another importer, whose two mailboxes are confirmed by their readers. */
async function asked(company: string, importerNumber: string): Promise<Story> {
  const domain = `${company.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`;
  const newEmail = `customs@${domain}`;
  const { reference, mailbox } = await filed(stage, company, {
    ...{ type: 'email-update', importerNumber, newEmail, oldEmail: `tom@${domain}`, contactName: 'Priya Shah' },
  });
  const { page, context } = await stage.visit();
  const receipt = await letterOf(stage, reference, mailbox, 'received.subject');
  await confirm(stage, page, receipt, letterWords['received.confirmButton']);
  const named = await letterOf(stage, reference, newEmail, 'named.subject');
  await confirm(stage, page, named, letterWords['named.button']);
  await context.close();
  return { reference, company, contact: mailbox, newEmail };
}

/** A member with the case before them. */
async function at(of: Story, member: string): Promise<Page> {
  const { page } = await stage.as(member);
  await page.goto(casePath(of));
  await heading(page, of.company).waitFor();
  return page;
}

const jim = 'jim@old-office.example';

describe('a team of three', () => {
  it('clears a risky update: tells, calls, looks twice, files, and tells that it was filed', async () => {
    const of = await asked('Team Of Three LLC', '252704-12345');
    const { page } = await stage.as(luis);
    await takeAndOpen(page, of.company);
    await button(page, say('move.flag')).click();
    await write(page, say('flag.label'), 'The new mailbox was made last week.', say('flag.send'));

    await tell(page, jim);
    const letter = await letterOf(stage, of.reference, jim, 'earlier.subject');
    const words = await readInInbox(stage, letter);
    expect(words).toContain(of.company);
    for (const kept of [of.newEmail, of.contact, 'Priya', 'Shah', samples['email-update'][0]?.['contactPhone'] ?? ''])
      expect(`${words}${letter.text}${letter.html}`).not.toContain(kept);
    await comeBack(page);
    await page.getByText(say('telling.until')).waitFor();
    await record(page, ['call-back', 'power-of-attorney', 'certifier']);
    await page
      .locator('#next')
      .getByText(say('look.no-licence-in-look', { names: 'Ada Osei, Mei Tan' }))
      .waitFor();

    // The hold would take a working day: a licensed member reaches a second person instead.
    const hers = await at(of, ada);
    await callSecond(hers);
    const meis = await at(of, mei);
    await lookAgain(meis);
    await comeBack(page);
    await page.getByText(say('next.clear')).waitFor();
    await clearNow(page);

    const name = of.company.toUpperCase();
    const filedAt = { lines: ['1200 HARBOR STREET'], city: 'MIAMI', state: 'FL', postal: '33122' };
    await keepAnswer(page, '252704-12345', { result: '1', abbreviatedName: name, legalName: name, mailing: filedAt });
    await answerFromE1(page);
    const second = await letterOf(stage, of.reference, jim, 'filed.subject');
    expect(`${second.text}${second.html}`).not.toContain(of.newEmail);
    expect(await page.getByText(say('nobody-told.title')).count()).toBe(0);
  });
});

describe('this was not us', () => {
  it('stops a cleared case: by a button, not by opening, once, without script, and a member cannot lift it', async () => {
    const of = await asked('Not Us Imports LLC', '252704-12346');
    const page = await at(of, luis);
    await tell(page, jim);
    await callSecond(await at(of, ada));
    await comeBack(page);
    await isTold(page);
    await clear(page, ['call-back', 'power-of-attorney', 'certifier']);

    const letter = await letterOf(stage, of.reference, jim, 'earlier.subject');
    const { page: jims, expectComplaint } = await stage.visit({ device: 'phone', javaScriptEnabled: false });
    // Links that are no good are answered so, and the browser notes it.
    expectComplaint(/status of 4\d\d/);
    const link = await linkIn(stage, jims, letter, letterWords['earlier.button']);
    await jims.goto(link);
    await jims.reload();
    await heading(jims, own['not-us.title']).waitFor();
    await comeBack(page);
    expect(await heading(page, say('frozen.title')).count(), 'opening changes nothing').toBe(0);

    await button(jims, own['not-us.button']).click();
    await heading(jims, own['not-us.done.title']).waitFor();
    await comeBack(page);
    await heading(page, say('frozen.title')).waitFor();
    await page.getByText(say('file.locked.frozen')).waitFor();
    expect(await heading(page, say('ki.title')).count()).toBe(0);
    expect(await button(page, say('unfreeze.button')).count()).toBe(0);
    await alerted(of);

    await jims.goto(link);
    await heading(jims, own['not-us.already.title']).waitFor();
    const hers = await at(of, ada);
    await hers.locator('#next').focus();
    await hers.keyboard.press('c');
    await write(hers, say('unfreeze.label'), 'Jim had not heard of it. Their president had.', say('unfreeze.send'));
    await comeBack(page);
    await heading(page, say('frozen.title')).waitFor({ state: 'detached' });
    await page.getByText(say('file.locked.why')).waitFor();

    await trouble(jims, link.slice(0, -3), 'link.cut.title');
    await trouble(jims, `${link.slice(0, -6)}AAAAAA`, 'link.unknown.title');
    await expireCaseLinks(stage, of.reference);
    await trouble(jims, link, 'link.expired.title');
    await jims.getByText('If this was not you, please call us now.').waitFor();
  });
});

/** The team hears of it by mail. */
async function alerted({ reference, company }: Story): Promise<void> {
  const subject = fill(teamWords['frozen.subject'], { reference, company });
  const to = async () => (await messages(stage)).filter((mail) => mail.subject === subject).flatMap((mail) => mail.to);
  await eventually(to).toEqual([broker.teamMailboxes[0]]);
}

type Trouble = 'link.cut.title' | 'link.unknown.title' | 'link.expired.title';

/** A link that is no good says why, and offers nothing to press. */
async function trouble(page: Page, link: string, title: Trouble): Promise<void> {
  await page.goto(link);
  await heading(page, own[title]).waitFor();
  expect(await button(page, own['not-us.button']).count()).toBe(0);
}
