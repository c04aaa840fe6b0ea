import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asProblem, tooMany } from '../../infra/firewall-pages.ts';
import { limits } from '../../infra/limits.ts';
import { broker } from '../../broker.config.ts';
import sent from '../../functions/http/pages/text/en.json' with { type: 'json' };
import { samples } from '#test/fakes/requests.ts';
import { answer, button, fillIn, goToCheck, pageOf, question, sentReference, words } from './form.ts';
import { mailsOf } from './mails.ts';
import { eventually, useStage } from './stage.ts';
import type { Visit } from './stage.ts';

const stage = useStage();
const door = '**/api/requests/name-query*';
const sample = samples['name-query'][0] ?? {};

/** A filled name query at its second step, ready to be sent. */
async function ready(): Promise<Visit> {
  const visit = await stage.visit({ device: 'phone' });
  visit.expectComplaint(/Failed to load resource/);
  await visit.page.goto(pageOf('name-query'));
  await fillIn(visit.page, 'name-query', sample);
  await goToCheck(visit.page);
  return visit;
}

const send = (page: Page) => button(page, words['check.send']).click();
const again = (page: Page) => button(page, words['js.again']).click();
const failed = (page: Page) => page.locator('#failed');
const idsOf = ({ posts }: Visit) =>
  posts.map((post) => {
    const body: unknown = post.postDataJSON();
    return body instanceof Object && 'submissionId' in body ? body.submissionId : undefined;
  });

/** A failed sending as its reader must find it: true, calm, with a way on, and nothing lost. */
async function expectFailure(page: Page, said = ''): Promise<void> {
  await failed(page).waitFor();
  await eventually(() => failed(page).evaluate((box) => box.contains(document.activeElement))).toBe(true);
  const told = await failed(page).innerText();
  expect(told).toContain(words['failed.title']);
  expect(told).toContain(words['js.kept']);
  expect(told).toContain(said);
  await failed(page).getByRole('link', { name: broker.phone }).waitFor();
  await failed(page).getByRole('link', { name: broker.email }).waitFor();
  expect(await page.locator('body').innerText()).not.toContain(sent['sent.title']);
  expect(page.url()).toContain(pageOf('name-query'));
}

describe('bad luck while sending', () => {
  it('no network: everything is kept, and the second try is the same submission', async () => {
    const visit = await ready();
    const { page, context } = visit;
    await context.setOffline(true);
    await send(page);
    await expectFailure(page);
    await context.setOffline(false);
    await again(page);
    await mailsOf(stage, await sentReference(page), 2);
    expect(idsOf(visit)).toHaveLength(2);
    expect(new Set(idsOf(visit)).size).toBe(1);
    expect(idsOf(visit)[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('the answer is lost after the request was stored: trying again is the same case, with one set of letters', async () => {
    const visit = await ready();
    const { page } = visit;
    const stored: unknown[] = [];
    await page.route(door, async (route) => {
      stored.push(await (await route.fetch()).json());
      await route.abort('connectionreset');
    });
    await send(page);
    await expectFailure(page);
    await page.unroute(door);
    await again(page);
    const reference = await sentReference(page);
    expect(stored).toEqual([{ reference }]);
    await mailsOf(stage, reference, 2);
  });

  it.each([
    { status: 503, headers: { 'retry-after': '10' }, body: '{}', said: 'Please wait 10 seconds first.' },
    {
      status: 429,
      headers: { 'retry-after': String(limits.windowSeconds) },
      body: asProblem(tooMany),
      said: words['js.429'],
    },
    { status: 413, headers: {}, body: '{}', said: words['js.413'].trim() },
    { status: 500, headers: {}, body: '<h1>Oh</h1>', said: '' },
    // A hotel's or an airport's own page, in place of ours.
    { status: 200, headers: {}, body: '<h1>Welcome to our network</h1>', said: '' },
    { status: 201, headers: {}, body: 'not JSON', said: '' },
    { status: 201, headers: {}, body: '{}', said: '' },
    { status: 422, headers: {}, body: '{"title":"?"}', said: '' },
  ])('answer $status $body: says what is known, and no more', async ({ status, headers, body, said }) => {
    const { page } = await ready();
    await page.route(door, (route) => route.fulfill({ status, headers, body, contentType: 'application/json' }));
    await send(page);
    await expectFailure(page, said);
    if (status === 429) expect(await failed(page).innerText()).toContain('Please wait 5 minutes first.');
  });

  it('no answer at all: gives up after 20 seconds', async () => {
    const visit = await ready();
    const { page } = visit;
    await page.clock.install();
    const held: Route[] = [];
    await page.route(door, (route) => void held.push(route));
    await send(page);
    await eventually(() => held.length).toBe(1);
    expect(await page.getByRole('status').filter({ hasText: words['js.sending'] }).isVisible()).toBe(true);
    await page.clock.fastForward(5_000);
    // Its reader wonders by now.
    await page.getByRole('status').filter({ hasText: words['js.slow'] }).waitFor();
    await page.clock.fastForward(14_000);
    expect(await failed(page).isVisible()).toBe(false);
    await page.clock.fastForward(1_500);
    await expectFailure(page);
  });

  it('says that it is received as soon as that is known', async () => {
    const { page } = await ready();
    const said: string[] = [];
    page.on('console', (line) => said.push(line.text()));
    await page.evaluate(() => {
      const progress = document.querySelector('#progress');
      if (!progress) throw new Error('nobody listens');
      new MutationObserver(() => console.log(progress.textContent)).observe(progress, { childList: true });
    });
    await page.locator('#send').click();
    await sentReference(page);
    expect(said).toEqual([words['js.sending'], words['js.received']]);
  });

  it('an edit after a failure is another submission', async () => {
    const visit = await ready();
    const { page } = visit;
    await page.route(door, (route) => route.abort());
    await send(page);
    await expectFailure(page);
    await page.unroute(door);
    await page.getByRole('link', { name: `${words['js.change']}: Company name` }).click();
    await answer(page, 'name-query', 'companyName', 'Acme Imports Inc');
    await goToCheck(page);
    await page.locator('#send').click();
    await sentReference(page);
    expect(idsOf(visit)).toHaveLength(2);
    expect(new Set(idsOf(visit)).size).toBe(2);
  });

  it('a failure, then a reload: the answers and the submission are the same', async () => {
    const visit = await ready();
    const { page } = visit;
    await page.route(door, (route) => route.abort());
    await send(page);
    await expectFailure(page);
    await page.unroute(door);
    await page.reload();
    await eventually(() => question(page, 'name-query', 'companyName').inputValue()).toBe(sample['companyName']);
    await goToCheck(page);
    await send(page);
    await sentReference(page);
    expect(new Set(idsOf(visit)).size).toBe(1);
  });

  it('a double click sends once', async () => {
    const visit = await ready();
    await button(visit.page, words['check.send']).dblclick();
    await mailsOf(stage, await sentReference(visit.page), 2);
    expect(visit.posts).toHaveLength(1);
  });
});
