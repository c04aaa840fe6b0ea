import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { askErasure } from '#domain/case/moves/ask-erasure.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { say } from '../../web/src/desk/case/words.ts';
import words from '../../web/src/desk/members/text/traces.en.json' with { type: 'json' };
import { ada, luis } from '#test/fakes/desk-door.ts';
import { expectAccessible } from './axe.ts';
import { came } from './desk-fixture/cases.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';

const desk = useDeskVisits();
const asking = (of: Case): Case => askErasure(of, { now: new Date(of.openedAt), broker }) ?? of;

/** What is kept, and what goes, as members decide it. */
describe('a request that its importer wants deleted', () => {
  it('is deleted by a licensed member, with a reason, and says that it goes', async () => {
    const of = asking(came('name-query', { companyName: 'Gone Tomorrow LLC' }));
    const { page } = await desk.open(ada, of);
    const notice = page.getByRole('status').filter({ hasText: say('erasure.title') });
    await notice.getByText(say('erasure.may')).waitFor();
    await expectAccessible(page, 'asked');
    await notice.getByRole('button', { name: say('move.erase') }).click();
    await page.getByLabel(say('erase.label')).fill('They asked for it, and nothing was done yet.');
    await expectAccessible(page, 'deleting');
    await button(page, say('erase.send')).click();
    await page.getByText(say('erased.title')).waitFor();
  });

  it('is explained to a member who may not, and to anybody where it must stay', async () => {
    const of = asking(came('name-query', { companyName: 'Stays Here LLC' }));
    const { page } = await desk.open(luis, of, 'phone');
    await page.getByText(/A licensed member can delete it: Ada Osei/).waitFor();
    const [by] = broker.members;
    const other = asking(came('name-query', { companyName: 'Works Here LLC' }));
    const step = by && makeMove(other, { move: 'take' }, { by, now: new Date(other.openedAt), broker });
    if (!step || 'refused' in step) throw new Error('nobody took it');
    const worked = await desk.open(ada, step.moved);
    await worked.page.getByText(say('erasure.stays')).waitFor();
    expect(await worked.page.getByRole('button', { name: say('move.erase') }).count()).toBe(0);
    await expectAccessible(worked.page, 'stays');
  });
});

it('on the page of the team, a licensed member asks whether a case was here', async () => {
  const { page } = await desk.visit(ada);
  await page.goto('/desk/members/');
  await heading(page, words.title).waitFor();
  const part = page.getByRole('region', { name: words.title });
  await part.getByLabel(words.label).fill('H7K2M-9QXTC');
  await part.getByRole('button', { name: words.go }).click();
  await part.getByText(words.none).waitFor();
  await expectAccessible(page, 'asked');
});
