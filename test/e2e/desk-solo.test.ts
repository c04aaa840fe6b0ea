import { expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import record from '../../web/src/desk/record/text/en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import { ada } from '#test/fakes/desk-door.ts';
import { passed } from './desk-fixture/cases.ts';
import { told } from './desk-fixture/guarded.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';
import { clearNow, lookAgain, record as recordChecks } from './story-broker.ts';

/** A broker without colleagues: the one licence holder does all of it, and looks again when a working day has passed. */
const desk = useDeskVisits({ broker: { ...broker, members: broker.members.filter(({ email }) => email === ada) } });

const flag = { move: 'flag', reason: 'The new address is on a free mail service.' } as const;
const WEEK = 24 * 7;

it('clears a risky case alone, a working day after the call-back', async () => {
  const of = told('Sole Imports LLC', WEEK, [flag, passed('call-back')]);
  const { page } = await desk.open(ada, of);
  await recordChecks(page, ['power-of-attorney', 'certifier']);
  await page.getByText(say('next.look-again')).waitFor();
  await lookAgain(page);
  await page.locator('.check').getByText(say('look.solo'), { exact: true }).waitFor();
  await clearNow(page);
  expect((await desk.read(of))?.checks.at(-1)).toMatchObject({ kind: 'second-look', solo: true, who: ada });
  await page.getByRole('link', { name: say('head.record') }).click();
  await heading(page, record.checks).waitFor();
  await page.getByRole('cell').filter({ hasText: record['check.solo'] }).first().waitFor();
});

it('is told when, as long as the call-back is too fresh', async () => {
  const { page } = await desk.open(ada, told('Too Soon LLC', WEEK, [flag]));
  await recordChecks(page, ['call-back', 'power-of-attorney', 'certifier']);
  await page.locator('#next').getByText('You called back, and you are the only member. Look again after').waitFor();
  expect(await button(page, say('look.button')).count()).toBe(0);
});
