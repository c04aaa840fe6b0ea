import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say } from '../../web/src/desk/case/words.ts';
import commonOutcomes from '#domain/requests/common/text/outcomes.en.json' with { type: 'json' };
import { lookUpTexts } from '#domain/case/look-up.ts';
import { casePath, confirmLink, filed, filedAndConfirmed } from './desk-cases.ts';
import type { Filed } from './desk-cases.ts';
import { ada, useDeskStage } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { expireCaseLinks, letAsksPass } from './later-on.ts';
import { box } from './story-broker.ts';
import { letterOf, letterWords, linkIn, own } from './story-importer.ts';
import type { Visit } from './stage.ts';

const stage = useDeskStage();
const texts = lookUpTexts('en');

/** The importer's side, where a link that is none is answered as such. */
async function importer(javaScriptEnabled = true): Promise<Visit> {
  const visit = await stage.visit({ device: 'phone', javaScriptEnabled });
  visit.expectComplaint(/status of (404|409|410|422)/);
  return visit;
}

/** Asks for a link on the page that anyone can open, and gives the one that came. */
async function lookUp(page: Page, { reference, mailbox }: Filed, count = 1): Promise<string> {
  await page.goto('/en/case/');
  await box(page, texts['reference.label']).fill(reference.toLowerCase());
  await box(page, texts['email.label']).fill(mailbox);
  await button(page, texts.send).click();
  await heading(page, own['asked.title']).waitFor();
  const letter = await letterOf(stage, reference, mailbox, 'caseLink.subject', count);
  return linkIn(stage, page, letter, letterWords['page.button']);
}

describe('a link from a letter', () => {
  it('that confirms: pressed twice, cut, altered, of another case, for another page, too old', async () => {
    const [one, other] = [await filed(stage, 'Ginger Links LLC'), await filed(stage, 'Ginger Other LLC')];
    const { page } = await importer(false);
    const link = await confirmLink(stage, one);
    await page.goto(link.slice(0, -1));
    await heading(page, own['link.cut.title']).waitFor();
    await page.goto(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`);
    await heading(page, own['link.unknown.title']).waitFor();
    await page.goto(link.replace(one.reference, other.reference));
    await heading(page, own['link.unknown.title']).waitFor();
    await page.goto(link.replace('/confirm/', '/case/'));
    await heading(page, own['link.other-purpose.title']).waitFor();
    await page.getByRole('link', { name: own['link.other-purpose.go'] }).click();
    await button(page, own['confirm.button']).click();
    await heading(page, own['confirmed.title']).waitFor();
    await page.goto(link);
    await heading(page, own['confirmed.already.title']).waitFor();
    await page.goto(await confirmLink(stage, other));
    await expireCaseLinks(stage, other.reference);
    await button(page, own['confirm.button']).click();
    await heading(page, own['link.expired.title']).waitFor();
    await page.getByRole('link', { name: own['link.ask'] }).click();
    await heading(page, texts.title).waitFor();
  });

  it('to a case: too old, renewed by one press; and nobody learns whether there is a case', async () => {
    const of = await filed(stage, 'Hazel Link LLC');
    const { page } = await importer(false);
    const link = await lookUp(page, of);
    await page.goto(link);
    await heading(page, own['state.new']).waitFor();
    await expireCaseLinks(stage, of.reference);
    await letAsksPass(stage);
    await page.reload();
    await heading(page, own['link.expired.title']).waitFor();
    await button(page, own['link.renew']).click();
    await heading(page, own['renewed.title']).waitFor();
    const letter = await letterOf(stage, of.reference, of.mailbox, 'caseLink.subject', 2);
    await page.goto(await linkIn(stage, page, letter, letterWords['page.button']));
    await heading(page, own['state.new']).waitFor();

    // What a stranger reads is what the right one reads, word by word.
    await page.goto('/en/case/');
    await box(page, texts['reference.label']).fill('00000-00000');
    await box(page, texts['email.label']).fill('nobody@elsewhere.example');
    await button(page, texts.send).click();
    await heading(page, own['asked.title']).waitFor();
    const told = await page.getByRole('main').innerText();
    await page.goto('/en/case/');
    await box(page, texts['reference.label']).fill(of.reference);
    await box(page, texts['email.label']).fill(of.mailbox);
    await button(page, texts.send).click();
    await heading(page, own['asked.title']).waitFor();
    expect(await page.getByRole('main').innerText()).toBe(told);
  });

  it('the form for a link says every problem at once, and keeps what was typed', async () => {
    const { page } = await importer(false);
    await page.goto('/en/case/');
    await box(page, texts['reference.label']).fill('H7K2');
    await box(page, texts['email.label']).fill('rosa@acme');
    await button(page, texts.send).click();
    await heading(page, own['problems.title']).waitFor();
    expect(await box(page, texts['reference.label']).inputValue()).toBe('H7K2');
    expect(await box(page, texts['email.label']).inputValue()).toBe('rosa@acme');
    expect(await page.getByRole('link', { name: /H7K2M-9QXTC|email/ }).count()).toBe(2);
  });
});

describe('a case that ended meanwhile', () => {
  it('takes nothing more from its importer, whose words stay to be copied', async () => {
    const of = await filedAndConfirmed(stage, 'Juniper Late LLC');
    const { page } = await importer();
    await page.goto(await lookUp(page, of));
    await box(page, own['message.label']).fill('One more thing about the port.');

    const { page: desk } = await stage.as(ada);
    await desk.goto(casePath(of));
    await heading(desk, of.company).waitFor();
    await desk.getByText(say('head.more')).click();
    await button(desk, say('move.close')).click();
    await desk.getByRole('radio', { name: commonOutcomes['closed.withdrawn.name'] }).check();
    await button(desk, say('close.send', { reference: of.reference })).click();
    await desk.getByText(say('next.over')).waitFor();

    await button(page, own['message.send']).click();
    await page.getByText(own.over).waitFor();
    expect(await box(page, own['message.unsent']).inputValue()).toBe('One more thing about the port.');
  });
});
