import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { say } from '../../web/src/desk/case/words.ts';
import queue from '../../web/src/desk/queue/text/en.json' with { type: 'json' };
import type { Case, Letter } from '#domain/case/case.ts';
import { ada, luis } from '#test/fakes/desk-door.ts';
import { allLooks, expectAccessible } from './axe.ts';
import { ago, came, lettersLeft } from './desk-fixture/cases.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button } from './form.ts';

/** What a case's page says of its letters, and of somebody whom none reaches. */
const desk = useDeskVisits();
const at = (hours: number): string => ago(hours).toISOString();

const withLetters = (companyName: string, change: (letter: Letter) => Partial<Letter>, more: Letter[] = []): Case => {
  const of = lettersLeft(came('email-update', { companyName }, 0, 30), 29);
  return { ...of, letters: [...of.letters.map((one) => ({ ...one, ...change(one) })), ...more] };
};

const toContact = (change: Partial<Letter>) => (letter: Letter) => (letter.to === 'contact' ? change : {});
const bounced = toContact({ bouncedAt: at(28), bounce: { type: 'permanent', sub: 'NoEmail' } });
const outcome = (change: Partial<Letter>): Letter => ({
  ...{ id: 'outcome-9', kind: 'outcome', to: 'contact', state: 'owed', attempts: 0, owedSince: at(3), nextAt: at(3) },
  ...change,
});

async function look(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page, state, allLooks);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, state).toBe(0);
}

const letters = (page: Page) => page.getByRole('region', { name: say('letters.title') });

it('says whom to call when nothing reaches the importer, and dials', async () => {
  const of = withLetters('Nobody There LLC', bounced, [outcome({ state: 'held', heldFor: 'bounced' })]);
  const { page } = await desk.open(luis, of);
  const notice = page.getByRole('alert').filter({ hasText: say('unreached.title') });
  await notice.getByText(of.answers['contactEmail'] ?? '').waitFor();
  const number = notice.getByRole('link').first();
  expect(await number.getAttribute('href')).toMatch(/^tel:\+\d+/);
  expect(await notice.innerText()).toContain(say('unreached.number'));
  await letters(page).getByText(say('bounce.NoEmail')).waitFor();
  await letters(page).getByText(say('letters.held.bounced')).waitFor();
  await look(page, 'unreached');
  await page.goto('/desk/');
  const row = page.getByRole('listitem').filter({ hasText: 'Nobody There LLC' });
  await row.getByText(queue['badge.unreached']).waitFor();
});

it('says so when the request has no number, and of a new mailbox not to file it', async () => {
  const of = withLetters('No Number LLC', (letter) => (letter.to === 'team' ? {} : { told: { complainedAt: at(2) } }));
  const { contactPhone: _, companyPhone: __, ...answers } = of.answers;
  const { page } = await desk.open(luis, { ...of, answers });
  const notice = page.getByRole('alert').filter({ hasText: say('unreached.title') });
  await notice.getByText(say('unreached.no-number')).waitFor();
  await notice.getByText(say('unreached.do.other-mailbox')).waitFor();
  await look(page, 'no number');
});

it('says of each letter where it is, and no more than is known', async () => {
  const told = (letter: Letter): Partial<Letter> => {
    if (letter.to === 'team') return { told: { deliveredAt: at(28), answeredAt: at(28) }, mayBeTwice: true };
    return letter.to === 'contact' ? {} : { told: { delayedAt: at(27) } };
  };
  const { page } = await desk.open(luis, withLetters('Every State LLC', told, [outcome({ attempts: 3 })]));
  const said = letters(page);
  for (const words of ['delivered', 'answered', 'twice', 'sent', 'delayed'] as const)
    await said.getByText(say(`letters.${words}`)).waitFor();
  await said.getByText(say('letters.again', { attempts: 3 })).waitFor();
  expect(await said.getByRole('button').count()).toBe(0);
  await look(page, 'every state');
});

it('sends again, by keyboard, what was given up and what came back', async () => {
  const of = withLetters('Send Again LLC', bounced, [outcome({ state: 'parked', attempts: 300 })]);
  const { page } = await desk.open(ada, of);
  await look(page, 'given up');
  const again = (kind: Letter['kind']) =>
    button(page, say('letters.send-again.label', { letter: say(`letter.${kind}`) }));
  await again('outcome').focus();
  await page.keyboard.press('Enter');
  await again('outcome').waitFor({ state: 'detached' });
  await again('contact-received').click();
  await again('contact-received').waitFor({ state: 'detached' });
  const now = await desk.read(of);
  const owed = now?.letters
    .filter(({ state }) => state === 'owed')
    .map(({ kind, letGo }) => `${kind} ${String(letGo)}`);
  expect(owed).toEqual(['outcome true', 'contact-received true']);
  expect(now?.letters.some(({ state }) => state === 'parked')).toBe(false);
  await page.getByText(say('letters.owed')).first().waitFor();
});
