import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import record from '../../web/src/desk/record/text/en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import { ada } from '#test/fakes/desk-door.ts';
import { expectAccessible } from './axe.ts';
import { came, clearedEmail, clearedName, passed, pasteOf, played } from './desk-fixture/cases.ts';
import { useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';

const desk = useDeskVisits();
const box = (page: Page, label: string) => page.getByRole('textbox', { name: label });

/** From the top: what the frame's sticky head half covers is too small a target to axe, though nobody need press it there. */
async function look(page: Page, state: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page, state);
}

describe('every state of a case, with a screen reader’s rules', () => {
  it('new; with a form, its problems, and another member’s move', async () => {
    const of = came('email-update', { companyName: 'State One LLC' }, 1);
    const { page, expectComplaint } = await desk.open(ada, of);
    expectComplaint(/status of 409/);
    await look(page, 'new');
    await page.keyboard.press('c');
    await button(page, say('tell.send')).click();
    await page.getByText(say('missing.mailbox')).waitFor();
    await look(page, 'a telling with problems');
    await page.keyboard.press('Escape');
    await button(page, `${say('check.record')}: ${say('check.call-back.name')}`).click();
    await button(page, say('check.save')).click();
    await page.getByText(say('missing.person')).waitFor();
    await look(page, 'a check with problems');
    await page.keyboard.press('Escape');
    await page.locator('#next').focus();
    await page.keyboard.press('n');
    await box(page, say('note.label')).fill('Mine.');
    await desk.meanwhile(of, (now) =>
      played(
        now,
        [
          { move: 'flag', reason: 'Odd.' },
          { move: 'note', text: 'His.' },
        ],
        'Luis',
        1,
      ),
    );
    await button(page, say('note.send')).click();
    await page.getByText(say('late.text')).waitFor();
    await look(page, 'moved meanwhile');
  });

  it('cleared: a paste with problems, what was read, compared, and the answer filled in', async () => {
    const { page } = await desk.open(ada, clearedName({ companyName: 'State Two LLC' }));
    await box(page, say('kr.paste')).fill(`nonsense\n${pasteOf('95-1234567')}`);
    await page.getByText(say('kr.problem')).waitFor();
    await look(page, 'a paste with problems');
    await box(page, say('kr.paste')).fill(pasteOf('95-1234567'));
    await button(page, say('kr.keep')).first().click();
    await heading(page, say('compare.title')).waitFor();
    await page.getByText(say('compare.more')).click();
    await page.locator('#next').focus();
    await page.keyboard.press('o');
    await page.getByText(say('why.another-name')).waitFor();
    await look(page, 'compared and answering');
  });

  it('an email update with its worksheet, differences and CBP’s refusal', async () => {
    const kept = {
      result: '1',
      abbreviatedName: 'OTHER COMPANY INC',
      mailing: { lines: ['1 ELM ST'], city: 'RENO', state: 'NV', postal: '89501' },
    } as const;
    const onFile = { ...kept, mailing: { ...kept.mailing, lines: [...kept.mailing.lines] } };
    const of = played(clearedEmail({ companyName: 'State Three LLC' }), [{ move: 'on-file', onFile }], 'Ada', 3);
    const { page } = await desk.open(ada, of);
    await heading(page, say('sheet.title')).waitFor();
    await box(page, say('e1.paste')).fill('E1RFR02   NAME BLANK');
    await page.getByText(say('e1.rejected')).waitFor();
    await look(page, 'worksheet and refusal');
  });

  it('answered; declining, with what the importer reads', async () => {
    const answered = played(
      clearedName({ companyName: 'State Four LLC' }),
      [{ move: 'answer', outcome: 'nothing-on-file', values: {} }],
      'Ada',
      3,
    );
    const { page } = await desk.open(ada, answered);
    await page.getByText(say('ended.released')).waitFor();
    await look(page, 'answered');

    const open = played(came('name-query', { companyName: 'State Five LLC' }), [passed('receiver')]);
    const { page: other } = await desk.open(ada, open);
    await other.getByText(say('head.more')).click();
    await button(other, say('move.decline')).click();
    await other.getByRole('radio', { name: 'Suspicion' }).check();
    await other.getByText('We cannot do this online. Please call us.').first().waitFor();
    await look(other, 'declining');
  });
});

describe('the case file', () => {
  it('holds all of the case, prints without the frame, and downloads as the very same record', async () => {
    const of = played(
      clearedName({ companyName: 'State Six LLC' }),
      [
        { move: 'note', text: 'Rang twice.' },
        { move: 'answer', outcome: 'voided', values: {} },
      ],
      'Ada',
      3,
    );
    const { page, posted } = await desk.open(ada, of);
    await page.getByRole('link', { name: say('head.record') }).click();
    await heading(page, record.checks).waitFor();
    for (const words of [
      'Rang twice.',
      of.digest,
      'CBP’s answer shows this number as voided',
      say('check.receiver.name'),
    ])
      await page.getByText(words).first().waitFor();
    await look(page, 'case file');
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, record.download).click()]);
    expect(download.suggestedFilename()).toBe(`${of.reference}.json`);
    // Made once, shown and downloaded: one line in the audit trail.
    expect(posted).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of [button(page, record.print), page.getByRole('navigation')])
      expect(await hidden.isVisible()).toBe(false);
    expect(await heading(page, record.timeline).isVisible()).toBe(true);
  });
});
