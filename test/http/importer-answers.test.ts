import { describe, expect, it } from 'vitest';
import { requestTypes } from '#domain/requests/registry.ts';
import { lacking, later, moved, states } from '#test/fakes/importer-cases.ts';
import { opened } from '#test/fakes/requests.ts';
import { unescaped } from '../architecture/html.ts';
import { asForm, errorsIn } from './desk.ts';
import { doorTo } from './importer.ts';

const boxIn = (page: string, id: string): string =>
  unescaped(new RegExp(`<textarea[^>]*id="${id}"[^>]*>\\n?([^<]*)</textarea`).exec(page)?.[1] ?? 'no such box');

describe('replying', () => {
  it('answers the questions and a message with one press, and comes back to the page', async () => {
    const door = await doorTo(states.asked());
    const response = await door.form(`${door.at}/replies`, { q1: ' ACME \r\n LLC ', q2: '', text: 'Thank you!' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `/api/importer/${door.at}?done=reply`]);
    const { questions, timeline } = door.stored();
    expect(questions.map(({ answer }) => answer)).toEqual(['ACME \n LLC', undefined]);
    expect(timeline.at(-1)).toMatchObject({ who: 'importer', what: 'replied', text: 'Thank you!' });
    const page = await (await door.send('GET', `${door.at}?done=reply`)).text();
    expect(page).toContain('Thank you. We have what you wrote.');
    expect(page).toContain('Thank you!');
    expect(page).not.toContain('id="q1"');
    expect(page).toContain('id="q2"');
  });

  it('proves the mailbox', async () => {
    const door = await doorTo(states.new());
    await door.form(`${door.at}/replies`, { text: 'Hello' });
    expect(door.stored().confirmed.contact).toBe(later(60).toISOString());
    expect(await (await door.get(door.at)).text()).not.toContain('Confirm my mailbox');
  });

  it('takes one reply of a program, and says what it kept', async () => {
    const door = await doorTo(states.asked());
    const response = await door.json(`${door.at}/replies`, { question: 'q2', text: 'Rosa' });
    expect([response.status, await response.json()]).toEqual([200, { kept: 1 }]);
    expect(door.stored().questions[1]?.answer).toBe('Rosa');
    const free = await door.json(`${door.at}/replies`, { text: 'And thank you.' });
    expect(free.status).toBe(200);
  });

  it.each([
    ['nothing', { q1: '', q2: ' ', text: '' }, 'q1', 'Nothing is written here yet.'],
    ['too much', { q1: 'x'.repeat(4001), text: 'Hello' }, 'q1', 'Your answer: this is too long. Use at most 4000'],
    ['hidden characters', { q2: 'A\u202eB', text: 'Hello' }, 'q2', 'hidden character'],
  ] as const)('%s: says so beside the box, and keeps what was typed', async (_, typed, field, said) => {
    const door = await doorTo(states.asked());
    const response = await door.form(`${door.at}/replies`, typed);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('<title>Error: ');
    expect(page).toContain(`id="${field}-problem">`);
    expect(page).toContain(said);
    for (const [name, text] of Object.entries(typed)) expect(boxIn(page, name)).toBe(text);
    expect(door.stored().timeline.some(({ what }) => what === 'replied')).toBe(false);
  });

  it('to a question that was answered meanwhile: the words move to the box that is there', async () => {
    const door = await doorTo(states.asked());
    await door.form(`${door.at}/replies`, { q1: 'ACME' });
    const response = await door.form(`${door.at}/replies`, { q1: 'ACME <INC>', q2: 'Rosa', text: 'Hello' });
    expect(response.status).toBe(409);
    const page = await response.text();
    expect(page).toContain('This question was answered already, perhaps in another window.');
    expect(boxIn(page, 'text')).toBe('ACME <INC>\n\nHello');
    expect(boxIn(page, 'q2')).toBe('Rosa');
  });

  it('to a case that ended meanwhile: says so, and lets the words be copied', async () => {
    const door = await doorTo(states.closed());
    const response = await door.form(`${door.at}/replies`, { text: 'Wait!\nOne more thing.' });
    expect(response.status).toBe(409);
    const page = await response.text();
    expect(page).toContain('This request ended in the meantime');
    expect(boxIn(page, 'unsent')).toBe('Wait!\nOne more thing.');
    const program = await door.json(`${door.at}/replies`, { text: 'Wait!' });
    expect([program.status, await program.json()]).toMatchObject([409, { code: 'over' }]);
  });

  it('keeps no full Social Security number', async () => {
    const door = await doorTo(states.open());
    await door.form(`${door.at}/replies`, { text: 'It is 212-34-5678, not 95-1234567.' });
    expect(door.stored().timeline.at(-1)?.text).toBe('It is ***-**-5678, not 95-1234567.');
  });

  it('logs references, never words', async () => {
    const door = await doorTo(states.asked());
    await door.form(`${door.at}/replies`, { q1: 'MARK', text: 'MARK' });
    await door.form(`${door.at}/replies`, { q1: 'MARK two' });
    expect(door.logged.map(({ event }) => event)).toEqual(['replied', 'reply-refused']);
    expect(JSON.stringify(door.logged)).not.toMatch(/MARK|@/);
    expect(JSON.stringify(door.logged)).not.toContain(door.part.split('.')[1]);
  });
});

describe('the answers that a turned case lacks', () => {
  it('asks every question of the type that was not answered, and none that was', async () => {
    const door = await doorTo(states.converted());
    const page = await (await door.get(door.at)).text();
    const asked = [...new Set([...page.matchAll(/\sname="(\w+)"/g)].map(([, name = '']) => name))];
    const known = /^(importerNumber|importerNumberKind|companyName|contact\w+|powerOfAttorney|errorSeen|note)$/;
    const names = Object.keys(requestTypes['email-update'].fields).filter((name) => !known.test(name));
    expect(asked.filter((name) => !/^(viewport|color-scheme|robots|text)$/.test(name)).sort()).toEqual(names.sort());
    expect(page).toContain('Only if you answered “Yes” or “I am not sure” to');
    expect(page).toContain('Harbor &amp; Pine Customs Brokers may send it to CBP.');
    expect(page).toContain('<option value="US"');
  });

  it('takes them, and asks no more', async () => {
    const door = await doorTo(states.converted());
    const response = await door.form(`${door.at}/answers`, lacking);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/api/importer/${door.at}?done=answers`]);
    expect(door.stored()).toMatchObject({ type: 'email-update', answers: lacking, statement: { version: '2026-11' } });
    const page = await (await door.get(`${door.at}?done=answers`)).text();
    expect(page).toContain('Thank you. We have your answers.');
    expect(page).not.toContain('/answers"');
    // A double click, or the same page in another tab.
    expect((await door.form(`${door.at}/answers`, lacking)).status).toBe(303);
  });

  it('lists every problem at once, on top and beside its question, and keeps what was typed', async () => {
    const door = await doorTo(states.converted());
    const typed = {
      ...lacking,
      newEmail: 'ops@harborpine.example',
      companyPhone: '12',
      companyType: '',
      recordChanged: 'yes',
      city: 'Miami "Beach"',
      country: 'US',
      certified: '',
    };
    const errors = await errorsIn(await door.json(`${door.at}/answers`, typed));
    expect(errors.map(({ field }) => field)).toEqual([
      'companyType',
      'companyPhone',
      'addressLine1',
      'state',
      'postalCode',
      'addressType',
      'newEmail',
      'certified',
    ]);
    const response = await door.form(`${door.at}/answers`, typed);
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const { field, message } of errors) {
      expect(unescaped(page)).toContain(`<a href="#${field}">${message}</a>`);
      expect(unescaped(page)).toContain(`id="${field}-problem">${message}`);
      expect(page).toMatch(new RegExp(`\\sid="${field}"`));
    }
    expect(page).toMatch(/<input[^>]*name="recordChanged"[^>]*value="yes"[^>]*checked/);
    expect(page).toMatch(/<option value="US"\s+selected/);
    expect(page).toContain('value="Miami &quot;Beach&quot;"');
    expect(page).not.toMatch(/name="certified"[^>]*checked/);
  });

  it('asks once more what the new type cannot go on with', async () => {
    const of = moved(opened('name-query', { errorSeen: 'already-linked' }), { move: 'convert', to: 'email-update' });
    const door = await doorTo(of);
    const page = await (await door.get(door.at)).text();
    expect(page).toMatch(/<option value="already-linked"\s+selected/);
    const kept = await errorsIn(await door.json(`${door.at}/answers`, { ...lacking, errorSeen: 'already-linked' }));
    expect(kept.map(({ code }) => code)).toEqual(['already-linked']);
    expect((await door.json(`${door.at}/answers`, { ...lacking, errorSeen: 'no-code' })).status).toBe(200);
  });

  it('a case that ended meanwhile takes none', async () => {
    const door = await doorTo(moved(states.converted(), { move: 'close', reason: 'no-answer' }));
    expect((await door.form(`${door.at}/answers`, lacking)).status).toBe(409);
  });

  it('a case by a Social Security number is completed without asking for it', async () => {
    const door = await doorTo(moved(opened('name-query', {}, 1), { move: 'convert', to: 'email-update' }));
    expect((await door.form(`${door.at}/answers`, lacking)).status).toBe(303);
    expect(door.stored().importerNumber).toEqual({ kind: 'ssn', lastFour: '5678' });
  });
});

describe('the button on the case’s page', () => {
  it('confirms the mailbox, and an answer that waited is there', async () => {
    const door = await doorTo(states['name waits']());
    const response = await door.form(`${door.at}/confirm`);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/api/importer/${door.at}?done=confirmed`,
    ]);
    const page = await (await door.get(door.at)).text();
    expect(page).toContain('CBP’s record shows this name');
    expect(door.stored().letters.some(({ kind, state }) => kind === 'outcome' && state === 'owed')).toBe(true);
  });
});

describe('anything at all', () => {
  it.each(['replies', 'answers', 'confirm', 'renew'])(
    'posted to %s is answered without a fault of ours',
    async (path) => {
      const bodies = [
        asForm(''),
        asForm('text=%00&text=2&q1=%ff&__proto__=1&constructor=x'),
        asForm({ q99999: 'x', 'q1[]': 'x', question: '__proto__', text: '\ud800' }),
        asForm(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`q${String(n)}`, 'x']))),
      ];
      for (const sent of bodies) {
        for (const state of [states.asked, states.converted, states.closed]) {
          const door = await doorTo(state());
          expect([200, 303, 409, 422]).toContain((await door.send('POST', `${door.at}/${path}`, sent)).status);
        }
      }
    },
  );
});
