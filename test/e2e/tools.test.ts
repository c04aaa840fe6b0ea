import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { NameVerdict } from '#domain/company-name/verdict.ts';
import { helpDesk } from '#domain/cbp-hours/help-desk.ts';
import { numberWords } from '#domain/requests/number-words.ts';
import { button } from './form.ts';
import { eventually, useStage } from './stage.ts';
import type { Visitor } from './stage.ts';
import { againTexts, box, deskTexts, facts, heard, nameTexts, nasty, numberTexts } from './tools.ts';
import { openTool, paste, result, routingTexts, tone, untouched, verdict } from './tools.ts';

const stage = useStage();
const problems = numberWords('en');

const open = async (tool: Parameters<typeof openTool>[1], options: Visitor = {}) => {
  const visit = await stage.visit(options);
  await openTool(visit.page, tool);
  return visit;
};

/** Longer than anybody types: the page must answer at once all the same. */
const endless = 'A1-é '.repeat(200_000);

describe('the importer number checker', () => {
  const number = (page: Page) => box(page, numberTexts.number);

  it('says how CBP writes a number, in its own words for each kind', async () => {
    const { page } = await open('importer-number');
    await number(page).fill(' 95–1234567');
    expect([await tone(page), await verdict(page)]).toEqual(['good', numberTexts['js.good']]);
    expect(await facts(page)).toEqual({
      [numberTexts['js.kind']]: [numberTexts['kind.ein']],
      [numberTexts['js.canonical']]: ['95-123456700'],
      [numberTexts['js.shown']]: ['95-1234567'],
      [numberTexts['js.suffix']]: [numberTexts['js.suffix.none']],
    });
    await number(page).fill('95-1234567ab');
    expect((await facts(page))[numberTexts['js.suffix']]).toEqual(['AB']);
    await number(page).fill('992704-12345');
    expect(await facts(page)).toMatchObject({
      [numberTexts['js.year']]: ['1999'],
      [numberTexts['js.port']]: ['2704'],
    });
  });

  it('asks for the kind of bare digits, and formats them once it knows', async () => {
    const { page } = await open('importer-number');
    await number(page).pressSequentially('951234567');
    expect([await tone(page), await verdict(page)]).toEqual(['warn', numberTexts['js.ask']]);
    await box(page, numberTexts.kind).selectOption('ein');
    expect([await tone(page), await number(page).inputValue()]).toEqual(['good', '95-1234567']);
    await number(page).fill('');
    await number(page).pressSequentially('123456789');
    expect([await tone(page), await number(page).inputValue()]).toEqual(['warn', '12-3456789']);
    expect(await result(page).innerText()).toContain('This looks like an example');
  });

  it('is patient while a number grows, and tells a reader who hears the page once', async () => {
    const { page } = await open('importer-number');
    const seen: (string | null)[] = [];
    for (const key of '00-123456') {
      await number(page).press(key);
      seen.push(await tone(page));
    }
    expect(new Set(seen)).toEqual(new Set(['wait']));
    await number(page).press('7');
    expect(await tone(page)).toBe('wrong');
    await eventually(() => heard(page)).toBe(`${numberTexts['js.wrong']}. ${problems['number-ein-prefix']}`);
    // Who goes on with half a number is told what is missing.
    await number(page).fill('');
    await number(page).pressSequentially('95-12');
    await number(page).press('Tab');
    expect(await result(page).innerText()).toContain(problems['number-too-short']);
  });

  it.each(['212-34-5678', '212 34 5678', '212–34–5678', 'SSN: 212-34-5678 (Rosa)'])(
    'cuts “%s” to its last four digits at once, whatever kind is chosen',
    async (text) => {
      for (const kind of ['', 'ein', 'cbp', 'ssn']) {
        const { page } = await open('importer-number');
        await box(page, numberTexts.kind).selectOption(kind);
        await paste(number(page), text);
        expect(await number(page).inputValue()).toBe('5678');
        expect(await box(page, numberTexts.kind).inputValue()).toBe('ssn');
        expect(await result(page).innerText()).toContain(numberTexts['js.cut']);
        expect((await facts(page))[numberTexts['js.ending']]).toEqual(['5678']);
      }
    },
  );

  it('takes a full one that cannot be right away, and explains it until the next key', async () => {
    const { page } = await open('importer-number');
    await number(page).pressSequentially('666-12-3456');
    expect(await number(page).inputValue()).toBe('');
    await number(page).press('Tab');
    expect(await result(page).innerText()).toContain(problems['number-ssn-area']);
    await number(page).pressSequentially('3456');
    expect(await tone(page)).toBe('good');
    // Its digits are never taken over into another kind.
    await box(page, numberTexts.kind).selectOption('ein');
    expect(await number(page).inputValue()).toBe('');
    expect(await tone(page)).toBe('none');
  });

  it('answers whatever is pasted, and nothing of it comes alive', async () => {
    const { page } = await open('importer-number');
    for (const text of [...nasty, endless, '٩٥-١٢٣٤٥٦٧']) {
      await number(page).fill(text);
      expect(await tone(page), text.slice(0, 30)).toBe('wrong');
      expect((await result(page).locator('p').last().innerText()).length).toBeGreaterThan(20);
    }
    await number(page).fill('\u200b');
    expect(await tone(page)).toBe('none');
    expect(await untouched(page)).toBe(true);
  });
});

describe('the company name checker', () => {
  const typed = (page: Page) => box(page, nameTexts.typed);
  const papers = (page: Page) => box(page, nameTexts.papers);

  it('says what CBP’s records make of a name', async () => {
    const { page } = await open('company-name');
    await typed(page).fill('Café “Río” Imports & Exports of the Pacific Northwest, LLC');
    expect(await tone(page)).toBe('warn');
    expect(await facts(page)).toEqual({
      [nameTexts['js.length']]: ['58 of 100 characters'],
      [nameTexts['js.plain']]: ['CAFE "RIO" IMPORTS & EXPORTS OF THE PACIFIC NORTHWEST, LLC'],
      [nameTexts['js.short']]: ['CAFE "RIO" IMPORTS & EXPORTS OF', nameTexts['js.short.note']],
    });
    expect(await result(page).locator('li').allInnerTexts()).toEqual([
      nameTexts['js.point.accents'],
      nameTexts['js.point.punctuation'],
      nameTexts['js.point.capitals'],
    ]);
    await typed(page).fill('ACME IMPORTS LLC');
    expect([await tone(page), await verdict(page)]).toEqual(['good', nameTexts['js.good']]);
    await typed(page).fill('上海 TRADING');
    expect([await tone(page), await result(page).locator('p').last().innerText()]).toEqual([
      'wrong',
      nameTexts['js.point.unfit'].replace('{signs}', '上 海'),
    ]);
  });

  const examples: Readonly<Record<NameVerdict, readonly [onPapers: string, typed: string]>> = {
    same: ['ACME IMPORTS LLC', 'ACME IMPORTS LLC'],
    'same-ignoring-case': ['ACME IMPORTS LLC', 'Acme Imports LLC'],
    spaces: ['ACME IMPORTS LLC', 'ACME  IMPORTS LLC'],
    punctuation: ['ACME IMPORTS, LLC', 'ACME IMPORTS LLC'],
    accent: ['CAFE RIO IMPORTS', 'CAFÉ RIO IMPORTS'],
    ampersand: ['ACME IMPORTS AND EXPORTS INC', 'ACME IMPORTS & EXPORTS INC'],
    'form-spelling': ['ACME IMPORTS INC', 'ACME IMPORTS INCORPORATED'],
    'form-missing': ['ACME IMPORTS INC', 'ACME IMPORTS'],
    abbreviated: ['ACME IMPORTS AND EXPORTS OF THE', 'ACME IMPORTS AND EXPORTS OF THE WEST LLC'],
    order: ['SMITH, JOHN A', 'JOHN A SMITH'],
    'trade-name': ['ACME HOLDINGS INC (DBA BEST TOYS)', 'BEST TOYS'],
    'entity-form': ['ACME IMPORTS INC', 'ACME IMPORTS LLC'],
    homoglyph: ['ACME IMPORTS LLC', 'АCME IMPORTS LLC'],
    slip: ['ACME IMPORTS LLC', 'ACME IMPORT LLC'],
    different: ['ACME USA LLC', 'BLUEBIRD TOYS'],
  };

  it('says how two names differ, each way in words of its own', async () => {
    const { page } = await open('company-name');
    for (const [expected, [onPapers, own]] of Object.entries(examples)) {
      await typed(page).fill(own);
      await papers(page).fill(onPapers);
      const words = Object.entries(nameTexts).find(([key]) => key === `js.${expected}.title`);
      expect(await verdict(page), expected).toBe(words?.[1]);
    }
  });

  it('shows each difference in words and in a picture, not by colour alone', async () => {
    const { page } = await open('company-name');
    await typed(page).fill('Acme Imports  LLC');
    await papers(page).fill('ACME IMPORTS, INC');
    expect(await result(page).locator('li').allInnerTexts()).toEqual([
      'You typed space, space, LLC, after “IMPORTS”. The papers have comma, space, INC.',
      nameTexts['js.case'],
    ]);
    const picture = result(page).locator('[aria-hidden=true]');
    const look = (selector: string) =>
      picture
        .locator(selector)
        .first()
        .evaluate((at) => getComputedStyle(at).textDecorationLine);
    expect(await look('.only-typed .signs:first-child')).toBe('line-through');
    expect(await look('.only-on-file .signs:last-child')).toBe('underline');
    expect((await picture.innerText()).replace(/\s/g, '')).toContain('␣␣LLC,␣INC');
    await eventually(() => heard(page)).toContain('You typed space, space, LLC');
    expect(await heard(page), 'the picture is not read out').not.toContain('␣');
  });

  it('keeps a word in one line of a phone, however many of its signs differ', async () => {
    const { page } = await open('company-name');
    await page.setViewportSize({ width: 390, height: 844 });
    await typed(page).fill('Acme Imports LLC');
    await papers(page).fill('ACME IMPORT, L.L.C.');
    await eventually(() => verdict(page)).toBe(nameTexts['js.slip.title']);
    const tops = await result(page)
      .locator('.signs:last-child')
      .evaluateAll((rows) =>
        rows.map((row) => [row.textContent, Math.round(row.getBoundingClientRect().top)] as const),
      );
    const lines = new Map<number, string>();
    for (const [text, top] of tops) lines.set(top, (lines.get(top) ?? '') + text);
    expect([...lines.values()]).toEqual(['ACME␣IMPORT,', '␣L.L.C.']);
  });

  it('answers whatever is pasted, of any length, and nothing of it comes alive', async () => {
    const { page } = await open('company-name');
    for (const text of [...nasty, endless]) {
      await papers(page).fill('');
      await typed(page).fill(text);
      expect(['good', 'warn', 'wrong'], text.slice(0, 30)).toContain(await tone(page));
      await papers(page).fill(text);
      expect(['good', 'wrong'], text.slice(0, 30)).toContain(await tone(page));
    }
    expect(await verdict(page)).toBe(nameTexts['js.too-long.title']);
    await typed(page).fill('<b>ACME</b> <img src=x onerror="window.__hit=1">');
    await papers(page).fill('ACME');
    expect(await result(page).innerText()).toContain('<b>');
    expect(await untouched(page)).toBe(true);
  });
});

describe('the routing number checker', () => {
  const number = (page: Page) => box(page, routingTexts.number);

  it.each([
    ['121000248', 'good', routingTexts['js.good.text']],
    ['121 000-248', 'good', routingTexts['js.good.text']],
    ['026009593', 'warn', routingTexts['js.warning.wire-number']],
    ['121000249', 'wrong', routingTexts['js.refused.checksum']],
    ['330000000', 'wrong', routingTexts['js.refused.prefix']],
    ['0210000211', 'wrong', routingTexts['js.refused.too-long']],
    ['my bank', 'wrong', routingTexts['js.refused.characters']],
    [endless, 'wrong', routingTexts['js.refused.too-long']],
  ])('%.12s is %s', async (text, expected, words) => {
    const { page } = await open('routing-number');
    await number(page).fill(text);
    expect([await tone(page), await result(page).locator('p').last().innerText()]).toEqual([expected, words]);
    await eventually(() => heard(page)).toContain(words);
  });

  it('counts the digits while they are typed, however fast, and is not in a hurry to find fault', async () => {
    const { page } = await open('routing-number');
    await number(page).pressSequentially('12100024', { delay: 0 });
    expect([await tone(page), await result(page).locator('p').last().innerText()]).toEqual(['wait', '8 of 9 digits']);
    await number(page).press('8');
    expect(await tone(page)).toBe('good');
    await number(page).press('Backspace');
    expect(await tone(page)).toBe('wait');
    await number(page).press('Enter');
    expect(await result(page).locator('p').last().innerText()).toBe(routingTexts['js.refused.too-short']);
    await number(page).fill('');
    expect(await tone(page)).toBe('none');
  });
});

/** A page whose clock stands where the test wants it. */
async function openAt(tool: 'help-desk' | 'try-again', time: string, timezoneId: string): Promise<Page> {
  const { page } = await stage.visit({ timezoneId });
  await page.clock.install({ time });
  await page.goto(`/en/tools/${tool}/`);
  await eventually(() => tone(page)).not.toBe('none');
  return page;
}

/** The file that the page's button gives, as a calendar reads it. */
async function reminder(page: Page, name: string): Promise<Record<string, string>> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  expect(download.url()).toMatch(/^blob:/);
  const file = await readFile(await download.path(), 'utf8');
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const values = lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1)] as const);
  // Of a name that comes twice, the first counts: the reminder stands before its alarm.
  return { ...Object.fromEntries(values.toReversed()), file: download.suggestedFilename() };
}

describe('the ACE Help Desk', () => {
  it.each([
    ['2026-12-05T12:00:00-05:00', 'America/New_York', true, ['Saturday, December 5, 2026 at 10:00 PM Eastern Time']],
    [
      '2026-12-05T12:00:00-05:00',
      'Asia/Shanghai',
      true,
      [
        'Saturday, December 5, 2026 at 10:00 PM Eastern Time',
        'Sunday, December 6, 2026 at 11:00 AM China Standard Time',
      ],
    ],
    [
      '2026-12-05T23:00:00-05:00',
      'America/Los_Angeles',
      false,
      ['Sunday, December 6, 2026 at 5:00 AM Eastern Time', 'Sunday, December 6, 2026 at 2:00 AM Pacific Time'],
    ],
    // The night summer time begins, in Washington and not yet in Madrid.
    [
      '2027-03-14T01:30:00-05:00',
      'Europe/Madrid',
      false,
      ['Sunday, March 14, 2027 at 5:00 AM Eastern Time', 'Sunday, March 14, 2027 at 10:00 AM Central European Time'],
    ],
    // The night it ends, in the hour that comes twice.
    [
      '2027-11-07T06:30:00Z',
      'America/Phoenix',
      false,
      [
        'Sunday, November 7, 2027 at 5:00 AM Eastern Time',
        'Sunday, November 7, 2027 at 3:00 AM Mountain Standard Time',
      ],
    ],
  ])('at %s, read in %s: open is %s', async (time, zone, isOpen, until) => {
    const page = await openAt('help-desk', time, zone);
    expect(await verdict(page)).toBe(deskTexts[isOpen ? 'js.open' : 'js.closed']);
    expect(Object.values(await facts(page))[0]).toEqual(until);
  });

  it('changes by itself while the page is open, minute by minute, and says so once', async () => {
    const page = await openAt('help-desk', '2026-12-05T21:57:30-05:00', 'America/New_York');
    const first = async () => Object.keys(await facts(page))[0];
    expect(await first()).toBe('Closes in 3 minutes');
    await page.clock.runFor(60_000);
    expect(await first()).toBe('Closes in 2 minutes');
    expect(await heard(page), 'no word at every minute').toBe('');
    await page.clock.runFor(91_000);
    expect([await verdict(page), await first()]).toEqual([deskTexts['js.closed'], 'Opens in 7 hours']);
    await page.clock.runFor(2000);
    expect(await heard(page)).toBe(deskTexts['js.closed']);
    // A machine that slept finds itself in the morning.
    await page.clock.fastForward(7 * 3_600_000);
    expect(await verdict(page)).toBe(deskTexts['js.open']);
  });

  it.each([
    ['open: the opening after the next rest', '2026-12-01T12:00:00-05:00'],
    ['closed: the next opening', '2026-12-06T01:00:00-05:00'],
  ])('gives a reminder while it is %s', async (_, time) => {
    const page = await openAt('help-desk', time, 'Europe/Madrid');
    const found = await reminder(page, deskTexts.make);
    expect(found).toMatchObject({
      file: 'ace-help-desk.ics',
      DTSTART: '20261206T100000Z',
      SUMMARY: deskTexts['js.event'],
      URL: `${stage.site()}/en/tools/help-desk/`,
    });
    expect(found['UID']).toMatch(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
    expect(JSON.stringify(found)).toContain(helpDesk.phone);
    expect(await page.locator('.done-note').innerText()).toBe(deskTexts['js.made']);
    await page.clock.runFor(1000);
    expect(await heard(page)).toBe(deskTexts['js.made']);
  });
});

describe('to try again', () => {
  const when = (page: Page) => box(page, againTexts.when);

  it.each([
    ['America/New_York', '2026-11-25T17:00:00-05:00', '2026-11-27T09:00'],
    // Six in the morning is no time to ring in California.
    ['America/Los_Angeles', '2026-11-30T12:00:00-08:00', '2026-12-01T09:00'],
    ['Europe/Madrid', '2026-11-30T18:00:00+01:00', '2026-12-01T15:00'],
    // Nine in Washington on Tuesday is late in the evening there.
    ['Asia/Shanghai', '2026-11-30T18:00:00+08:00', '2026-12-02T09:00'],
  ])('in %s at %s, %s is suggested', async (zone, now, suggested) => {
    const page = await openAt('try-again', now, zone);
    expect(await when(page).inputValue()).toBe(suggested);
    expect(await tone(page)).toBe('good');
  });

  it('gives the chosen time by both clocks, and as a file', async () => {
    const page = await openAt('try-again', '2026-12-04T18:00:00+01:00', 'Europe/Madrid');
    await when(page).fill('2026-12-06T08:30');
    expect(await facts(page)).toEqual({
      'In 1 day 14 hours': [
        'Sunday, December 6, 2026 at 2:30 AM Eastern Time',
        'Sunday, December 6, 2026 at 8:30 AM Central European Time',
      ],
      [againTexts['js.desk']]: [againTexts['js.desk.closed']],
    });
    expect(await reminder(page, againTexts.make)).toMatchObject({
      file: 'try-again.ics',
      DTSTART: '20261206T073000Z',
      DTEND: '20261206T074500Z',
      SUMMARY: againTexts['js.event'],
    });
  });

  it.each([
    ['2026-12-04T17:59', 'wrong', againTexts['js.past']],
    ['2028-12-04T17:59', 'wrong', againTexts['js.far']],
    ['', 'none', againTexts.empty],
  ])('“%s” makes no file', async (time, expected, words) => {
    const page = await openAt('try-again', '2026-12-04T18:00:00+01:00', 'Europe/Madrid');
    await when(page).fill(time);
    expect([await tone(page), await result(page).locator('p').last().innerText()]).toEqual([expected, words]);
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await button(page, againTexts.make).click();
    await page.clock.runFor(1000);
    expect([downloads, await page.locator('.done-note').innerText()]).toEqual([0, '']);
  });
});
