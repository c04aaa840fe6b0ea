import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import shell from '../../web/src/desk/shell/text/en.json' with { type: 'json' };
import { say } from '../../web/src/desk/case/words.ts';
import { ada, luis } from '#test/fakes/desk-door.ts';
import { acme, came, clearedEmail, clearedName, passed, pasteOf, played, toldEarlier } from './desk-fixture/cases.ts';
import { listening, useDeskVisits } from './desk-fixture/desk-visits.ts';
import { button, heading } from './form.ts';
import { eventually } from './stage.ts';

const desk = useDeskVisits();

const box = (page: Page, label: string) => page.getByRole('textbox', { name: label });
const noteBox = (page: Page) => box(page, say('note.label'));
const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));
const focusedLabel = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('.field')?.querySelector('label')?.textContent.trim());
let cases = 0;
/** A company of its own for each case: the same request twice is the same case. */
const company = () => ({ companyName: `Acme Imports ${(cases += 1)}` });

describe('by keyboard', () => {
  it('takes, asks, notes, checks and answers, and no key acts while somebody types', async () => {
    const of = came('name-query', company());
    const { page } = await desk.open(ada, of);
    await page.keyboard.press('t');
    await page.getByText(say('head.yours'), { exact: true }).waitFor();
    await page.keyboard.press('a');
    await eventually(() => focusedLabel(page)).toContain(say('ask.prepared'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await noteBox(page).waitFor();
    await page.keyboard.type('ton of cotton?');
    expect(await noteBox(page).inputValue()).toBe('ton of cotton?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await eventually(() => focusedLabel(page)).toBe(say('check.power-of-attorney.person'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    await page.getByRole('form', { name: say('answer.title') }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await heading(page, say('keys.title')).waitFor();
    expect((await desk.read(of))?.timeline.map(({ what }) => what)).toEqual(['opened', 'taken']);
  });

  it('types into a form that was opened by key, however fast the next key follows', async () => {
    const { page } = await desk.open(ada, came('name-query', company()));
    await page.getByText(say('keys.button')).waitFor();
    // No frame is drawn in between: what a quick hand does on a busy machine.
    const focused = await page.evaluate(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      return document.activeElement?.tagName;
    });
    expect(focused).toBe('TEXTAREA');
  });

  it('goes on to what comes next after each move', async () => {
    const { page } = await desk.open(ada, came('name-query', company()));
    await page.keyboard.press('n');
    await noteBox(page).fill('Called.');
    await button(page, say('note.send')).click();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('next');
  });
});

describe('before clearance', () => {
  it('shows the tools as locked, says why, and holds none of them', async () => {
    const { page } = await desk.open(ada, came('email-update', company()));
    await page.getByText(say('file.locked'), { exact: true }).waitFor();
    expect(await heading(page, say('ki.title')).count()).toBe(0);
  });

  it('says what is missing beside each field of a check, goes to the first, and records it when it is there', async () => {
    const of = played(came('email-update', company()), ['confirm', toldEarlier]);
    const { page } = await desk.open(ada, of);
    await page.keyboard.press('c');
    const form = page.getByRole('form', { name: say('check.call-back.name') });
    await form.getByRole('button', { name: say('check.save') }).click();
    await form.getByText(say('missing.person')).waitFor();
    await eventually(() => focusedLabel(page)).toBe(say('check.call-back.person'));
    await box(page, say('check.call-back.person')).fill('Rosa Alvarez');
    await form.getByRole('combobox').selectOption(say('check.call-back.file'));
    await form.getByRole('radio', { name: say('check.call-back.passed') }).check();
    await form.getByRole('button', { name: say('check.save') }).click();
    await form.waitFor({ state: 'detached' });
    const kept = (await desk.read(of))?.checks[0];
    expect(kept).toMatchObject({ kind: 'call-back', person: 'Rosa Alvarez', source: say('check.call-back.file') });
  });

  it('tells a member whom to ask, and takes a licensed one’s reason: recorded, and held back', async () => {
    const of = came('name-query', company());
    const choose = (page: Page) => page.getByRole('radio', { name: 'Nothing on file' }).check();
    const { page: his } = await desk.open(luis, of);
    await his.keyboard.press('o');
    await choose(his);
    await his.getByText(say('override.ask', { names: 'Ada Osei, Mei Tan' })).waitFor();
    expect(await button(his, say('answer.send')).isDisabled()).toBe(true);

    const { page } = await desk.open(ada, of);
    await page.keyboard.press('o');
    await choose(page);
    await button(page, say('answer.send.held')).click();
    await page.getByText(say('missing.override')).waitFor();
    await box(page, say('override.label')).fill('CBP answered by phone.');
    await button(page, say('answer.send.held')).click();
    await page.getByText(say('ended.held')).waitFor();
    expect((await desk.read(of))?.outcome).toMatchObject({
      code: 'nothing-on-file',
      override: 'CBP answered by phone.',
    });
  });
});

describe('CBP’s answers', () => {
  it('masks a paste before it is shown, sends only the reading, and fills in the outcome', async () => {
    const ssn = { importerNumberKind: 'ssn', importerNumber: '6789', powerOfAttorney: 'on-file' };
    const of = clearedName({ ...company(), ...ssn });
    const { page, posted } = await desk.open(ada, of);
    await page.getByText(say('ki.none')).waitFor();
    await box(page, say('kr.paste')).fill(pasteOf('123-45-6789'));
    await page.getByText(say('kr.masked')).waitFor();
    expect(await box(page, say('kr.paste')).inputValue()).toMatch(/^K1\*{3}-\*{2}-6789 /);
    await button(page, say('kr.keep')).click();
    await heading(page, say('kr.kept')).waitFor();
    expect(posted.filter((body) => body.includes('on-file'))).toHaveLength(1);
    expect(posted.join('\n')).not.toMatch(/123-45|K1|6789/);
    expect((await desk.read(of))?.onFile).toEqual(acme);
    await page.keyboard.press('o');
    await eventually(() => box(page, 'Full legal name').inputValue()).toBe('ACME IMPORTS, LLC');
    expect(
      await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage).concat(Object.entries(localStorage)))),
    ).not.toContain('K1');
  });

  it('refuses an answer about somebody else, by the end of the number', async () => {
    const of = clearedName(company());
    const { page } = await desk.open(ada, of);
    await box(page, say('kr.paste')).fill(pasteOf('95-7654321'));
    await page.getByText(say('kr.another', { numbers: '…4321', importer: 'EIN ending 4567' })).waitFor();
    expect(await page.getByText('ACME IMPORTS, LLC').count()).toBe(0);
    expect(await page.locator('.paste').getByRole('button').count()).toBe(0);
  });

  it('names what is wrong by line and column, marks it, and wants a second look before it is kept', async () => {
    const of = clearedName(company());
    const { page } = await desk.open(ada, of);
    await box(page, say('kr.paste')).fill(pasteOf('95-1234567').replace('ACME IMPORTS', 'ACME iMPORTS'));
    await page.getByText('Line 1, column 21:').waitFor();
    expect(await page.locator('.marked mark').first().textContent()).toBe('i');
    await button(page, say('kr.keep')).first().click();
    await page.getByText(say('kr.compare-first')).waitFor();
    expect((await desk.read(of))?.onFile).toBeUndefined();
    await page.getByRole('checkbox', { name: say('kr.compared') }).check();
    await button(page, say('kr.keep')).first().click();
    await heading(page, say('kr.kept')).waitFor();
  });

  it('lays what was typed beside what is on file, in words too, and turns a match into an email update', async () => {
    const { page } = await desk.open(ada, clearedName({ ...company(), typedName: 'ACME IMPORTS, LLC' }));
    await box(page, say('kr.paste')).fill(pasteOf('95-1234567'));
    await button(page, say('kr.keep')).first().click();
    await page.getByText(say('verdict.same')).waitFor();
    await page.getByText(say('compare.more')).click();
    await page.locator('.differences li').first().waitFor();
    await button(page, say('convert.now')).click();
    await page
      .getByRole('form')
      .getByRole('button', { name: say('convert.send') })
      .click();
    await page.getByText(say('next.incomplete')).waitFor();
    await page.getByText(say('head.was', { type: 'Name query', at: '' }).trim()).waitFor();
  });

  it('reads the answer to an update and fills in when CBP accepted it, over an older draft', async () => {
    const filed = { move: 'on-file', onFile: { result: '1', abbreviatedName: 'BLUEBIRD TOYS LTD' } } as const;
    const of = played(clearedEmail({ companyName: 'Bluebird Toys Ltd' }), [filed], 'Ada', 3);
    const { page } = await desk.open(ada, of);
    await page.keyboard.press('o');
    await page.getByRole('radio', { name: 'Needs power of attorney' }).check();
    await page.keyboard.press('Escape');
    await box(page, say('e1.paste')).fill('E1A');
    await button(page, say('e1.use')).click();
    expect(await page.getByRole('radio', { name: 'Accepted by CBP' }).isChecked()).toBe(true);
    expect(await page.getByLabel('When CBP accepted it').inputValue()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    await button(page, say('answer.send')).click();
    await page.getByText(say('ended.released')).waitFor();
    expect((await desk.read(of))?.outcome?.values['acceptedAt']).toMatch(/Z$/);
  });
});

describe('two brokers and bad luck', () => {
  it('tells the second who changed what, loses nothing typed, and sends it on the case as it is now', async () => {
    const of = came('name-query', company());
    const { page, expectComplaint } = await desk.open(ada, of);
    expectComplaint(/status of 409/);
    await page.keyboard.press('n');
    await noteBox(page).fill('I called them.');
    await desk.meanwhile(of, (now) => played(now, [{ move: 'note', text: 'They called me.' }], 'Luis', 0.1));
    await button(page, say('note.send')).click();
    const form = page.getByRole('form', { name: say('note.title') });
    await form.getByText('They called me.').waitFor();
    await form.getByText('Luis Marin').waitFor();
    expect(await noteBox(page).inputValue()).toBe('I called them.');
    await button(page, say('late.send')).click();
    await form.waitFor({ state: 'detached' });
    expect((await desk.read(of))?.timeline.map(({ text }) => text)).toEqual([
      undefined,
      'They called me.',
      'I called them.',
    ]);
  });

  it('refreshes itself without touching typed text, and says what changed', async () => {
    const of = came('name-query', company());
    const { page } = await desk.open(ada, of);
    await page.keyboard.press('n');
    await noteBox(page).fill('Half a sen');
    await desk.meanwhile(of, (now) => played(now, [{ move: 'flag', reason: 'Odd mailbox.' }], 'Luis', 0.1));
    await comeBack(page);
    await heading(page, say('risk.flagged')).waitFor();
    await page.getByText(say('changed.title')).waitFor();
    await eventually(() => page.locator('#said').textContent()).toContain('Luis Marin: Raised a flag');
    expect(await noteBox(page).inputValue()).toBe('Half a sen');
    expect(await focusedLabel(page)).toBe(say('note.label'));
    await button(page, say('changed.seen')).click();
    expect(await page.getByText(say('changed.title')).count()).toBe(0);
  });

  it('keeps the words for a case that was closed meanwhile, and says that it takes them no more', async () => {
    const of = came('name-query', company());
    const { page, expectComplaint } = await desk.open(ada, of);
    expectComplaint(/status of 409/);
    await page.keyboard.press('a');
    await box(page, say('ask.text')).fill('Which name did you type?');
    await desk.meanwhile(of, (now) => played(now, [{ move: 'close', reason: 'duplicate' }], 'Luis', 0.1));
    await button(page, say('ask.send')).click();
    await page.getByText(say('late.refused')).waitFor();
    expect(await box(page, say('ask.text')).inputValue()).toBe('Which name did you type?');
    expect(await button(page, say('late.send')).isDisabled()).toBe(true);
  });

  it('keeps what was typed through a session that ended, and gives it back after signing in', async () => {
    const of = came('name-query', company());
    const { page, context, expectComplaint } = await desk.open(ada, of);
    expectComplaint(/status of 401/);
    await page.keyboard.press('n');
    await noteBox(page).fill('A long thought');
    await context.clearCookies();
    await button(page, say('note.send')).click();
    const way = page.getByRole('link', { name: shell['over.sign-in'] });
    expect(await way.getAttribute('href')).toContain(encodeURIComponent(`/desk/case/?reference=${of.reference}`));
    expect(await noteBox(page).inputValue()).toBe('A long thought');
    await desk.signIn(context, ada);
    await page.reload();
    await heading(page, of.answers['companyName'] ?? '').waitFor();
    await listening(page);
    await page.keyboard.press('n');
    await page.getByText(say('restored')).waitFor();
    expect(await noteBox(page).inputValue()).toBe('A long thought');
    await button(page, say('note.send')).click();
    await eventually(async () => (await desk.read(of))?.timeline.at(-1)?.text).toBe('A long thought');
  });

  it('gives two tabs their own words', async () => {
    const of = came('name-query', company());
    const { page: first, context } = await desk.open(ada, of);
    const second = await context.newPage();
    await second.goto(first.url());
    for (const [tab, words] of [
      [first, 'One'],
      [second, 'Two'],
    ] as const) {
      await heading(tab, of.answers['companyName'] ?? '').waitFor();
      await tab.bringToFront();
      await listening(tab);
      await tab.keyboard.press('n');
      await noteBox(tab).fill(words);
      await tab.reload();
    }
    for (const [tab, words] of [
      [first, 'One'],
      [second, 'Two'],
    ] as const) {
      await heading(tab, of.answers['companyName'] ?? '').waitFor();
      await tab.bringToFront();
      await listening(tab);
      await tab.keyboard.press('n');
      expect(await noteBox(tab).inputValue()).toBe(words);
    }
  });

  it('says so when an address names no case, and when there is none of that name', async () => {
    const { page, expectComplaint } = await desk.visit(ada);
    expectComplaint(/status of 404/);
    await page.goto('/desk/case/?reference=nonsense');
    await heading(page, say('none.title')).waitFor();
    await page.goto('/desk/case/?reference=H7K2M-9QXTC');
    await page.locator('.state').getByRole('heading').waitFor();
    expect(await heading(page, say('none.title')).count()).toBe(0);
  });
});

describe('on a phone', () => {
  it('what to do comes first, and nothing is wider than the screen', async () => {
    const onFile = { result: '1', abbreviatedName: 'ACME IMPORTS, LLC' } as const;
    const of = played(clearedEmail(company()), [{ move: 'on-file', onFile }], 'Ada', 3);
    const { page } = await desk.open(ada, of, 'phone');
    await heading(page, say('sheet.title')).waitFor();
    const [work, asked] = await Promise.all(
      [say('work.title'), say('asked.title')].map((title) => heading(page, title).boundingBox()),
    );
    expect(work?.y).toBeLessThan(asked?.y ?? 0);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
});

it('a check that fails takes the clearance away, and the form says so before', async () => {
  const of = clearedName(company());
  const { page } = await desk.open(ada, of);
  await page.getByText('Cleared to file by').click();
  await button(page, `${say('check.again')}: ${say('check.receiver.name')}`).click();
  await box(page, say('check.receiver.person')).fill('Rosa Alvarez');
  await page.getByRole('combobox').first().selectOption(say('check.receiver.contact'));
  await page.getByRole('radio', { name: say('check.receiver.failed') }).check();
  await page.getByText(say('clear.lost-by-fail')).waitFor();
  await button(page, say('check.save')).click();
  await page.getByText(say('file.locked'), { exact: true }).waitFor();
  expect((await desk.read(of))?.cleared).toBeUndefined();
  expect(passed('receiver').result).toBe('passed');
});
