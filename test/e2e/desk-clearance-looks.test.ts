import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import record from '../../web/src/desk/record/text/en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import { ada, luis } from '#test/fakes/desk-door.ts';
import { expectAccessible } from './axe.ts';
import type { Case } from '#domain/case/case.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { played } from './desk-fixture/cases.ts';
import { guarded } from './desk-fixture/guarded.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';

const desk = useDeskVisits();

async function look(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page, state);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, state).toBe(0);
}

describe('each state of the gate, with a screen reader’s rules and on a small phone', () => {
  it.each(Object.entries(guarded))('%s', async (state, make) => {
    const { page } = await desk.open(luis, make(`Looks ${state} LLC`));
    await look(page, state);
  });

  it('each of its forms', async () => {
    const open = async (state: keyof typeof guarded, press: readonly string[], form: string) => {
      const { page } = await desk.open(ada, guarded[state](`Form ${form} LLC`));
      for (const name of press) {
        if (name === say('head.more')) await page.getByText(name).click();
        else await button(page, name).first().click();
      }
      await page.getByRole('form', { name: form }).waitFor();
      await look(page, form);
    };
    await open('it bounced', [say('tell.another')], say('tell.title'));
    await open('the hold runs', [say('came-back.button')], say('came-back.title'));
    await open('it bounced', [say('ways.letter-on-file')], say('check.letter-on-file.name'));
    await open('frozen', [say('unfreeze.button')], say('unfreeze.title'));
    await open('all is done', [say('move.freeze')], say('freeze.title'));
    await open('all is done', [say('head.more'), say('move.legal-hold')], say('legal-hold.title'));
    const { page } = await desk.open(luis, guarded['a second look is wanted']('Form look LLC'));
    await page.keyboard.press('c');
    await page.getByRole('form', { name: say('check.second-look.name') }).waitFor();
    await look(page, 'second look');
  });
});

describe('the case file', () => {
  async function fileOf(of: Case): Promise<Page> {
    const { page } = await desk.open(ada, of);
    await page.getByRole('link', { name: say('head.record') }).click();
    await heading(page, record.checks).waitFor();
    return page;
  }
  const told = 'Told jim@acme-imports.example. Contact card of 2019. Ada Osei';
  const looked: Move = { move: 'look-again', result: 'passed', note: 'All of it is plain.' };
  const held: Move = { move: 'legal-hold', reason: 'Claim 4711.' };
  it.each<[string, Case, readonly string[]]>([
    [
      'names who was told, who looked again, and who held a licence',
      played(guarded['a second look is wanted']('Seen LLC'), [looked], 'Mei', 2),
      [told, record.tellings, 'All of it is plain. Mei Tan', record['check.licensed']],
    ],
    [
      'says what became of a telling',
      guarded['it came back']('Came back LLC'),
      [record.tellings, record['telling.came-back']],
    ],
    [
      'says who froze it, and why',
      guarded['frozen by hand']('Rang LLC'),
      [record.frozen, 'Luis Marin froze the case', 'Jim rang: he asked for nothing.'],
    ],
    ['says that an earlier contact said no', guarded.frozen('Said no LLC'), [record.frozen, record['telling.not-us']]],
    ['says why it is kept', played(guarded['all is done']('Kept LLC'), [held], 'Ada', 2), ['Claim 4711. Ada Osei']],
    ['says when a paper ends', guarded['a power of attorney that ended']('Ended LLC'), ['. Ends ']],
  ])('%s', async (state, of, words) => {
    const page = await fileOf(of);
    const said = await page.getByRole('main').innerText();
    for (const word of words) expect(said).toContain(word);
    await look(page, state);
  });
});
