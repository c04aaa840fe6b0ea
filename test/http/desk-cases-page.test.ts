import { describe, expect, it } from 'vitest';
import { deskProblemSchema } from '#domain/desk/caller.ts';
import type { Case } from '#domain/case/case.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { ada, after, at, checkOf, conditions, luis, moves, query, update } from '#test/domain/moves-cases.ts';
import { desk, pageOf, shown, ssn, clearedUpdate } from './desk-cases.ts';

describe('reading a case', () => {
  it.each(Object.entries(conditions))('that is %s fits its description', async (_, of) => {
    const page = await shown(of);
    expect(page).toMatchObject({
      reference: of.reference,
      digest: of.digest,
      state: of.state,
      version: of.version,
      twins: [],
    });
  });

  it.each([
    ['in small letters', query.reference.toLowerCase()],
    ['without its hyphen', query.reference.replace('-', '')],
    ['with its digest', `${query.reference}/${query.digest}`],
  ])('finds it %s', async (_, path) => {
    const { ask } = await desk([query]);
    expect((await ask('GET', `cases/${path}`)).status).toBe(200);
  });

  it.each(['H7K2M-9QXTC', 'nothing', `${query.reference}/${'f'.repeat(64)}`, `${query.reference}/x`, '%2e%2e'])(
    'finds nothing at %s',
    async (path) => {
      const { ask } = await desk([query]);
      const { status, said } = await ask('GET', `cases/${path}`);
      expect(status).toBe(404);
      expect(deskProblemSchema.parse(said).code).toBe('not-found');
    },
  );

  it('finds no case that is past its time', async () => {
    const { ask } = await desk([{ ...query, expiresAt: at(99).toISOString() }]);
    expect((await ask('GET', `cases/${query.reference}`)).status).toBe(404);
  });

  it('shows the oldest of two with one reference, and names the other', async () => {
    const twin: Case = { ...update, reference: query.reference, openedAt: at(5).toISOString() };
    const { ask } = await desk([twin, query]);
    const first = pageOf((await ask('GET', `cases/${query.reference}`)).said);
    expect(first.digest).toBe(query.digest);
    expect(first.twins).toEqual([{ digest: twin.digest, companyName: twin.answers['companyName'] }]);
    const second = pageOf((await ask('GET', `cases/${query.reference}/${twin.digest}`)).said);
    expect(second.type).toBe('email-update');
    expect(second.twins.map(({ digest }) => digest)).toEqual([query.digest]);
  });

  it('says of a case that wants a second look who looked first, and why not this member', async () => {
    const risky: Case = { ...update, risk: { at: at(0).toISOString(), level: 'high', flags: [] } };
    const called = (by: typeof luis) => after(risky, by, checkOf('call-back'));
    const lookOf = async (of: Case) => (await shown(of)).look;
    expect(await lookOf(update)).toBeUndefined();
    expect(await lookOf(risky)).toEqual({ refused: 'look-first' });
    expect(await lookOf(called(luis))).toEqual({
      ...{ first: { who: luis.email, name: luis.name }, refused: 'no-licence-in-look' },
    });
    expect(await lookOf(called(ada))).toEqual({ first: { who: ada.email, name: ada.name, licensed: true } });
  });

  it('says of each outcome whether an earlier contact hears of it', async () => {
    const { outcomes } = await shown(update);
    const telling = outcomes.filter(({ tellsEarlierContact }) => tellsEarlierContact).map(({ code }) => code);
    expect(telling).toEqual(['accepted']);
  });

  it('shows no link, no lease and no message id', async () => {
    const link = {
      hash: 'abc',
      purpose: 'case',
      mailbox: 'contact',
      letterId: 'x',
      madeAt: aMonday.toISOString(),
      expiresAt: aMonday.toISOString(),
    } as const;
    const letters = query.letters.map((letter) => ({
      ...letter,
      mails: ['ses-77'],
      leasedUntil: aMonday.toISOString(),
    }));
    const text = JSON.stringify(await shown({ ...query, links: [link], letters }));
    expect(text).not.toMatch(/"links"|abc|ses-77|leasedUntil/);
  });

  it('has every answer in the order of the ABI screen, phones as one dials them, lines as ABI takes them', async () => {
    const page = await shown(
      opened('email-update', { companyPhone: '13055550100', companyName: 'Blüebird Toys LLC', city: 'Miami' }),
    );
    expect(page.answers[0]).toMatchObject({ name: 'importerNumber', label: 'Importer number' });
    expect(page.answers[1]).toEqual({
      name: 'companyName',
      label: 'Company name',
      value: 'Blüebird Toys LLC',
      fitted: 'BLUEBIRD TOYS LLC',
    });
    expect(page.answers.find(({ name }) => name === 'companyPhone')).toMatchObject({
      value: '13055550100',
      shown: '(305) 555-0100',
    });
    expect(page.answers.find(({ name }) => name === 'certified')).toMatchObject({ value: 'Ticked' });
    for (const name of Object.keys(update.answers))
      if (name !== 'importerNumberKind') expect(page.answers.map((row) => row.name)).toContain(name);
  });

  it('shows the importer number in full to the team, and never more than the end of a Social Security number', async () => {
    expect((await shown(query)).importer).toEqual({ kind: 'ein', masked: 'EIN ending 4567', shown: '95-1234567' });
    const page = await shown(ssn);
    expect(page.importer).toEqual({ kind: 'ssn', masked: 'SSN ending 5678' });
    expect(JSON.stringify(page)).not.toMatch(/212.?34/);
  });

  it('offers outcomes with words, reasons to end it, and questions in the importer’s language', async () => {
    const page = await shown(query);
    const offer = page.outcomes.find(({ code }) => code === 'name-on-file');
    expect(offer).toMatchObject({ name: 'Name on file', needsClearance: true });
    expect(offer?.fields.map(({ name, kind, needed, max }) => [name, kind, needed, max])).toEqual([
      ['legalName', 'line', false, 100],
      ['abbreviatedName', 'line', true, 32],
      ['secondQualifier', 'select', false, undefined],
      ['secondName', 'line', false, 32],
    ]);
    expect(page.declines.map(({ reason }) => reason)).toContain('suspicion');
    expect(page.closes.map(({ reason }) => reason)).toContain('duplicate');
    expect(page.prepared.map(({ id }) => id)).toContain('typed-name');
  });

  it('names what the present type lacks', async () => {
    const page = await shown(after(query, luis, moves.convert));
    expect(page.missing).toContainEqual({ name: 'newEmail', label: 'New email' });
    expect(page.readyToClear).toBe(false);
    expect((await shown(update)).missing).toEqual([]);
  });
});

describe('the tools', () => {
  it.each(Object.entries(conditions))('on a case that is %s are there only when it is cleared', async (_, of) => {
    const page = await shown(of);
    expect(page.tools !== undefined).toBe(of.cleared !== undefined);
    if (!of.cleared) expect(JSON.stringify(page)).not.toContain('95-123456700');
  });

  it('hold a line of 80 columns; with addresses where an update sends them again', async () => {
    expect((await shown(conditions.cleared)).tools).toEqual({ kiLine: 'K 95-123456700 '.padEnd(80) });
    expect((await shown(clearedUpdate)).tools?.kiLine).toMatch(/^K .{12}1 {65}$/);
  });

  it('hold no line for a Social Security number', async () => {
    const cleared = { ...ssn, cleared: { at: aMonday.toISOString(), who: luis.email, name: luis.name } };
    expect((await shown(cleared)).tools).toEqual({});
  });

  it('hold a worksheet of an update, from CBP’s record and never the request', async () => {
    const bare = await shown(clearedUpdate);
    expect(bare.tools?.worksheet).toMatchObject({ ready: false });
    expect(bare.tools?.worksheet?.missing.length).toBeGreaterThan(0);
    const filed = { move: 'on-file', onFile: { result: '1', abbreviatedName: 'QUITE ANOTHER INC' } } as const;
    const page = await shown(after(clearedUpdate, luis, filed));
    const rowOf = (field: string) => page.tools?.worksheet?.rows.find((row) => row.field === field);
    expect(rowOf('fullName')).toMatchObject({ source: 'kr', value: 'QUITE ANOTHER INC', label: 'Full name' });
    expect(rowOf('naics')).toMatchObject({ source: 'client-file' });
    expect(page.tools?.worksheet?.differences[0]).toMatchObject({ onFile: 'QUITE ANOTHER INC', settle: 'bond-rider' });
  });
});

describe('whom letters do not reach', () => {
  const bouncedTo = (of: Case, to: 'contact' | 'other-mailbox', told = {}): Case => ({
    ...of,
    letters: of.letters.map((one) =>
      one.to === to ? { ...one, state: 'sent', bouncedAt: at(9).toISOString(), told } : one,
    ),
  });
  const since = at(9).toISOString();

  it('is nobody while letters arrive', async () => {
    expect(await shown(update)).not.toHaveProperty('unreached');
  });

  it('has the numbers of the request to call, the contact’s first, to be dialled as they are', async () => {
    const answers = { ...update.answers, contactPhone: '+1 305 555 0142 ext. 9', companyPhone: '305 555 0100' };
    const { unreached } = await shown(bouncedTo({ ...update, answers }, 'contact'));
    expect(unreached).toEqual({
      mailboxes: [{ mailbox: 'contact', address: update.answers['contactEmail'], since, why: 'bounced' }],
      phones: [
        {
          ...{ name: 'contactPhone', label: 'Contact’s phone' },
          ...{ number: '(305) 555-0142 ext. 9', dial: 'tel:+13055550142;ext=9' },
        },
        {
          ...{ name: 'companyPhone', label: 'Company phone' },
          ...{ number: '(305) 555-0100 ext. 204', dial: 'tel:+13055550100;ext=204' },
        },
      ],
    });
  });

  it('says so when there is no number, and when one cannot be dialled', async () => {
    const { contactPhone: _, companyPhone: __, ...answers } = update.answers;
    const none = await shown(bouncedTo({ ...update, answers }, 'contact'));
    expect(none.unreached?.phones).toEqual([]);
    const odd = await shown(bouncedTo({ ...update, answers: { ...answers, contactPhone: '12' } }, 'contact'));
    expect(odd.unreached?.phones).toEqual([{ name: 'contactPhone', label: 'Contact’s phone', number: '12' }]);
  });

  it('names the new mailbox of an update, and a reader who says spam', async () => {
    const of = bouncedTo(update, 'other-mailbox', { complainedAt: at(9).toISOString() });
    expect((await shown(of)).unreached?.mailboxes).toEqual([
      { mailbox: 'other-mailbox', address: update.answers['newEmail'], since, why: 'complained' },
    ]);
  });
});
