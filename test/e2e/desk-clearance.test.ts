import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say } from '../../web/src/desk/case/words.ts';
import { ada, luis, mei } from '#test/fakes/desk-door.ts';
import { guarded } from './desk-fixture/guarded.ts';
import type { GuardedState } from './desk-fixture/guarded.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';
import { lookAgain, write } from './story-broker.ts';
import { eventually } from './stage.ts';

const desk = useDeskVisits();

const at = (state: GuardedState, who = ada) => desk.open(who, guarded[state](`${state} ${who.slice(0, 3)} LLC`));
const next = (page: Page) => page.locator('#next');
const row = (page: Page, name: string) => page.locator('.check').filter({ hasText: name });
const told = (page: Page) => row(page, say('check.earlier-contact.name'));
const held = (page: Page) => page.locator('.letters li').filter({ hasText: say('letter.mailbox-named') });

describe('an earlier contact', () => {
  it.each<[GuardedState, string, readonly string[]]>([
    ['nobody told yet', say('check.missing'), [say('check.earlier-contact.how')]],
    ['the letter is on its way', say('check.waiting'), [say('telling.owed')]],
    ['the hold runs', say('check.waiting'), [say('telling.until')]],
    ['it came back', say('check.failed'), [say('telling.came-back')]],
    ['it bounced', say('check.failed'), [say('telling.bounced')]],
    ['it could not be sent', say('check.failed'), [say('telling.parked')]],
    ['told at an address of the request', say('check.waiting'), [say('telling.in-request')]],
    ['a second person called', say('check.passed'), [say('check.second-person.name'), 'Omar Diaz']],
    ['a letter on paper', say('check.waiting'), [say('check.letter-on-file.name'), say('telling.until')]],
    ['all is done', say('check.passed'), [say('telling.over')]],
  ])('%s: says so, and what it is worth', async (state, badge, said) => {
    const { page } = await at(state);
    await told(page).locator('.badge').getByText(badge, { exact: true }).waitFor();
    for (const words of said) await told(page).getByText(words).first().waitFor();
  });

  it('is told from the client file: the form takes nothing from the request, and refuses its mailboxes at the field', async () => {
    const of = guarded['nobody told yet']('Fields LLC');
    const { page, expectComplaint } = await desk.open(luis, of);
    expectComplaint(/status of 422/);
    await page.keyboard.press('c');
    const form = page.getByRole('form', { name: say('tell.title') });
    const mailbox = form.getByRole('textbox', { name: say('tell.mailbox') });
    expect(await mailbox.inputValue()).toBe('');
    await mailbox.fill(of.answers['oldEmail'] ?? '');
    await form.getByText(say('telling.in-request')).waitFor();
    await mailbox.fill(of.answers['newEmail'] ?? '');
    await form.getByRole('textbox', { name: say('tell.source') }).fill('Contact card');
    await form.getByRole('button', { name: say('tell.send') }).click();
    await form.locator('.field').getByText('That is the new mailbox of this request.').waitFor();
    expect(await mailbox.getAttribute('aria-invalid')).toBe('true');
    expect((await desk.read(of))?.tellings).toEqual([]);
  });

  it('whose letter came back was not told, and the page asks for another one', async () => {
    const { page } = await at('the hold runs', luis);
    await next(page).getByText('has time for a no until').waitFor();
    await button(page, say('came-back.button')).click();
    await write(page, say('came-back.label'), 'Nobody of that name.', say('came-back.send'));
    await next(page).getByText(say('next.tell-earlier.again')).waitFor();
    await told(page).getByText(say('telling.came-back')).waitFor();
  });

  it('who cannot be told by mail is a matter for a licensed member, and others read whom to ask', async () => {
    const { page } = await at('it bounced', luis);
    await told(page)
      .getByText(say('ways.licensed', { names: 'Ada Osei, Mei Tan' }))
      .waitFor();
    expect(await button(page, say('ways.second-person')).count()).toBe(0);
    const { page: hers } = await at('it bounced');
    await button(hers, say('ways.letter-on-file')).click();
    const form = hers.getByRole('form', { name: say('check.letter-on-file.name') });
    await form.getByRole('button', { name: say('check.save') }).click();
    for (const missing of ['missing.on', 'missing.note'] as const) await form.getByText(say(missing)).waitFor();
  });
});

describe('a second look', () => {
  it('is not for who called back, and says for whom it is', async () => {
    const { page } = await at('a second look is wanted');
    const why = say('look.not-your-own-look', { names: 'Luis Marin, Mei Tan' });
    for (const place of [next(page), row(page, say('check.second-look.name'))]) await place.getByText(why).waitFor();
    expect(await button(page, say('look.button')).count()).toBe(0);
    await page.keyboard.press('c');
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('next');
  });

  it('by another member is the last thing before clearance', async () => {
    const { page } = await at('a second look is wanted', luis);
    await lookAgain(page);
    await page.keyboard.press('c');
    await page.getByText(say('head.cleared'), { exact: true }).waitFor();
  });

  it('that finds something wrong stops it', async () => {
    const { page } = await at('a second look is wanted', mei);
    await page.keyboard.press('c');
    await page.getByRole('radio', { name: say('look.failed') }).check();
    await button(page, say('look.send')).click();
    await row(page, say('check.second-look.name')).getByText(say('check.failed'), { exact: true }).waitFor();
    expect(await button(page, say('clear.button')).count()).toBe(0);
  });
});

describe('a frozen case', () => {
  it('says so above all else, locks everything, and can be lifted by a licensed member alone', async () => {
    const of = guarded.frozen('Frozen LLC');
    const { page: his } = await desk.open(luis, of);
    await heading(his, say('frozen.title')).waitFor();
    await his.getByText(say('frozen.not-us', { mailbox: 'jim@acme-imports.example' })).waitFor();
    await his.getByText(say('file.locked.frozen')).waitFor();
    expect(await button(his, say('unfreeze.button')).count()).toBe(0);
    await his.keyboard.press('o');
    await his.getByRole('radio', { name: 'Needs power of attorney' }).check();
    await his.getByText(say('answer.frozen')).waitFor();
    expect(await button(his, say('answer.send')).isDisabled()).toBe(true);

    const { page } = await desk.visit(ada);
    await page.goto('/desk/?flagged=yes');
    const line = page.locator('.row').filter({ hasText: 'Frozen LLC' });
    await line.locator('.badge').getByText('Frozen', { exact: true }).waitFor();
    await line.getByRole('link').click();
    await heading(page, say('frozen.title')).waitFor();
    await page.locator('#next').focus();
    await page.keyboard.press('c');
    await write(page, say('unfreeze.label'), 'Jim did not know; their president does.', say('unfreeze.send'));
    await next(page).getByText(say('next.tell-earlier'), { exact: true }).waitFor();
    expect(await heading(page, say('frozen.title')).count()).toBe(0);
    expect((await desk.read(of))?.timeline.at(-1)).toMatchObject({ what: 'unfrozen', who: ada });
  });

  it('is made by whoever hears it on the phone', async () => {
    const of = guarded['all is done']('Rung LLC');
    const { page } = await desk.open(luis, of);
    await button(page, say('move.freeze')).click();
    await write(page, say('freeze.label'), 'Jim rang: he asked for nothing.', say('freeze.send'));
    await page.getByText(say('frozen.by', { name: 'Luis Marin' })).waitFor();
    expect((await desk.read(of))?.frozen).toMatchObject({ who: luis, reason: 'Jim rang: he asked for nothing.' });
  });

  it('that is over says what may have to be turned back', async () => {
    const { page } = await at('frozen after it was filed');
    await page.getByText(say('frozen.over')).waitFor();
    await next(page).getByText(say('next.frozen-over')).waitFor();
  });
});

it('a change that no earlier contact heard of by mail asks for a call, until a note says that it was made', async () => {
  const { page } = await at('filed, and nobody told');
  await page.getByText(say('nobody-told.title')).waitFor();
  await button(page, say('move.note')).click();
  await write(page, say('note.label'), 'Called Omar Diaz and told him.', say('note.send'));
  await page.getByText(say('nobody-told.title')).waitFor({ state: 'detached' });
});

it('a held letter says why, and leaves when a member lets it', async () => {
  const of = guarded['a letter is held']('Held LLC');
  const { page } = await desk.open(luis, of);
  await page.getByText(say('head.held')).waitFor();
  await held(page).getByText(say('letters.held.budget')).waitFor();
  await held(page).getByRole('button').click();
  await held(page).getByText(say('letters.owed')).waitFor();
  expect(await page.getByText(say('head.held')).count()).toBe(0);
  expect((await desk.read(of))?.letters.some(({ state }) => state === 'held')).toBe(false);
});

it('a licensed member keeps a case for a court, and lets it go again', async () => {
  const of = guarded['all is done']('Court LLC');
  const { page: his } = await desk.open(luis, of);
  await his.getByText(say('head.more')).click();
  expect(await button(his, say('move.legal-hold')).count()).toBe(0);
  const { page } = await desk.open(ada, of);
  await page.getByText(say('head.more')).click();
  await button(page, say('move.legal-hold')).click();
  await write(page, say('legal-hold.label'), 'Claim 4711 of the surety.', say('legal-hold.send'));
  const badge = page.locator('.facts .badge').getByText(say('head.legal-hold'));
  await badge.waitFor();
  await page.getByText(say('head.more')).click();
  await button(page, say('move.end-legal-hold')).click();
  await write(page, say('end-legal-hold.label'), 'The claim is settled.', say('end-legal-hold.send'));
  await badge.waitFor({ state: 'detached' });
});
