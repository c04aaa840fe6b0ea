import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { samples } from '#test/fakes/requests.ts';
import { asked, answer, button, fillIn, heading, pageOf, question, sentReference, words } from './form.ts';
import { saidToTeam } from './letters.ts';
import { mailsOf, mailTo } from './mails.ts';
import { allWrong, problemsIn } from './problems-of.ts';
import { useStage } from './stage.ts';
import { textsOf } from '#domain/requests/texts.ts';
import { helpWords } from '../../web/src/help/words.ts';
import { triageWords } from '../../web/src/triage/words.ts';

const stage = useStage();
const [team] = broker.teamMailboxes;
const noScript = { device: 'phone', javaScriptEnabled: false } as const;

describe('without JavaScript', () => {
  it.each(requestTypeNames)('a %s is posted as a plain form, and answered with the sent page', async (type) => {
    const [, answers = {}] = samples[type];
    const { page, posts } = await stage.visit(noScript);
    await page.goto(pageOf(type));
    for (const name of asked(type)) await question(page, type, name).first().waitFor();
    await fillIn(page, type, answers);
    await button(page, words['ask.send']).click();

    const reference = await sentReference(page);
    expect(posts).toHaveLength(1);
    expect((await posts[0]?.response())?.status()).toBe(303);
    const mails = await mailsOf(stage, reference, 2);
    for (const said of saidToTeam(type, answers)) expect(mailTo(mails, team).text).toContain(said.split('\n')[0]);
  });

  it('the triage leads to a form that has picked what was answered, and it is sent', async () => {
    const triage = triageWords('en');
    const { page } = await stage.visit(noScript);
    await page.goto('/en/');
    await page.getByRole('link', { name: triage['shown.no-code'] }).click();
    await page.getByRole('link', { name: triage['code.gone'] }).click();
    await heading(page, helpWords('en')['result.now']).waitFor();
    await page.getByRole('link', { name: textsOf('en', 'email-update')['title'] ?? '' }).click();

    const { errorSeen: _, ...others } = samples['email-update'][0] ?? {};
    await fillIn(page, 'email-update', others);
    await button(page, words['ask.send']).click();
    const mails = await mailsOf(stage, await sentReference(page), 3);
    expect(mailTo(mails, team).text).toContain(textsOf('en', 'email-update')['errorSeen.no-code']);
  });

  it('a reader says whether it helped, and is thanked or led on', async () => {
    const help = helpWords('en');
    const { page } = await stage.visit(noScript);
    await page.goto('/en/help/answer/find-the-owner/');
    await page.getByRole('link', { name: help['helped.yes'], exact: true }).click();
    await heading(page, help['thanks.title']).waitFor();
    expect(new URL(page.url()).search).toBe('?of=find-the-owner');
    await page.goBack();
    await page.getByRole('link', { name: help['helped.no'], exact: true }).click();
    await page.getByRole('link', { name: help['not-yet.again'] }).click();
    await heading(page, triageWords('en')['shown.title']).waitFor();
  });

  it('a full Social Security number leaves the door as its last four digits', async () => {
    const { page } = await stage.visit(noScript);
    await page.goto(pageOf('name-query'));
    await fillIn(page, 'name-query', { ...samples['name-query'][1], importerNumber: '123-45-9876' });
    await button(page, words['ask.send']).click();
    const mails = await mailsOf(stage, await sentReference(page), 2);
    expect(mailTo(mails, team).text).toContain('SSN ending 9876');
    expect(JSON.stringify(mails)).not.toMatch(/123-?45|12345/);
  });

  it('a wrong form is answered with every problem on one page, and Back finds what was typed', async () => {
    const { page, expectComplaint } = await stage.visit(noScript);
    expectComplaint(/status of 422/);
    await page.goto(pageOf('email-update'));
    await fillIn(page, 'email-update', allWrong);
    await button(page, words['ask.send']).click();

    await heading(page, words['problems.title']).waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    const said = await page.locator('.bad li').allInnerTexts();
    const expected = problemsIn('email-update', allWrong).map(({ message }) => message);
    expect(expected.length).toBeGreaterThan(8);
    expect(said).toEqual(expected);

    await page.goBack();
    // A browser that loads the page anew leaves the number out: it may be a Social Security number, and is not kept on disk.
    for (const [name, value] of Object.entries(allWrong).filter(([name]) => name !== 'importerNumber')) {
      const box = question(page, 'email-update', name, value);
      const kept = (await box.getAttribute('type'))?.match(/radio|checkbox/)
        ? (await box.isChecked()) && value
        : await box.inputValue();
      expect(kept, name).toBe(value);
    }
    await answer(page, 'email-update', 'companyName', 'Still editable');
  });

  it('questions that depend on an answer say when to answer them', async () => {
    const { page } = await stage.visit(noScript);
    await page.goto(pageOf('email-update'));
    await page.getByText('Only if you answered “Yes” or “I am not sure” to').first().waitFor();
    await page.getByText('Only if you answered “Something else” to “What kind of address is it?”').waitFor();
    expect(await page.getByRole('button', { name: 'Use my email' }).isVisible()).toBe(false);
  });
});
