import { describe, expect, it } from 'vitest';
import { hashOfToken, newToken } from '#casework/links.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { later, states, withMailedLink } from '#test/fakes/importer-cases.ts';
import { opened } from '#test/fakes/requests.ts';
import { asForm, asJson, errorsIn } from './desk.ts';
import { doorTo, importerDoor } from './importer.ts';

const good = { reference: 'H7K2M-9QXTC', email: 'rosa@acme-imports.example' };

/** A store that nobody may touch: asking for a link must not be able to tell a stranger whether there is a case. */
const refused = () => Promise.reject(new Error('the store was asked'));
const untouchable: CaseStore = { put: refused, read: refused, find: refused, save: refused, owing: refused };

describe('asking for a link', () => {
  it('is one ask, and the same page for everybody; no case is looked up', async () => {
    const door = importerDoor(untouchable);
    const response = await door.form('links', { reference: ' h7k2m 9qxtc ', email: ' Rosa@Acme-Imports.example ' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/api/importer/links/asked?lang=en']);
    expect([...door.asks.all.values()]).toMatchObject([
      { purpose: 'case', reference: 'H7K2M-9QXTC', mailbox: 'Rosa@Acme-Imports.example', state: 'owed' },
    ]);
    const page = await door.get('links/asked');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('If we have a case with this reference and this email address');
  });

  it('again and again within a minute or two is one ask', async () => {
    const door = importerDoor(untouchable);
    for (let nth = 0; nth < 5; nth += 1) await door.form('links', good);
    expect(door.asks.all.size).toBe(1);
  });

  it('answers a program in its own way', async () => {
    const door = importerDoor(untouchable);
    const response = await door.json('links', good);
    expect([response.status, await response.json()]).toEqual([202, { asked: true }]);
  });

  it.each<readonly [string, Record<string, unknown>, readonly string[]]>([
    ['nothing', {}, ['reference: missing', 'email: missing']],
    ['spaces', { reference: ' ', email: ' ' }, ['reference: missing', 'email: missing']],
    ['a short reference', { ...good, reference: 'H7K2M' }, ['reference: not-a-reference']],
    ['a letter that no reference has', { ...good, reference: 'H7K2M-9QXTU' }, ['reference: not-a-reference']],
    ['the reference and words', { ...good, reference: 'Reference H7K2M-9QXTC' }, ['reference: not-a-reference']],
    ['no address', { ...good, email: 'rosa' }, ['email: not-an-email']],
    ['two addresses', { ...good, email: 'a@b.example, c@d.example' }, ['email: several-emails']],
    ['both wrong', { reference: '?', email: '?' }, ['reference: not-a-reference', 'email: not-an-email']],
    ['lists', { reference: ['a'], email: ['b'] }, ['reference: given-twice', 'email: given-twice']],
    ['numbers', { reference: 7, email: 7 }, ['reference: not-text', 'email: not-text']],
  ])('%s: every problem at once, with an example, and nothing is asked', async (_, sent, expected) => {
    const door = importerDoor(untouchable);
    const response = await door.json('links', sent);
    expect((await errorsIn(response)).map(({ field, code }) => `${field}: ${code}`)).toEqual(expected);
    expect(door.asks.all.size).toBe(0);
  });

  it('shows a person the form again, with all that was typed', async () => {
    const door = importerDoor(untouchable);
    const response = await door.form('links', { reference: '"><b>H7', email: 'rosa at acme' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('<title>Error: ');
    expect(page).toContain('value="&quot;&gt;&lt;b&gt;H7"');
    expect(page).toContain('value="rosa at acme"');
    expect(page).toMatch(/<a href="#reference">Your reference: this does not look like one of ours\.[^<]*H7K2M-9QXTC/);
    expect(page).toMatch(/<p class="problem" id="email-problem">Your email: this does not look like an email address/);
  });

  it('logs no address, and no reference that a stranger typed', async () => {
    const door = importerDoor(untouchable);
    await door.form('links', good);
    await door.form('links', { ...good, email: 'nobody' });
    expect(door.logged.map(({ event }) => event)).toEqual(['link-asked', 'link-ask-refused']);
    expect(JSON.stringify(door.logged)).not.toMatch(/rosa|nobody|H7K2M/);
  });
});

describe('a link that opens nothing', () => {
  const part = `H7K2M-9QXTC.${newToken()}`;
  const table: readonly [string, string, number, string][] = [
    ['a part of one', 'H7K2M-9QXTC.abc', 404, 'This address is not complete'],
    ['no token', 'H7K2M-9QXTC', 404, 'This address is not complete'],
    ['nonsense', '%3Cscript%3E', 404, 'This address is not complete'],
    ['one that nobody got', part, 404, 'We do not know this link'],
    ['a hash for a token', `H7K2M-9QXTC.${hashOfToken('x').slice(0, 43)}`, 404, 'We do not know this link'],
  ];

  it.each(table)('%s says so, on every page it could be for', async (_, said, status, title) => {
    for (const path of [`confirm/${said}`, `case/${said}`]) {
      const door = importerDoor();
      for (const response of [
        await door.get(path),
        await door.form(path === `case/${said}` ? `${path}/confirm` : path),
      ]) {
        expect(response.status).toBe(status);
        const page = await response.text();
        expect(page).toContain(`<h1>${title}</h1>`);
        expect(page).toContain('href="/en/case/"');
      }
    }
  });

  it('an expired one to a case: a button for a new one, which goes to the same mailbox', async () => {
    const cases = memoryCaseStore();
    const { case: linked, part: old } = withMailedLink(
      states.new(),
      'case',
      'contact',
      new Date('2026-11-01T00:00:00Z'),
    );
    await cases.put(linked);
    const door = importerDoor(cases, {}, later(60));
    const page = await door.get(`case/${old}`);
    expect(page.status).toBe(410);
    const html = await page.text();
    expect(html).toContain('<h1>This link is too old</h1>');
    expect(html).toContain(`action="/api/importer/case/${old}/renew?lang=en"`);
    expect(html).not.toContain('Acme');
    const renewed = await door.form(`case/${old}/renew`);
    expect(renewed.status).toBe(200);
    expect(await renewed.text()).not.toContain('rosa@');
    expect([...door.asks.all.values()]).toMatchObject([{ mailbox: 'rosa@acme-imports.example', purpose: 'case' }]);
    for (const path of ['confirm', 'replies', 'answers'])
      expect((await door.form(`case/${old}/${path}`, { text: 'x' })).status, path).toBe(410);
    expect(cases.all()).toEqual([linked]);
  });

  it.each([
    ['contact', 'href="/en/case/"'],
    ['other-mailbox', 'please call us'],
  ] as const)('an expired one to confirm, for the %s: the way on', async (mailbox, way) => {
    const cases = memoryCaseStore();
    const of = opened('email-update');
    const { case: linked, part: old } = withMailedLink(of, 'confirm', mailbox, new Date('2026-10-01T00:00:00Z'));
    await cases.put(linked);
    const response = await importerDoor(cases).get(`confirm/${old}`);
    expect(response.status).toBe(410);
    expect(await response.text()).toContain(way);
  });

  it('one for the other kind of page leads there', async () => {
    const door = await doorTo(states.new(), 'confirm');
    const response = await door.get(`case/${door.part}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(`href="/api/importer/confirm/${door.part}?lang=en"`);
  });

  it('tells a program what is wrong by a code', async () => {
    const response = await importerDoor().send('GET', `case/${part}`, { headers: { accept: 'application/json' } });
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toMatchObject({ status: 404, code: 'unknown', title: 'We do not know this link' });
  });
});

describe('confirming a mailbox', () => {
  it('opening the link changes nothing, however often; pressing its button does, once', async () => {
    const door = await doorTo(states.new(), 'confirm');
    const before = door.stored();
    for (let nth = 0; nth < 3; nth += 1)
      expect(await (await door.get(door.at)).text()).toContain('Do you read this mailbox?');
    expect((await door.send('HEAD', door.at)).status).toBe(200);
    expect(door.stored()).toEqual(before);
    const pressed = await door.form(door.at);
    expect([pressed.status, await pressed.text()]).toEqual([
      200,
      expect.stringContaining('We go on with your request.'),
    ]);
    const after = door.stored();
    expect(after.confirmed.contact).toBeDefined();
    expect(await (await door.form(door.at)).text()).toContain('This mailbox is confirmed already');
    expect(await (await door.get(door.at)).text()).toContain('This mailbox is confirmed already');
    expect(door.stored()).toEqual(after);
  });

  it('says that an answer which waited is on its way, and tells nothing of it', async () => {
    const door = await doorTo(states['name waits'](), 'confirm');
    const asked = await (await door.get(door.at)).text();
    expect(asked).toContain('Our answer to your request is ready.');
    const done = await (await door.form(door.at)).text();
    expect(done).toContain('Your answer is on its way');
    expect(asked + done).not.toContain('ACME');
  });

  it('asks whoever reads the other mailbox in words of their own, and gives them no way to the case', async () => {
    const door = await doorTo(opened('email-update'), 'confirm', 'other-mailbox');
    const asked = await (await door.get(door.at)).text();
    expect(asked).toContain('Is this the right mailbox?');
    expect(asked).toContain('Do not press the button. Call us on');
    expect(asked).not.toMatch(/Bluebird|Priya/);
    const done = await (await door.form(door.at)).text();
    expect(done).toContain('Now we know that somebody reads it.');
    expect(door.stored().confirmed).toEqual({ 'other-mailbox': later(60).toISOString() });
  });

  it('answers a program in its own way', async () => {
    const door = await doorTo(states.new(), 'confirm');
    expect(await (await door.json(door.at, {})).json()).toEqual({ confirmed: 'confirmed' });
    expect(await (await door.json(door.at, {})).json()).toEqual({ confirmed: 'already' });
  });
});

describe('the door itself', () => {
  it.each([
    ['https://evil.example', 400],
    ['null', 400],
    ['http://localhost:1', 400],
    ['http://localhost', 303],
  ])('a post from a page of %s: %i', async (origin, status) => {
    const door = importerDoor(untouchable);
    const { body, headers } = asForm(good);
    const sent = { ...(body !== undefined && { body }), headers: { ...headers, origin } };
    expect((await door.send('POST', 'links', sent)).status).toBe(status);
    expect(door.asks.all.size).toBe(status === 303 ? 1 : 0);
  });

  it.each([
    ['cross-site', 400],
    ['same-site', 400],
    ['none', 400],
    ['same-origin', 303],
  ])('a post that its browser calls %s: %i', async (site, status) => {
    const { body, headers } = asForm(good);
    const sent = { ...(body !== undefined && { body }), headers: { ...headers, 'sec-fetch-site': site } };
    expect((await importerDoor(untouchable).send('POST', 'links', sent)).status).toBe(status);
  });

  const methods: readonly [string, string][] = [
    ['links', 'POST'],
    ['links/asked', 'GET, HEAD'],
    ['confirm/x', 'GET, HEAD, POST'],
    ['case/x', 'GET, HEAD'],
    ['case/x/confirm', 'POST'],
    ['case/x/replies', 'POST'],
    ['case/x/answers', 'POST'],
    ['case/x/renew', 'POST'],
  ];
  it.each(methods)('%s takes %s and says so to all others', async (path, allowed) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await importerDoor().send(method, path);
      if (allowed.split(', ').includes(method)) expect(response.status).not.toBe(405);
      else expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    }
  });

  it.each([
    ['too much', asForm(`text=${'x'.repeat(70_000)}`), 413],
    ['plain text', { body: 'hello', headers: { 'content-type': 'text/plain' } }, 415],
    ['broken JSON', { body: '{', headers: { 'content-type': 'application/json' } }, 400],
    ['a list', asJson([1]), 400],
  ] as const)('%s is refused wherever something is posted', async (_, sent, status) => {
    const door = await doorTo(states.asked());
    for (const path of ['links', `${door.at}/replies`, `${door.at}/answers`])
      expect((await door.send('POST', path, sent)).status, path).toBe(status);
  });

  it('finds nothing without the Router’s secret', async () => {
    const door = await doorTo(states.new());
    for (const path of ['links/asked', door.at]) expect((await door.request(`/api/importer/${path}`)).status).toBe(404);
  });

  it('a store that cannot be asked: 503, when to come back, and words for reading and for sending', async () => {
    const down = () => Promise.reject(new StoreUnavailable('down'));
    const door = importerDoor({ ...untouchable, find: down });
    const part = `H7K2M-9QXTC.${newToken()}`;
    const reading = await door.get(`case/${part}`);
    const sending = await door.form(`case/${part}/replies`, { text: 'Hello' });
    for (const response of [reading, sending])
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await reading.text()).toContain('Please load this page again in a minute.');
    expect(await sending.text()).toContain('Nothing you typed is lost.');
  });
});
