import { describe, expect, it } from 'vitest';
import { hashOfToken, newToken } from '#casework/links.ts';
import type { Case } from '#domain/case/case.ts';
import { mailedLink, withLink } from '#domain/case/links.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { clearedCase, later, moved } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { importerDoor } from './importer.ts';

/** The button that an earlier contact of the client file has: *this was not us*. */
const tell: Move = { move: 'tell-earlier', mailbox: 'jim@acme-imports.example', source: 'Client file, sheet 1' };

async function door(of: Case = moved(clearedCase(opened('email-update')), tell), madeAt = aMonday) {
  const token = newToken();
  const letter = of.letters.find(({ kind }) => kind === 'earlier-contact') ?? { id: 'none' };
  const link = mailedLink({ purpose: 'not-us', mailbox: 'earlier-contact' }, letter, hashOfToken(token), madeAt);
  const cases = memoryCaseStore();
  await cases.put(withLink(of, link));
  const part = `${of.reference}.${token}`;
  const stored = () => cases.all()[0];
  return { ...importerDoor(cases, {}, later(90)), part, stored, at: `not-us/${part}` };
}

describe('the page behind the link', () => {
  it('asks, and changes nothing by being opened: mail scanners open every link', async () => {
    const { get, at, stored } = await door();
    const before = stored();
    for (let nth = 0; nth < 3; nth += 1) expect((await get(at)).status).toBe(200);
    expect(stored()).toEqual(before);
  });

  it('tells nothing of who asked, of the new address, or of what was checked', async () => {
    const { get, at, stored } = await door();
    const page = await (await get(at)).text();
    expect(page).toContain('Did your company ask for this?');
    const { contactName, contactEmail, contactPhone, newEmail, certifierLast, companyName } = stored()?.answers ?? {};
    for (const said of [contactName, contactEmail, contactPhone, newEmail, certifierLast, companyName, 'client file'])
      expect(page).not.toContain(said ?? 'nothing');
  });
});

describe('its button', () => {
  it('freezes the case at once and owes the team an alert', async () => {
    const { form, at, stored, logged } = await door();
    const page = await (await form(at)).text();
    expect(page).toContain('We have stopped everything');
    expect(stored()).toMatchObject({
      frozen: { who: 'earlier-contact' },
      tellings: [{ notUsAt: later(90).toISOString() }],
    });
    expect(stored()).not.toHaveProperty('cleared');
    expect(stored()?.letters.at(-1)).toMatchObject({ kind: 'team-alert', about: 'not-us', state: 'owed' });
    expect(logged).toContainEqual({ event: 'not-us', details: { reference: stored()?.reference, ending: 'stopped' } });
  });

  it('pressed again says that we know, and changes nothing more', async () => {
    const { form, get, json, at, stored } = await door();
    await form(at);
    const once = stored();
    expect(await (await form(at)).text()).toContain('You have told us already');
    expect(await (await get(at)).text()).toContain('You have told us already');
    expect(await (await json(at, {})).json()).toEqual({ said: 'already' });
    expect(stored()).toEqual(once);
  });

  it('is not pressed by a page of another site', async () => {
    const { send, at, stored } = await door();
    const before = stored();
    const response = await send('POST', at, { headers: { origin: 'https://evil.example' } });
    expect(response.status).toBe(400);
    expect(stored()).toEqual(before);
  });
});

describe('a link that is not good for it', () => {
  it.each([
    ['cut', (part: string) => `not-us/${part.slice(0, -1)}`, 404],
    ['altered', (part: string) => `not-us/${part.slice(0, -1)}${part.endsWith('A') ? 'B' : 'A'}`, 404],
    ['used to confirm a mailbox', (part: string) => `confirm/${part}`, 404],
    ['used to answer on a case', (part: string) => `case/${part}/confirm`, 404],
  ])('%s', async (_, path, status) => {
    const { get, form, part, stored } = await door();
    const before = stored();
    // The last is an address for posts only.
    expect([status, 405]).toContain((await get(path(part))).status);
    expect((await form(path(part))).status).toBe(status);
    expect(stored()).toEqual(before);
  });

  it('leads on to its own page where it was used for another', async () => {
    const { get, part } = await door();
    expect(await (await get(`case/${part}`)).text()).toContain(`href="/api/importer/not-us/${part}?lang=en"`);
  });

  it('is too old after ninety days, and asks for a call instead of a new link', async () => {
    const { get, form, at, stored } = await door(undefined, new Date(aMonday.getTime() - 91 * 24 * 3600_000));
    const page = await get(at);
    expect(page.status).toBe(410);
    const words = await page.text();
    expect(words).toContain('If this was not you, please call us now.');
    expect(words).not.toContain('Ask for a new link');
    expect((await form(at)).status).toBe(410);
    expect(stored()).not.toHaveProperty('frozen');
  });
});
