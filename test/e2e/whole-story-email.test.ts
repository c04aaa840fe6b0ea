import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say } from '../../web/src/desk/case/words.ts';
import { abiWords } from '#domain/abi/words.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import emailTexts from '#domain/requests/email-update/text/outcomes.en.json' with { type: 'json' };
import nameTexts from '#domain/requests/name-query/text/outcomes.en.json' with { type: 'json' };
import { samples } from '#test/fakes/requests.ts';
import { casePath } from './desk-cases.ts';
import { ada, luis, useDeskStage } from './desk-stage.ts';
import { button, fillIn, heading } from './form.ts';
import {
  answerFromE1,
  callSecond,
  clear,
  comeBack,
  copied,
  isTold,
  keepAnswer,
  openAnswer,
  sendAnswer,
  takeAndOpen,
} from './story-broker.ts';
import { confirm, file, follow, letterOf, letterWords, own, plays } from './story-importer.ts';

const stage = useDeskStage();

const copyEmail = say('sheet.copy', { label: abiWords['worksheet.field.email'] });
const filedAt = {
  mailing: { lines: ['1200 HARBOR STREET', 'SUITE 4'], city: 'MIAMI', state: 'FL', postal: '33122' },
} as const satisfies Partial<OnFile>;

/** The earlier contact has left, as is usual: a licensed member calls somebody else whom the client file knows. */
async function secondCalled(of: { readonly reference: string; readonly company: string }): Promise<void> {
  const { page, context } = await stage.as(ada);
  await page.goto(casePath(of));
  await heading(page, of.company).waitFor();
  await callSecond(page);
  await context.close();
}

/** What the importer reads at the end: who gets the code, and what comes next. */
async function expectAccepted(page: Page, newEmail: string): Promise<void> {
  await heading(page, emailTexts['accepted.title']).waitFor();
  const told = await page.getByRole('main').innerText();
  for (const said of [
    `CBP sends a one-time code to ${newEmail}.`,
    'The code works for 10 minutes.',
    'Do not press Back',
    'try again the next working day',
    'Trade Account Owner',
    'ACH Refund Authorization',
    'REV-603',
  ])
    expect(told).toContain(said);
}

describe('an email update, from the form to CBP’s word', () => {
  it.each(plays)('$how on the importer’s side', async ({ how, javaScriptEnabled, assigned }) => {
    const company = `Bluebird ${how} Ltd`;
    const domain = `${how.replace(' ', '-')}.example`;
    const [contact, newEmail] = [`priya@${domain}`, `customs@${domain}`];
    const answers = {
      ...samples['email-update'][0],
      ...{ importerNumber: assigned, companyName: company },
      ...{ contactEmail: contact, newEmail, oldEmail: `tom@${domain}` },
    };
    const { page: importer } = await stage.visit({ device: 'phone', javaScriptEnabled });
    const reference = await file(importer, 'email-update', answers, javaScriptEnabled);
    const receipt = await letterOf(stage, reference, contact, 'received.subject');
    const named = await letterOf(stage, reference, newEmail, 'named.subject');
    await confirm(stage, importer, receipt, letterWords['received.confirmButton']);

    const { page } = await stage.as(luis);
    await takeAndOpen(page, company);
    const other = page.getByRole('listitem').filter({ hasText: say('check.other-mailbox.name') });
    await other.getByText(say('check.missing'), { exact: true }).waitFor();
    await confirm(stage, importer, named, letterWords['named.button']);
    await comeBack(page);
    await other.getByText(say('check.passed'), { exact: true }).waitFor();

    await secondCalled({ reference, company });
    await comeBack(page);
    await isTold(page);
    await clear(page, ['call-back', 'power-of-attorney', 'certifier']);
    expect(await heading(page, say('sheet.title')).count(), 'no worksheet without CBP’s record').toBe(0);
    const name = company.toUpperCase();
    await keepAnswer(page, assigned, { result: '1', abbreviatedName: name, legalName: name, ...filedAt });
    const sheet = page.getByRole('table').filter({ hasText: say('sheet.source') });
    await sheet.getByText(name).first().waitFor();
    expect(await copied(page, () => button(page, copyEmail).click())).toBe(newEmail);
    await answerFromE1(page);
    await page.getByText(say('nobody-told.title')).waitFor();

    const outcome = await letterOf(stage, reference, contact, 'outcome.subject');
    expect(outcome.text).toContain(newEmail);
    await follow(stage, importer, outcome, letterWords['page.button']);
    await expectAccepted(importer, newEmail);
  });
});

describe('a name that already matches', () => {
  it.each(plays)('goes on as an email update, and to its end, $how', async ({ how, javaScriptEnabled, ein }) => {
    const company = `Cedar ${how} LLC`;
    const legalName = company.toUpperCase();
    const mailbox = `rosa@cedar-${how.replace(' ', '-')}.example`;
    const named = { importerNumber: ein, companyName: company, typedName: legalName, contactEmail: mailbox };
    const asked = { ...samples['name-query'][0], ...named };
    const { page: importer } = await stage.visit({ device: 'phone', javaScriptEnabled });
    const reference = await file(importer, 'name-query', asked, javaScriptEnabled);
    const receipt = await letterOf(stage, reference, mailbox, 'received.subject');
    await confirm(stage, importer, receipt, letterWords['received.confirmButton']);

    const { page } = await stage.as(luis);
    await takeAndOpen(page, company);
    await clear(page, ['power-of-attorney', 'receiver']);
    const onFile: OnFile = { result: '2', abbreviatedName: legalName, legalName, ...filedAt };
    await keepAnswer(page, `${ein}00`, onFile);
    const answer = await openAnswer(page);
    expect(await answer.getByRole('radio', { name: nameTexts['already-matches.name'] }).isChecked()).toBe(true);
    await sendAnswer(answer);
    await page.getByText(say('file.locked')).waitFor();

    const converted = await letterOf(stage, reference, mailbox, 'converted.subject');
    await follow(stage, importer, converted, letterWords['page.button']);
    await heading(importer, own['state.lacking']).waitFor();
    const { companyType, companyPhone, certifierFirst, certifierLast, certifierTitle } =
      samples['email-update'][0] ?? {};
    const more = { companyType, companyPhone, recordChanged: 'no', newEmail: mailbox, newEmailInAce: 'no' };
    const certified = { certifierFirst, certifierLast, certifierTitle, certified: 'yes' };
    await fillIn(importer, 'email-update', textsOnly({ ...more, ...certified }));
    await button(importer, own['answers.send']).click();
    await importer.getByText(own['done.answers']).waitFor();

    await comeBack(page);
    await page.getByText(say('asked.missing.text')).first().waitFor({ state: 'detached' });
    await secondCalled({ reference, company });
    await comeBack(page);
    await isTold(page);
    await clear(page, ['call-back', 'certifier']);
    if ((await heading(page, say('sheet.title')).count()) === 0) await keepAnswer(page, `${ein}00`, onFile);
    await answerFromE1(page);

    const outcome = await letterOf(stage, reference, mailbox, 'outcome.subject');
    await follow(stage, importer, outcome, letterWords['page.button']);
    await expectAccepted(importer, mailbox);
  });
});

const textsOnly = (answers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
