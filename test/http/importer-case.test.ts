import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { later, longName, moved, name, states } from '#test/fakes/importer-cases.ts';
import { opened } from '#test/fakes/requests.ts';
import { unescaped } from '../architecture/html.ts';
import { doorTo } from './importer.ts';

const all = Object.entries(states);

const pageOf = async (of: Case): Promise<string> => {
  const door = await doorTo(of);
  const response = await door.get(door.at);
  expect(response.status).toBe(200);
  return response.text();
};
const textOf = (html: string): string =>
  unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

describe('the page of a case', () => {
  it.each<readonly [keyof typeof states, string, RegExp]>([
    ['new', 'We have your request', /We answer by Tuesday, November 17, 2026 at 10:00 AM Eastern Time\./],
    ['open', 'We are working on your request', /We check that we may ask CBP for you\./],
    ['asked', 'We need an answer from you', /Which company name did you type into CBP’s form\?/],
    ['name told', 'CBP’s record shows this name', /Type this name first/],
    ['name waits', 'We have an answer for you', /Then this page shows our answer/],
    ['nothing on file', 'CBP’s answer shows no record under this number', /What to do next/],
    ['accepted', 'CBP accepted the new email address', /on Monday, November 16, 2026 at 9:30 AM Eastern Time/],
    ['refused by cbp', 'CBP did not accept the update', /See https:\/\/evil\.example for why\./],
    ['needs power', 'We need a power of attorney from your company', /19 CFR 111\.36/],
    ['held back', 'We are working on your request', /We answer by/],
    ['turned', 'We need a few more answers from you', /The name you gave us is the name in CBP’s answer\./],
    ['converted', 'We need a few more answers from you', /It began as another request \(Name query\)/],
    ['suspicion', 'Please call us', /We cannot do this online\. Please call us\./],
    ['declined', 'We cannot do this for your company', /Ask Bluebird Brokers\./],
    ['closed', 'We closed this request', /We were told that you do not want this any more\./],
    ['unreached', 'We need an answer from you', /Action needed: we could not reach you by email/],
  ])('%s: %s', async (state, title, said) => {
    const page = await pageOf(states[state]());
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(textOf(page)).toMatch(said);
  });

  it('points to a question that stands, also when the work went on without its answer', async () => {
    expect(textOf(await pageOf({ ...states.asked(), state: 'open' }))).toMatch(/We asked you something below\./);
    expect(textOf(await pageOf(states.open()))).not.toMatch(/We asked you something/);
  });

  it('says sorry when it is late', async () => {
    const door = await doorTo(states.open(), 'case', 'contact', later(60 * 40));
    expect(await (await door.get(door.at)).text()).toMatch(/We wanted to answer by Tuesday.*It takes longer/);
  });

  it.each(all)('%s: is valid HTML', async (_, state) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'doctype-style': 'off',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'no-raw-characters': 'off',
        'tel-non-breaking': 'off',
        'attribute-boolean-style': 'off',
        'no-inline-style': 'error',
      },
    });
    const { results } = await validator.validateString(await pageOf(state()));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });

  it('opening it changes nothing, and proves nothing', async () => {
    const door = await doorTo(states.new());
    const before = door.stored();
    await door.get(door.at);
    await door.send('HEAD', door.at);
    expect(door.stored()).toEqual(before);
  });

  it('runs our one script and no other', async () => {
    const door = await doorTo(states['name told']());
    const response = await door.get(door.at);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="/scripts/case.js" defer>']);
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=/);
  });
});

/** What only the team may know. Each stands on some case of the table. */
const inside: readonly RegExp[] = [
  /95-?1234567/,
  /252704-?12345/,
  /SECRET NAME/,
  /looks like a takeover/,
  /The importer calls every hour/,
  /Ada Osei|ada@harborpine|luis@|mei@/,
  /risky mailbox/,
  /for us only/,
  /call-back|certifier's word|cleared|clearance|override/i,
  /\bflag(ged)?\b|on hold|suspicio/i,
  /client file, sheet/i,
];

describe('what the page never shows', () => {
  it.each(all)('%s: nothing of the team’s side', async (_, state) => {
    const of = state();
    const noted = isOpen(of)
      ? moved(of, { move: 'flag', reason: 'risky mailbox' }, { move: 'note', text: 'for us only' })
      : moved(of, { move: 'note', text: 'for us only' });
    const page = await pageOf(noted);
    // Whoever asks for a receiver of refunds reads that word.
    const ofType = of.type === 'notify-party' ? inside : [...inside, /receiver/i];
    expect(ofType.flatMap((secret) => secret.exec(page)?.[0] ?? [])).toEqual([]);
    for (const { email, name: member } of broker.members) {
      expect(page).not.toContain(email);
      expect(page).not.toContain(member);
    }
  });

  it('an answer that nobody confirmed the mailbox for', async () => {
    const page = await pageOf(states['name waits']());
    expect(page).not.toMatch(/ACME|name-on-file|Type this name/);
    expect(page).toContain('/confirm?lang=en"');
  });

  it('that the name matched, before somebody confirmed the mailbox', async () => {
    const { confirmed: _, ...rest } = states.turned();
    expect(await pageOf({ ...rest, confirmed: {} })).not.toContain('The name you gave us is the name');
  });

  it('more of a Social Security number than its end', async () => {
    const page = await pageOf(opened('name-query', {}, 1));
    expect(page).toContain('Social Security number ending 5678');
  });

  it('what somebody typed as markup, or as a link', async () => {
    const page = await pageOf(opened('name-query', { companyName: '<img src=x onerror=alert(1)> www.evil.example' }));
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img src=x');
    expect(await pageOf(states['refused by cbp']())).not.toContain('href="https://evil.example');
  });
});

const isOpen = ({ state }: Case): boolean => ['new', 'open', 'waiting'].includes(state);

describe('a name to type', () => {
  it('stands first and second, with every space to be seen, to be copied and to be spelled', async () => {
    const page = await pageOf(states['name told']());
    const shown = [...page.matchAll(/<p class="typed"[^>]*>([^]*?)<\/p>/g)].map(([, typed = '']) =>
      unescaped(typed.replace(/<span class="space"> <\/span>/g, '·')),
    );
    expect(shown).toEqual([longName, name, 'BEST TOYS'].map((one) => one.replaceAll(' ', '·')));
    expect([...page.matchAll(/data-copy="([^"]*)"/g)].map(([, copied = '']) => unescaped(copied))).toEqual([
      longName,
      name,
      'BEST TOYS',
    ]);
    expect(textOf(page)).toContain('A Alfa C Charlie M Mike E Echo');
    expect(textOf(page)).toMatch(/, comma space space L Lima/);
    const order = ['Type this name first', 'If the form refuses it, try this one', 'a second name (DBA)'];
    const places = order.map((words) => textOf(page).indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });

  it('can be read as it is, without script and without style: its spaces are spaces', async () => {
    const page = await pageOf(states['name told']());
    expect(unescaped(page.replace(/<\/?span[^>]*>/g, ''))).toContain(`>${name}</p>`);
  });
});

describe('an email update that CBP accepted', () => {
  it('names the mailbox that gets the code, and what to do', async () => {
    const text = textOf(await pageOf(states.accepted()));
    expect(text).toMatch(/have the person beside you who reads customs@bluebird-toys\.example/);
    for (const said of [
      '10 minutes',
      'Do not press Back',
      'Trade Account Owner',
      'ACH Refund Authorization',
      'REV-613',
    ])
      expect(text).toContain(said);
    expect(text).toContain('If CBP’s form still fails, try again the next working day.');
  });
});

describe('when our letters do not reach who asked', () => {
  const [noticed, home] = ['Action needed: we could not reach you by email', broker.phone];
  const withLetter = (change: Partial<Case['letters'][number]>): Case => {
    const of = states.open();
    const letters = of.letters.map((one) => (one.kind === 'contact-received' ? { ...one, ...change } : one));
    return { ...of, confirmed: {}, letters };
  };
  const at = later(60).toISOString();

  it.each<[string, Partial<Case['letters'][number]>]>([
    ['came back', { state: 'sent', bouncedAt: at }],
    ['is called spam', { state: 'sent', told: { complainedAt: at } }],
    ['waits, since it would come back', { state: 'held', heldFor: 'bounced' }],
    ['was given up', { state: 'parked' }],
  ])('says so of one that %s, and whom to call', async (_, change) => {
    const page = await pageOf(withLetter(change));
    expect(page).toContain(noticed);
    expect(textOf(page)).toMatch(new RegExp(`name the reference ${states.open().reference}\\.`));
    expect(page.split(`>${home}</a>`).length).toBeGreaterThan(2);
  });

  it.each<[string, Partial<Case['letters'][number]>]>([
    ['arrived', { state: 'sent', told: { deliveredAt: at } }],
    ['is on its way', { state: 'owed' }],
    ['is held back for another reason', { state: 'held', heldFor: 'budget' }],
    ['went to somebody else', { state: 'sent', to: 'team', bouncedAt: at }],
  ])('says nothing of one that %s', async (_, change) => {
    expect(await pageOf(withLetter(change))).not.toContain(noticed);
  });

  it('stops when they confirm the mailbox', async () => {
    const of = withLetter({ state: 'sent', bouncedAt: at });
    expect(await pageOf({ ...of, confirmed: { contact: later(61).toISOString() } })).not.toContain(noticed);
  });
});
