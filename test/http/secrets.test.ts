import { describe, expect, it } from 'vitest';
import { lacking, states } from '#test/fakes/importer-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { opened, samples } from '#test/fakes/requests.ts';
import { desk } from './desk-cases.ts';
import { errorsIn, publicDoor, referenceIn } from './desk.ts';
import { doorTo } from './importer.ts';

/** What a door does with a secret that a page did not stop: it keeps the rest, and says what it did not keep. */
const note = 'Pay to account 000123456789, routing 021000021. SSN 219-09-9999.';
const kept = 'Pay to account [bank number removed], routing [bank number removed]. SSN ***-**-9999.';
const sample = { ...samples['name-query'][0] };
const submissionId = '00000000-0000-4000-a000-000000000001';

describe('a request with a secret in it', () => {
  it('is kept without it, says so, and tells the team', async () => {
    const cases = memoryCaseStore();
    const door = publicDoor(cases);
    const sent = { ...sample, note, typedName: 'pwd is hunter2', submissionId };
    const response = await door.postJson('name-query', sent);
    expect(response.status).toBe(201);
    const removed = [
      { field: 'typedName', kind: 'password' },
      { field: 'note', kind: 'bank' },
      { field: 'note', kind: 'ssn' },
    ];
    const reference = await referenceIn(response.clone());
    expect(await response.json()).toEqual({ reference, removed });
    expect(response.headers.get('location')).toBe(`/api/requests/sent/${reference}?removed=ssn,bank,password&lang=en`);
    const [stored] = cases.all();
    expect(stored?.answers).toMatchObject({ note: kept, typedName: 'pwd is [password removed]' });
    expect(stored?.timeline).toMatchObject([
      { who: 'importer', what: 'opened' },
      { who: 'desk', what: 'secret-removed', about: { typedName: 'password', note: 'bank ssn' } },
    ]);

    const again = await door.postJson('name-query', sent);
    expect(await referenceIn(again), 'a repeat').toBe(reference);
    const other = await door.postJson('name-query', { ...sent, note: note.replace('000123456789', '000987654321') });
    expect(await referenceIn(other), 'the digest knows nothing of it').toBe(reference);
    expect(cases.all()).toHaveLength(1);
    expect(JSON.stringify(door.logged)).not.toMatch(/hunter2|0001|2100/);
  });

  it('that came without script is told on the page that follows', async () => {
    const door = publicDoor(memoryCaseStore());
    const response = await door.postForm('name-query', { ...sample, note, submissionId });
    expect(response.status).toBe(303);
    const page = await (await door.ask('GET', response.headers.get('location') ?? '')).text();
    expect(page).toContain('CBP alone takes bank details, in the ACE Portal.');
    expect(page).toContain('We kept its last four digits only.');
    expect(page).not.toContain('card number');
  });

  it('the page that follows says known kinds only', async () => {
    const door = publicDoor(memoryCaseStore());
    const page = async (query: string) => (await door.ask('GET', `/api/requests/sent/H7K2M-9QXTC${query}`)).text();
    expect(await page('?removed=card,<b>,constructor')).toContain('We took out a card number.');
    expect(await page('?removed=<b>,constructor')).toBe(await page(''));
  });

  it.each([
    ['contactEmail', '219-09-9999@acme.example', 'secret-ssn'],
    ['contactEmail', '4111111111111111@acme.example', 'secret-card'],
  ])('in %s: half an address is none, so it is refused', async (field, email, code) => {
    const cases = memoryCaseStore();
    const response = await publicDoor(cases).postJson('name-query', { ...sample, [field]: email, submissionId });
    expect(response.status).toBe(422);
    const body = await response.clone().text();
    expect(await errorsIn(response)).toMatchObject([{ field, code }]);
    expect(body).not.toMatch(/09-9999|1111/);
    expect(cases.all()).toEqual([]);
  });

  it.each([
    '123456789@qq.example',
    '13800138000@mail.example',
    'account.1234567@acme.example',
    'pin-1234@acme.example',
  ])('the address %s is none', async (contactEmail) => {
    const response = await publicDoor(memoryCaseStore()).postJson('name-query', { ...sample, contactEmail });
    expect(response.status).toBe(201);
  });

  it.each([
    ['contactPhone', '219-09-9999', '***-**-9999'],
    ['contactPhone', '3782 822463 10005', '[card number removed]'],
    ['contactPhone', '912345678', '912345678'],
    ['contactPhone', '49 1512 3456789', '49 1512 3456789'],
  ])('in %s: %s becomes %s', async (field, typed, now) => {
    const cases = memoryCaseStore();
    await publicDoor(cases).postJson('name-query', { ...sample, [field]: typed });
    expect(cases.all()[0]?.answers[field]).toBe(now);
  });

  it.each([
    ['postalCode', '331221234', '331221234'],
    ['postalCode', '33122-1234', '33122-1234'],
    ['addressLine2', 'Mumbai, PIN 400001', 'Mumbai, PIN 400001'],
    ['addressLine2', 'password: hunter2', 'password: [password removed]'],
  ])('in the address, %s: %s becomes %s', async (field, typed, now) => {
    const cases = memoryCaseStore();
    const type = 'email-update';
    const changed = samples[type].find(({ recordChanged }) => recordChanged === 'yes');
    await publicDoor(cases).postJson(type, { ...changed, country: 'GB', [field]: typed });
    expect(cases.all()[0]?.answers[field]).toBe(now);
  });

  it('in the name of a field: said again without it', async () => {
    const response = await publicDoor(memoryCaseStore()).postJson('name-query', {
      ...sample,
      'my SSN is 219-09-9999': 'x',
      'acct 000123456789': '4111111111111111',
    });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toMatch(/219-09|000123|4111/);
  });
});

describe('what an importer writes later', () => {
  it('a reply is kept without it, and the page says so', async () => {
    const door = await doorTo(states.asked());
    const response = await door.form(`${door.at}/replies`, { q1: note, text: 'PIN 1234' });
    expect(response.headers.get('location')).toBe(`/api/importer/${door.at}?done=reply&removed=ssn,bank,password`);
    expect(door.stored().questions[0]?.answer).toBe(kept);
    expect(JSON.stringify(door.stored())).not.toMatch(/000123|0210000|219-09|PIN 1234/);
    const page = await (await door.get(`${door.at}?done=reply&removed=ssn,bank,password`)).text();
    expect(page).toContain('Thank you. We have what you wrote.');
    expect(page).toContain('We took out a password or a code.');
  });

  it('a program is told which kinds', async () => {
    const door = await doorTo(states.asked());
    const response = await door.json(`${door.at}/replies`, { question: 'q2', text: note });
    expect(await response.json()).toEqual({ kept: 1, removed: ['bank', 'ssn'] });
  });

  it('an answer that was lacking, too; and the team is told', async () => {
    const door = await doorTo(states.converted());
    const response = await door.json(`${door.at}/answers`, { ...lacking, certifierTitle: 'CFO, pin 4711' });
    expect([response.status, await response.json()]).toEqual([
      200,
      { kept: true, removed: [{ field: 'certifierTitle', kind: 'password' }] },
    ]);
    expect(door.stored().answers['certifierTitle']).toBe('CFO, pin [password removed]');
    expect(door.stored().timeline.at(-1)).toMatchObject({
      ...{ who: 'desk', what: 'secret-removed' },
      about: { certifierTitle: 'password' },
    });
  });
});

describe('what a member writes', () => {
  it.each([
    [{ move: 'note', text: note }],
    [{ move: 'ask', text: note }],
    [{ move: 'flag', reason: note }],
    [{ move: 'check', kind: 'call-back', result: 'failed', person: 'Rosa', source: 'client file', note }],
    [{ move: 'decline', reason: 'other', words: note }],
  ])('%j is kept without it', async (move) => {
    const of = opened('name-query');
    const door = await desk([of]);
    expect((await door.move(of, move)).status).toBe(200);
    const stored = JSON.stringify(door.cases.all());
    expect(stored).toContain(kept);
    expect(stored).not.toMatch(/000123|0210000|219-09/);
  });
});
