import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say } from '../../web/src/desk/case/words.ts';
import { krAnswer } from '#test/domain/fixtures/kr-lines.ts';
import { casePath, filedAndConfirmed } from './desk-cases.ts';
import { luis, useDeskStage } from './desk-stage.ts';
import type { Desk } from './desk-stage.ts';
import { button, heading } from './form.ts';
import { box, clear, paste } from './story-broker.ts';

const stage = useDeskStage();
const onFile = { result: '1', abbreviatedName: 'JUN PARK', legalName: 'JUN PARK' } as const;

/** A cleared name query, its paste box open. */
async function cleared(company: string, change: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const of = await filedAndConfirmed(stage, company, change);
  const desk = await stage.as(luis);
  await desk.page.goto(casePath(of));
  await heading(desk.page, company).waitFor();
  await clear(desk.page, ['power-of-attorney', 'receiver']);
  return desk;
}

const keep = (page: Page) => button(page, say('kr.keep'));

describe('what CBP answered, pasted', () => {
  it('broken: each place is named by line and column, and another importer’s answer is refused', async () => {
    const { page, posts } = await cleared('Fern Paste LLC');
    const before = posts.length;
    await paste(page, krAnswer('95-765432100', onFile).join('\n'));
    await page.getByText(say('kr.another', { numbers: '…4321', importer: '' }).slice(0, 40)).waitFor();
    expect(await keep(page).count()).toBe(0);

    const [k1 = '', ...others] = krAnswer('95-123456700', onFile);
    await paste(page, [`${k1.slice(0, 14)}9${k1.slice(15)}`, ...others].join('\n'));
    await page.getByText('Line 1, column 15:').waitFor();
    await paste(page, ['K2 too short', k1].join('\n'));
    await page
      .getByText(/^Line 1/)
      .first()
      .waitFor();
    await paste(page, 'Good morning');
    await page.getByText(say('kr.unread')).waitFor();
    expect(await keep(page).count()).toBe(0);
    expect(posts.length, 'reading a paste sends nothing').toBe(before);
  });

  it('with a Social Security number: it never leaves the browser, and is not shown', async () => {
    const { page, requests } = await cleared('Jun Park', { importerNumberKind: 'ssn', importerNumber: '5678' });
    await page.getByText(say('ki.none')).waitFor();
    const lines = krAnswer('123-45-5678', onFile);
    expect(lines[0], 'the paste held it').toContain('123-45-5678');
    await paste(page, lines.join('\n'));
    await page.getByText(say('kr.masked')).waitFor();
    expect(await box(page, say('kr.paste')).inputValue()).not.toMatch(/123-?45/);
    expect(await page.getByRole('main').innerText()).not.toMatch(/123-?45-?5678/);
    await keep(page).click();
    await heading(page, say('kr.kept')).waitFor();
    const sent = requests.map((request) => `${request.url()} ${request.postData() ?? ''}`).join('\n');
    expect(sent).toContain('JUN PARK');
    expect(sent).not.toMatch(/123-?45-?5678/);
    const kept = await page.evaluate(() => [sessionStorage, localStorage].flatMap(Object.values).join('&'));
    expect(kept).not.toMatch(/123-?45/);
  });
});
