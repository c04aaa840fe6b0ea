import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { textsOf } from '#domain/requests/texts.ts';
import { samples } from '#test/fakes/requests.ts';
import { triageWords } from '../../web/src/triage/words.ts';
import { button, fillIn, finish, goToCheck, heading, sentReference, words } from './form.ts';
import { fits, openHost, shownAt } from './frames.ts';
import { mailsOf, mailTo } from './mails.ts';
import { eventually, useStage } from './stage.ts';

const stage = useStage();
const triage = triageWords('en');
const form = textsOf('en', 'name-query')['title'] ?? '';
const link = words['embed.link'];
const refused = 'chrome-error://chromewebdata/';

describe('another website of the broker', () => {
  it('shows the triage, as high as it is, and no plain link any more', async () => {
    const { page } = await stage.visit();
    const host = await openHost(page, `${stage.otherWebsite()}/en/triage`);
    await heading(host.frame(), triage['shown.title']).waitFor();
    expect(await page.locator('iframe').getAttribute('title')).toBe(`Help with CBP refunds, by ${broker.name}`);
    await fits(host);
    expect(await page.getByRole('link', { name: link }).count()).toBe(0);
    expect(new URL(host.frame().url()).origin).toBe(stage.site());
  });

  it('gives a page as much room as it needs, when another one comes and when the window is narrow', async () => {
    const { page } = await stage.visit();
    const host = await openHost(page, `${stage.otherWebsite()}/en/triage`);
    await fits(host);
    const long = (await host.heights()).room;
    await page.setViewportSize({ width: 360, height: 800 });
    await eventually(async () => (await host.heights()).room).toBeGreaterThan(long * 1.2);
    await fits(host);
    await host.frame().getByRole('link', { name: triage['shown.no-code'] }).click();
    await heading(host.frame(), triage['code.title']).waitFor();
    await eventually(async () => (await host.heights()).room).toBeLessThan(long);
    await fits(host);
  });

  it('leads its reader to the top of each new page', async () => {
    const { page } = await stage.visit({ viewport: { width: 390, height: 500 } });
    const host = await openHost(page, `${stage.otherWebsite()}/en/help`);
    await fits(host);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await host.frame().evaluate(() => document.querySelector<HTMLElement>('.asked section:last-child a')?.click());
    await host.frame().waitForURL('**/embed/en/help/**');
    await fits(host);
    await eventually(() =>
      page.locator('iframe').evaluate((box) => Math.abs(box.getBoundingClientRect().top)),
    ).toBeLessThan(2);
  });

  it('sends a request through the frame, from our own origin', async () => {
    const [answers = {}] = samples['name-query'];
    const { page, posts } = await stage.visit({ device: 'phone' });
    const address = `${stage.otherWebsite()}/en/ask/name-query`;
    const host = await openHost(page, address);
    await heading(host.frame(), form).waitFor();
    await fillIn(host.frame(), 'name-query', answers);
    await goToCheck(host.frame());
    await fits(host);
    await button(host.frame(), words['check.send']).click();
    const reference = await sentReference(host.frame());
    await fits(host);

    const mails = await mailsOf(stage, reference, 2);
    expect(mailTo(mails, broker.teamMailboxes[0]).text).toContain(answers['companyName']);
    expect(posts).toHaveLength(1);
    const headers = (await posts[0]?.allHeaders()) ?? {};
    expect(headers).toMatchObject({ origin: stage.site(), 'sec-fetch-site': 'same-origin' });
    expect(headers['cookie']).toBeUndefined();
    expect(page.url()).toBe(address);
    await host.frame().getByRole('link', { name: 'Back to the start page' }).click();
    await heading(host.frame(), triage['shown.title']).waitFor();
  });

  it('shows problems where the reader looks: the browser brings the list into view, through the frame', async () => {
    const { page } = await stage.visit({ viewport: { width: 390, height: 600 } });
    const host = await openHost(page, `${stage.otherWebsite()}/en/ask/name-query`);
    await fits(host);
    await finish(host.frame()).click();
    await heading(host.frame(), words['problems.title']).waitFor();
    await eventually(async () => {
      const { y = NaN, height = 0 } = (await host.frame().locator('#problems').boundingBox()) ?? {};
      return y < 300 && y + height > 300;
    }).toBe(true);
  });

  it('shows the door’s own page of problems when the form’s script did not come', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/status of 422/);
    const host = await openHost(page, `${stage.otherWebsite()}/en/ask/name-query`);
    await host.frame().evaluate(() => document.forms[0]?.submit());
    await host.frame().getByText('Nothing was sent yet.').waitFor();
    await fits(host);
    await host.frame().getByRole('link', { name: 'Start again with an empty form' }).click();
    await heading(host.frame(), form).waitFor();
  });

  it('opens in a tab what may not stand in a frame', async () => {
    const { page, context } = await stage.visit();
    const host = await openHost(page, `${stage.otherWebsite()}/en/ask/name-query`);
    for (const [name, path] of [
      [words['ask.privacy'], '/en/privacy/'],
      [words['embed.open'], '/en/ask/name-query/'],
    ] as const) {
      const opened = context.waitForEvent('page');
      await host.frame().getByRole('link', { name }).click();
      const tab = await opened;
      await tab.waitForURL(`${stage.site()}${path}`);
      expect(await tab.evaluate(() => window.opener === null)).toBe(true);
      await tab.close();
    }
    expect(new URL(host.frame().url()).pathname).toBe('/embed/en/ask/name-query/');
  });

  it('has a plain link to us where no script runs', async () => {
    const { page } = await stage.visit({ javaScriptEnabled: false });
    await page.goto(`${stage.otherWebsite()}/en/ask/name-query`);
    expect(await page.locator('iframe').count()).toBe(0);
    await page.getByRole('link', { name: link }).click();
    await page.waitForURL(`${stage.site()}/en/ask/name-query/`);
    await heading(page, form).waitFor();
  });

  it('keeps the plain link while our site does not answer', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/Failed to load resource|postMessage/);
    await page.route('**/embed/**', (route) => route.abort());
    await openHost(page, `${stage.otherWebsite()}/en/triage`);
    expect(await page.getByRole('link', { name: link }).isVisible()).toBe(true);
    expect((await page.locator('iframe').boundingBox())?.height).toBe(1);
  });

  it('takes a height from the frame alone', async () => {
    const { page } = await stage.visit();
    const host = await openHost(page, `${stage.otherWebsite()}/en/triage`);
    await fits(host);
    const { room } = await host.heights();
    await page.evaluate(() => postMessage(5000, '*'));
    await host.frame().evaluate(() => {
      for (const wrong of ['5000', -1, NaN, 0, { height: 5000 }]) parent.postMessage(wrong, '*');
    });
    await page.waitForTimeout(200);
    expect((await host.heights()).room).toBe(room);
  });
});

describe('a website that nobody named', () => {
  it('shows nothing of ours, and keeps its plain link', async () => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/frame-ancestors|postMessage|request to http:\/\/localhost/);
    // The same server by another name: to a browser another origin.
    const foreign = stage.otherWebsite().replace('127.0.0.1', 'localhost');
    const host = await openHost(page, `${foreign}/en/triage`);
    await eventually(() => host.frame().url()).toBe(refused);
    expect((await page.locator('iframe').boundingBox())?.height).toBe(1);
    expect(await page.getByRole('link', { name: link }).isVisible()).toBe(true);
  });
});

describe('even a website that may show the forms', () => {
  it.each([
    // First, since a file is kept with the headers that it was found with.
    ...['/embed/..%2fdesk/', '/embed/%2e%2e/desk/', '/embed%2f..%2fdesk/'],
    ...[
      '/en/',
      '/en/?framed',
      '/en/help/',
      '/en/ask/name-query/',
      '/en/case/',
      '/en/privacy/',
      '/en/tools/',
      '/404.html',
    ],
    ...['/desk/', '/desk/sign-in/', '/desk/?framed'],
    ...['/api/requests/sent/H7K2M-9QXTC', '/api/requests/sent/H7K2M-9QXTC?removed=card&framed'],
    ...['/api/importer/links/asked?framed', '/api/importer/case/H7K2M-9QXTC?framed', '/api/desk/openapi?framed'],
    ...['/embed/en/case/', '/embed/en/privacy/', '/embed/desk/'],
  ])('cannot show %s', async (path) => {
    const { page, expectComplaint } = await stage.visit();
    expectComplaint(/frame-ancestors|postMessage|status of (401|404)/);
    expect(await shownAt(stage, page, path)).toBe(refused);
  });

  it.each([
    '/embed/en/',
    '/embed/en/help/apply/',
    '/embed/en/ask/name-query/',
    '/api/requests/sent/H7K2M-9QXTC?framed',
  ])('but can show %s', async (path) => {
    const { page } = await stage.visit();
    expect(await shownAt(stage, page, path)).toBe(`${stage.site()}${path}`);
  });
});
