import { describe, expect, it } from 'vitest';
import { say } from '../../web/src/desk/case/words.ts';
import adviceTexts from '#domain/requests/account-error/text/outcomes.en.json' with { type: 'json' };
import notifyTexts from '#domain/requests/notify-party/text/outcomes.en.json' with { type: 'json' };
import nameTexts from '#domain/requests/name-query/text/outcomes.en.json' with { type: 'json' };
import refundTexts from '#domain/requests/refund-returned/text/outcomes.en.json' with { type: 'json' };
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { krAnswer } from '#test/domain/fixtures/kr-lines.ts';
import { samples } from '#test/fakes/requests.ts';
import { casePath } from './desk-cases.ts';
import { ada, luis, useDeskStage } from './desk-stage.ts';
import { button, heading } from './form.ts';
import {
  box,
  callSecond,
  clear,
  comeBack,
  copied,
  isTold,
  openAnswer,
  paste,
  sendAnswer,
  takeAndOpen,
} from './story-broker.ts';
import { confirm, file, follow, letterOf, letterWords, plays } from './story-importer.ts';

const stage = useDeskStage();

/** Files a request, confirms its mailbox, and has a member take the case. */
async function begun(
  type: 'account-error' | 'refund-returned' | 'notify-party' | 'name-query',
  { how, javaScriptEnabled }: (typeof plays)[number],
  change: Readonly<Record<string, string>> = {},
) {
  const company = change['companyName'] ?? `${type} ${how} LLC`;
  const mailbox = `rosa@${company.toLowerCase().replaceAll(' ', '-')}.example`;
  const answers = { ...samples[type][0], companyName: company, contactEmail: mailbox, ...change };
  const { page: importer } = await stage.visit({ device: 'phone', javaScriptEnabled });
  const reference = await file(importer, type, answers, javaScriptEnabled);
  const receipt = await letterOf(stage, reference, mailbox, 'received.subject');
  await confirm(stage, importer, receipt, letterWords['received.confirmButton']);
  const { page } = await stage.as(luis);
  await takeAndOpen(page, company);
  const told = async (title: string) => {
    const letter = await letterOf(stage, reference, mailbox, 'outcome.subject');
    await follow(stage, importer, letter, letterWords['page.button']);
    await heading(importer, title).waitFor();
    return letter.text;
  };
  return { company, importer, page, reference, told };
}

/** In the past wherever the office is. */
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 16);

const [scripted, plain] = plays;

/** Some with script on the importer's side and some without: each form is tried in both ways elsewhere. */
describe('what is asked less often', () => {
  it('an error of CBP’s form is answered by steps that begin with our words', async () => {
    const { importer, page, told } = await begun('account-error', scripted);
    await page.getByText(say('next.advise')).waitFor();
    expect(await page.getByText(say('file.locked')).count(), 'nothing to unlock').toBe(0);
    const form = await openAnswer(page);
    await form.getByRole('radio', { name: adviceTexts['guidance-sent.name'] }).check();
    await form
      .getByRole('button', { name: say('answer.start') })
      .first()
      .click();
    const steps = box(page, adviceTexts['guidance.label']);
    expect(await steps.inputValue()).toBe(adviceTexts['guidance.start.already-linked']);
    await steps.fill('Ask your old forwarder who signed up.\nThen write to ACE Support.');
    await sendAnswer(form);
    expect(await told(adviceTexts['guidance-sent.title'])).toContain('1. Ask your old forwarder who signed up.');
    await importer.getByRole('listitem').filter({ hasText: 'Then write to ACE Support.' }).waitFor();
  });

  it('a refund that came back is looked into, and CBP is asked', async () => {
    const { importer, page, told } = await begun('refund-returned', plain);
    await clear(page, ['power-of-attorney', 'receiver']);
    await page.getByText(say('next.do')).waitFor();
    const form = await openAnswer(page);
    await form.getByRole('radio', { name: refundTexts['escalated.name'] }).check();
    await form.getByLabel(refundTexts['escalatedAt.label']).fill(yesterday());
    await sendAnswer(form);
    expect(await told(refundTexts['escalated.title'])).toMatch(/We asked CBP’s refund desk on \w+day, .* Eastern Time/);
    await importer.getByText(/Look at REV-603 and REV-613 again/).waitFor();
  });

  it('a notify party is prepared behind the gate', async () => {
    const number = { importerNumber: plain.assigned };
    const { company, importer, page, reference, told } = await begun('notify-party', plain, number);
    await page.getByText(say('file.locked')).waitFor();
    const second = await stage.as(ada);
    await second.page.goto(casePath({ reference }));
    await heading(second.page, company).waitFor();
    await callSecond(second.page);
    await second.context.close();
    await comeBack(page);
    await isTold(page);
    await clear(page, ['call-back', 'power-of-attorney', 'certifier']);
    const form = await openAnswer(page);
    await form.getByRole('radio', { name: notifyTexts['prepared.when'] }).check();
    await box(page, notifyTexts['receiver.label']).fill('Harbor & Pine');
    await form.getByRole('combobox', { name: notifyTexts['way.label'] }).selectOption('tab');
    await form.getByLabel(notifyTexts['preparedAt.label']).fill(yesterday());
    await sendAnswer(form);
    expect(await told(notifyTexts['prepared.title'])).toContain('that Harbor & Pine receives your refunds');
    await importer.getByText(/box 28 of the entry summary/).waitFor();
  });

  it('several numbers are asked in one line and answered one by one', async () => {
    const first: OnFile = { result: '1', abbreviatedName: 'ACME IMPORTS LLC', legalName: 'ACME IMPORTS LLC' };
    const numbers = { importerNumber: scripted.ein, importerNumber2Kind: 'cbp', importerNumber2: scripted.assigned };
    const { importer, page, told } = await begun('name-query', scripted, numbers);
    await clear(page, ['power-of-attorney', 'receiver']);
    const line = await copied(page, () => button(page, say('ki.copy')).click());
    expect(line).toBe(`K ${scripted.ein}00 ${scripted.assigned}`.padEnd(80));
    await paste(page, [...krAnswer(scripted.ein, first), ...krAnswer(scripted.assigned, { result: '0' })].join('\n'));
    await button(page, say('kr.keep')).first().click();
    await heading(page, say('kr.kept')).waitFor();
    const form = await openAnswer(page);
    expect(await form.getByRole('radio', { name: nameTexts['names-on-file.name'] }).isChecked()).toBe(true);
    await sendAnswer(form);
    const letter = await told(nameTexts['names-on-file.title']);
    expect(letter).toContain(`CBP-assigned number ending ${scripted.assigned.slice(-4)}`);
    expect(letter).not.toContain(scripted.assigned);
    await importer.getByText('ACME IMPORTS LLC', { exact: true }).first().waitFor();
    await importer.getByText(/nothing on file under this number/).waitFor();
  });
});

it('a case that becomes another request keeps its history', async () => {
  const { page } = await begun('account-error', scripted, { companyName: 'Turned Around LLC' });
  await page.keyboard.press('n');
  await box(page, say('note.label')).fill('They also wrote by mail.');
  await page.getByRole('button', { name: say('note.send'), exact: true }).click();
  await page.getByText('They also wrote by mail.').waitFor();
  await page.getByText(say('head.more')).click();
  await button(page, say('move.convert')).click();
  const form = page.getByRole('form', { name: say('convert.title') });
  await form.getByRole('radio', { name: 'Name query' }).check();
  await form.getByRole('button', { name: say('convert.send') }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText(say('head.was', { type: 'Account error', at: '' }).trim()).waitFor();
  await page.getByText('They also wrote by mail.').waitFor();
  await page.getByText('I typed our name and number three times.', { exact: false }).waitFor();
});
