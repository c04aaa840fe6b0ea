import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handle } from '../../functions/http/lambda.ts';
import { buildSite } from '../../infra/local/build-site.ts';
import { closed, listen } from '../../infra/local/listen.ts';
import { localRouter } from '../../infra/local/router.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import type { Case } from '#domain/case/case.ts';
import { ada, deskDoor } from '#test/fakes/desk-door.ts';
import { later, moved, states } from '#test/fakes/importer-cases.ts';
import { linkedFor } from '#test/fakes/linked-cases.ts';
import type { Linked } from '#test/fakes/linked-cases.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { openBrowser } from '../browser.ts';
import { publicDoor, routerSecret } from '../http/desk.ts';
import { importerDoor } from '../http/importer.ts';

/**
 * What a stranger writes, opened in a real browser wherever a page shows it again: nothing of it runs, nothing of it
 * becomes an element, and the policy has nothing to report, since it is not even tried.
 */
const hit = 'window.__hit=1';
const payloads = [
  `<script>${hit}</script>`,
  `"><img src=x onerror="${hit}">`,
  `'><svg onload=${hit}>`,
  `" autofocus onfocus="${hit}" x="`,
  `</title></textarea></style></script><script>${hit}</script>`,
  `--><script>${hit}</script><!--`,
  `javascript:${hit}`,
  `<a href="javascript:${hit}">Go on</a>`,
  `<iframe srcdoc="<script>parent.${hit}</script>"></iframe>`,
  `<details open ontoggle=${hit}>`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<base href="https://evil.example/">`,
  `<link rel=stylesheet href="https://evil.example/x.css">`,
  `<form action="https://evil.example/"><button>Send</button></form>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${hit}>`,
  `&#60;script&#62;${hit}&#60;/script&#62;`,
  `{{constructor.constructor('${hit}')()}}`,
  '\\u003cscript\\u003e',
  `%3Cscript%3E${hit}%3C/script%3E`,
];
const all = payloads.join(' ');
/** A piece of every text above that a reader can find again. */
const seen = '<script>window.__hit=1</script>';

const on: { browser?: Browser; site: string; close?: () => Promise<void>; cookie?: string } = { site: '' };
const cases = memoryCaseStore();

/** The case with the payloads wherever somebody outside or inside can write. */
function spoiltCase(of: Case, digest: string): Case {
  const answers = Object.fromEntries(
    Object.entries(of.answers).map(([name, value]) => [name, /Email|Kind|Role|Attorney|Type/.test(name) ? value : all]),
  );
  const questions = of.questions.map((one) => ({ ...one, text: all }));
  const timeline = of.timeline.map((entry) => ({ ...entry, text: all }));
  const outcome = of.outcome && {
    ...of.outcome,
    words: all,
    values: Object.fromEntries(
      Object.entries(of.outcome.values).map(([name, value]) => [name, /At$/.test(name) ? value : all]),
    ),
  };
  return { ...of, digest: digest.repeat(64), answers, questions, timeline, ...(outcome && { outcome }) };
}

const asked = spoiltCase(moved(states.asked(), { move: 'flag', reason: 'odd' }, { move: 'note', text: 'odd' }), 'a');
const told = spoiltCase(states['name told'](), 'b');
const withLinkOf = (of: Case, purpose: 'case' | 'confirm' | 'not-us'): Linked => {
  const linked = linkedFor(purpose);
  return { case: { ...of, links: linked.case.links }, part: `${of.reference}.${linked.part.split('.')[1] ?? ''}` };
};

const notUs = linkedFor('not-us');
const stopped: Linked = { ...notUs, case: spoiltCase(notUs.case, 'd') };
const opened = {
  asked: withLinkOf(asked, 'case'),
  told: withLinkOf(told, 'case'),
  confirm: withLinkOf(spoiltCase(states.new(), 'c'), 'confirm'),
  'not-us': stopped,
};

beforeAll(async () => {
  for (const { case: one } of Object.values(opened)) await cases.put(one);
  const late: { doors?: (path: string) => ReturnType<typeof handle> } = {};
  const server = localRouter({
    doorOf: (path) => late.doors?.(path) ?? (() => Promise.reject(new Error('not open yet'))),
    siteFolder: buildSite(),
    routerSecret,
    rateLimit: false,
    isReady: () => true,
  });
  on.site = `http://localhost:${String(await listen(server, 0))}`;
  const desk = deskDoor({ cases, lists: memoryCaseLists(cases), siteUrl: on.site });
  const doors = {
    requests: handle(publicDoor(memoryCaseStore()).app),
    importer: handle(importerDoor(cases, { siteUrl: on.site }, later(60)).app),
    desk: handle(desk.app),
  };
  late.doors = (path) =>
    path.startsWith('/api/importer/') ? doors.importer : path.startsWith('/api/desk/') ? doors.desk : doors.requests;
  on.cookie = await desk.signedIn(ada);
  on.browser = await openBrowser();
  on.close = () => closed(server);
});
afterAll(async () => {
  await on.browser?.close();
  await on.close?.();
});

/** A page, and all that must not happen on it. */
async function visitor() {
  if (!on.browser) throw new Error('no browser');
  const context = await on.browser.newContext({ baseURL: on.site });
  const [name = '', value = ''] = (on.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: on.site.replace('http:', 'https:'), httpOnly: true, secure: true }]);
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) broken.push(message.text());
  });
  page.on('dialog', (dialog) => {
    broken.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(on.site)) broken.push(`request ${request.url()}`);
  });
  return { page, broken, close: () => context.close() };
}

/** Elements and attributes that no page of ours has. */
const foreignParts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const odd = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => name.startsWith('on') || /^\s*(javascript|data):/i.test(value))
        .map(({ name, value }) => `${element.tagName} ${name}=${value}`)
        .filter((said) => !/^(INPUT|TEXTAREA|OPTION|BUTTON) value=/.test(said)),
    );
    const strange = [
      ...document.querySelectorAll('iframe, base, math, img[src="x"], script:not([src]), form[action*="evil"]'),
    ];
    return [
      ...odd,
      ...strange.map(({ outerHTML }) => outerHTML.slice(0, 80)),
      ...('__hit' in window ? ['it ran'] : []),
    ];
  });

/** Sends a form from a page of ours, as a browser without our script would. */
async function send(page: Page, path: string, values: Readonly<Record<string, string>>) {
  await page.goto('/en/');
  const answered = page.waitForResponse((response) => response.url().includes(path.split('?')[0] ?? path));
  await page.evaluate(
    ([action, pairs]) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action });
      for (const [name, value] of pairs)
        form.append(Object.assign(document.createElement('textarea'), { name, value }));
      document.body.append(form);
      form.submit();
    },
    [path, Object.entries(values)] as const,
  );
  await answered;
  await page.waitForLoadState();
}

const inPath = encodeURIComponent(all.slice(0, 900));
const inQuery = `reference=${inPath}&q=${inPath}&done=${inPath}&type=${inPath}#${inPath}`;
const many = Object.fromEntries(payloads.map((payload) => [payload, payload]));

type Play = (page: Page) => Promise<unknown>;
/** Every page that shows again what somebody wrote, and whether it does so with these texts. */
const plays: readonly (readonly [name: string, shows: boolean, play: Play])[] = [
  ...requestTypeNames.map((type): readonly [string, boolean, Play] => [
    `the problems of ${type}`,
    true,
    (page) => send(page, `/api/requests/${type}`, many),
  ]),
  ['the look-up with problems', true, (page) => send(page, '/api/importer/links', { reference: all, email: all })],
  ['the page of a case', true, (page) => page.goto(`/api/importer/case/${opened.asked.part}?${inQuery}`)],
  ['an answer', true, (page) => page.goto(`/api/importer/case/${opened.told.part}`)],
  [
    'a reply that is too long, shown again',
    true,
    (page) => send(page, `/api/importer/case/${opened.asked.part}/replies`, { q1: all.repeat(8), text: all }),
  ],
  ['the page with the button', false, (page) => page.goto(`/api/importer/confirm/${opened.confirm.part}?${inQuery}`)],
  ['the page of a no', false, (page) => page.goto(`/api/importer/not-us/${opened['not-us'].part}`)],
  ['a link that is none', false, (page) => page.goto(`/api/importer/case/${inPath}`)],
  ['a sent page for no reference', false, (page) => page.goto(`/api/requests/sent/${inPath}?${inQuery}`)],
  ['a type that is none', false, (page) => send(page, `/api/requests/${inPath}`, many)],
  ['the sent page', false, (page) => page.goto(`/api/requests/sent/H7K2M-9QXTC?${inQuery}`)],
  ['the look-up form', false, (page) => page.goto(`/en/case/?${inQuery}`)],
  ['a form', false, (page) => page.goto(`/en/ask/name-query/?${inQuery}`)],
  ['a page that is not there', false, (page) => page.goto(`/${inPath}`)],
  ['the API, described', false, (page) => page.goto(`/api/desk/openapi?${inQuery}`)],
  ['the desk, signing in', false, (page) => page.goto(`/desk/sign-in/?${inQuery}`)],
  ['the queue', true, (page) => page.goto(`/desk/?${inQuery}`)],
  ['a case at the desk', true, (page) => page.goto(`/desk/case/?reference=${asked.reference}&digest=${asked.digest}`)],
  [
    'an answered case at the desk',
    true,
    (page) => page.goto(`/desk/case/?reference=${told.reference}&digest=${told.digest}`),
  ],
];

describe('markup that a stranger wrote', () => {
  it.each(plays)('does nothing on %s', async (_, shows, play) => {
    const { page, broken, close } = await visitor();
    await play(page);
    const shown = () =>
      page.evaluate(
        () =>
          document.body.innerText +
          [...document.querySelectorAll('textarea, input')]
            .map((field) => ('value' in field ? String(field.value) : ''))
            .join(' '),
      );
    if (shows) await expect.poll(shown, { timeout: 8000 }).toContain(seen);
    else await page.waitForTimeout(300);
    // What would run on a touch, on focus or with the keyboard.
    for (let nth = 0; nth < 25; nth += 1) await page.keyboard.press('Tab');
    expect(await foreignParts(page)).toEqual([]);
    expect(new URL(page.url()).origin).toBe(on.site);
    await close();
    expect(broken).toEqual([]);
  });

  it('would be seen if it ran', async () => {
    const { page, close } = await visitor();
    await page.route('**/naked', (route) => route.fulfill({ contentType: 'text/html', body: `<p>${all}</p>` }));
    await page.goto('/naked').catch(() => undefined);
    expect((await foreignParts(page)).length).toBeGreaterThan(3);
    await close();
  });
});
