import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { hashOfToken, newToken } from '#casework/links.ts';
import { payAsks } from '#casework/asks/pay-asks.ts';
import { askForLink } from '#casework/asks/ask-for-link.ts';
import { carriedLink, linkDays, mailedLink, withLink } from '#domain/case/links.ts';
import { writeLetter } from '#letters/write-letter.ts';
import { ada } from '#test/fakes/desk-door.ts';
import { memoryCaseStore, noStuck } from '#test/fakes/memory-case-store.ts';
import { memoryAskStore, memorySignInStores } from '#test/fakes/memory-desk.ts';
import { memoryMailer } from '#test/fakes/memory-mailer.ts';
import { aMonday } from '#test/fakes/requests.ts';
import { emailUpdate } from '#test/letters/cases.ts';
import { kinds } from '#test/letters/letters.ts';
import { about, ready } from '#test/letters/ready.ts';
import { importerDoor, siteUrl } from './importer.ts';

/** Mail scanners, previews and readers open whatever stands in a letter. Nothing may come of it. */
const addressesIn = ({ text, html }: { text: string; html: string }): string[] => [
  ...new Set([
    ...[...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, href = '']) => href),
    ...[...text.matchAll(/https?:\/\/\S+/g)].map(([href]) => href),
  ]),
];

/** The ways in which a machine opens a link. */
const openings = [
  { method: 'GET', headers: { accept: 'text/html' } },
  { method: 'GET', headers: { accept: '*/*' } },
  { method: 'HEAD', headers: {} },
  { method: 'GET', headers: { accept: 'application/json', 'content-type': 'application/json' } },
  { method: 'GET', headers: { 'sec-purpose': 'prefetch', 'x-http-method-override': 'POST' } },
];

describe.each(kinds)('every address in a letter "%s"', (kind) => {
  it('can be opened by anything, ten times: nothing changes, nothing is asked, nothing is sent', async () => {
    const of = ready(kind, emailUpdate());
    const carried = carriedLink(of, { kind });
    const token = newToken();
    const letter = { kind, owedSince: aMonday.toISOString(), ...about[kind] };
    const at = `${siteUrl}/api/importer/${carried?.purpose ?? ''}/${of.reference}.${token}`;
    const known = carried
      ? withLink(of, mailedLink(carried, { id: of.letters.at(-1)?.id ?? 'l' }, hashOfToken(token), aMonday))
      : of;
    const cases = memoryCaseStore();
    await cases.put(known);
    const door = importerDoor(cases);
    const before = JSON.stringify(cases.all());
    const addresses = addressesIn(writeLetter({ case: of, broker, siteUrl, letter, ...(carried && { link: at }) }));
    const ours = addresses.filter((one) => one.startsWith(siteUrl));
    expect(ours.includes(at)).toBe(carried !== undefined);
    for (const address of ours.map((one) => new URL(one))) {
      // All else is a page of the site, the same for everybody.
      if (!address.pathname.startsWith('/api/')) continue;
      expect(address.href).toBe(at);
      for (const { method, headers } of [...openings, ...openings]) {
        const answer = await door.request(address.pathname + address.search, {
          method,
          headers: { 'x-router-secret': 'only the Router knows', ...Object.fromEntries(Object.entries(headers)) },
        });
        expect(answer.status).toBe(200);
      }
    }
    expect(JSON.stringify(cases.all())).toBe(before);
    expect(door.asks.all.size).toBe(0);
  });
});

it('every purpose of a link is carried by some letter, so that all were opened', () => {
  const purposes = kinds.flatMap((kind) => carriedLink(ready(kind, emailUpdate()), { kind })?.purpose ?? []);
  expect([...new Set(purposes)].sort()).toEqual(Object.keys(linkDays).sort());
});

it('a link to sign in hides its token where no server sees it, on a page that is the same for everybody', async () => {
  const asks = memoryAskStore();
  const { mailer, sent } = memoryMailer(() => undefined);
  const { signInLinks } = memorySignInStores();
  const ports = {
    ...{ asks, signInLinks, mailer, newToken },
    cases: memoryCaseStore(),
    stuck: noStuck,
    now: () => aMonday,
    random: () => 0,
    log: () => undefined,
  };
  await askForLink(ports, { purpose: 'sign-in', mailbox: ada });
  await payAsks(ports, { broker, siteUrl });
  const [mail] = sent;
  if (!mail) throw new Error('no mail');
  const withToken = addressesIn(mail)
    .filter((one) => /[\w-]{43}/.test(one))
    .map((one) => new URL(one));
  expect(withToken).toHaveLength(1);
  const [{ pathname, search, hash } = new URL(siteUrl)] = withToken;
  expect([pathname, search]).toEqual(['/desk/sign-in/', '']);
  expect(signInLinks.all.get(hashOfToken(hash.slice(1)))).toMatchObject({ email: ada });
  expect(JSON.stringify([...signInLinks.all])).not.toContain(hash.slice(1));
});
