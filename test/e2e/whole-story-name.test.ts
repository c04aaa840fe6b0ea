import { describe, expect, it } from 'vitest';
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import nameTexts from '#domain/requests/name-query/text/outcomes.en.json' with { type: 'json' };
import questions from '#domain/requests/name-query/text/questions.en.json' with { type: 'json' };
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { samples } from '#test/fakes/requests.ts';
import { luis, useDeskStage } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { box, clear, comeBack, copied, keepAnswer, openAnswer, part, sendAnswer, takeAndOpen } from './story-broker.ts';
import { confirm, file, follow, letterOf, letterWords, own, plays } from './story-importer.ts';

const stage = useDeskStage();

const onFile: OnFile = {
  result: '1',
  abbreviatedName: 'ACME IMPORTS AND TRADING COMPANY',
  legalName: 'ACME IMPORTS AND TRADING COMPANY OF MIAMI, LLC',
  secondName: { qualifier: 'DBA', name: 'ACME  DIRECT' },
};
const names = [onFile.legalName ?? '', onFile.abbreviatedName ?? '', onFile.secondName?.name ?? ''];

describe('a name query, from the form to the names', () => {
  it.each(plays)('$how on the importer’s side', async ({ how, javaScriptEnabled }) => {
    const company = `Acme ${how} LLC`;
    const mailbox = `rosa@${how.replace(' ', '-')}.example`;
    const { typedName: _, ...sample } = samples['name-query'][0] ?? {};
    const answers = { ...sample, companyName: company, contactEmail: mailbox };
    const importer = await stage.visit({ device: 'phone', javaScriptEnabled });

    const reference = await file(importer.page, 'name-query', answers, javaScriptEnabled);
    const receipt = await letterOf(stage, reference, mailbox, 'received.subject');
    await confirm(stage, importer.page, receipt, letterWords['received.confirmButton']);

    const { page } = await stage.as(luis);
    await page.getByRole('link', { name: company }).waitFor();
    expect(await part(page, queue['group.unconfirmed']).getByText(company).count()).toBe(0);
    await takeAndOpen(page, company);
    await page.getByText(say('file.locked')).waitFor();
    expect(await heading(page, say('ki.title')).count(), 'no query line before clearance').toBe(0);

    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: say('ask.prepared') }).selectOption(questions['typed-name.name']);
    expect(await box(page, say('ask.text')).inputValue()).toBe(questions['typed-name.text']);
    await button(page, say('ask.send')).click();
    await page.getByText(say('questions.open')).waitFor();

    const question = await letterOf(stage, reference, mailbox, 'question.subject');
    expect(question.text).toContain(questions['typed-name.text']);
    await follow(stage, importer.page, question, letterWords['question.button']);
    await heading(importer.page, own['state.waiting']).waitFor();
    await box(importer.page, questions['typed-name.text']).fill('ACME IMPORT LLC, with one comma');
    await button(importer.page, own['message.send']).click();
    await importer.page.getByText(own['done.reply']).waitFor();

    await comeBack(page);
    await page.getByText('ACME IMPORT LLC, with one comma').first().waitFor();
    await clear(page, ['power-of-attorney', 'receiver']);
    const line = await copied(page, () => button(page, say('ki.copy')).click());
    expect(line).toBe('K 95-123456700'.padEnd(80));
    await keepAnswer(page, '95-123456700', onFile);

    const answer = await openAnswer(page);
    const values = await Promise.all(
      [nameTexts['legalName.label'], nameTexts['abbreviatedName.label'], nameTexts['secondName.label']].map((label) =>
        answer.getByRole('textbox', { name: label }).inputValue(),
      ),
    );
    expect(values).toEqual(names);
    await box(page, say('answer.words')).fill('Call us if it fails again.');
    await sendAnswer(answer);

    const told = await letterOf(stage, reference, mailbox, 'outcome.subject');
    for (const name of names) expect(told.text).toContain(name);
    await follow(stage, importer.page, told, letterWords['page.button']);
    await heading(importer.page, nameTexts['name-on-file.title']).waitFor();
    await importer.page.getByText('Call us if it fails again.').waitFor();
    for (const [place, name] of [
      ['first', names[0]],
      ['then', names[1]],
    ] as const) {
      const shown = part(importer.page, nameTexts[`name-on-file.${place}`]);
      await shown.getByText(name ?? '', { exact: true }).waitFor();
      const copy = shown.getByRole('button', { name: own['name.copy'] });
      expect(await copy.isVisible()).toBe(javaScriptEnabled);
      if (javaScriptEnabled) expect(await copied(importer.page, () => copy.click())).toBe(name);
    }
  });
});
