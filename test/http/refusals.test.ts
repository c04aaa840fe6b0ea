import { describe, expect, it } from 'vitest';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import { readBody } from '../../functions/http/body.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { samples } from '#test/fakes/requests.ts';
import { FORM_TYPE, asForm, errorsIn, publicDoor } from './desk.ts';

const { postJson, postForm, post } = publicDoor(memoryCaseStore());
const [nameQuery = {}] = samples['name-query'];
const [emailUpdate = {}] = samples['email-update'];

const codesIn = async (response: Response) => (await errorsIn(response)).map(({ field, code }) => `${field}: ${code}`);

describe('422 in JSON', () => {
  it('is problem details, kept by nobody', async () => {
    const response = await postJson('name-query', {});
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.clone().json()).toMatchObject({
      type: 'about:blank',
      title: 'Some answers need a change',
      status: 422,
    });
  });

  it('asks for everything that is needed at once, in the order of the questions, in words', async () => {
    expect(await errorsIn(await postJson('name-query', {}))).toEqual([
      {
        field: 'importerNumberKind',
        code: 'missing-choice',
        message: 'Which kind of importer number do you have? Please choose one answer.',
      },
      {
        field: 'importerNumber',
        code: 'missing',
        message: 'Importer number: this is empty. Please fill it in, for example 95-1234567.',
      },
      {
        field: 'companyName',
        code: 'missing',
        message: 'Company name: this is empty. Please fill it in, for example Acme Imports LLC.',
      },
      {
        field: 'contactName',
        code: 'missing',
        message: 'Your name: this is empty. Please fill it in, for example Rosa Alvarez.',
      },
      {
        field: 'contactRole',
        code: 'missing-choice',
        message: 'What is your role in the company? Please choose one answer.',
      },
      {
        field: 'contactEmail',
        code: 'missing',
        message: 'Your email: this is empty. Please fill it in, for example rosa@acme-imports.example.',
      },
      {
        field: 'contactPhone',
        code: 'missing',
        message: 'Your phone: this is empty. Please fill it in, for example +1 305 555 0142.',
      },
      {
        field: 'powerOfAttorney',
        code: 'missing-choice',
        message: 'Has your company signed a customs power of attorney with us? Please choose one answer.',
      },
    ]);
  });

  it('mixes what is missing, wrong and unknown in one list, unknown names last', async () => {
    const response = await postJson('email-update', {
      ...emailUpdate,
      zzz: 1,
      certified: '',
      companyName: 'x',
      newEmail: 'ops@harborpine.example',
      newEmailInAce: 'yes',
      errorSeen: 'already-linked',
      contactPhone: ['1', '2'],
      note: 7,
      companyPhoneExtension: null,
      locale: 'xx',
      submissionId: 'no',
      iban: 'DE00',
    });
    expect(await codesIn(response)).toEqual([
      'companyName: too-short',
      'errorSeen: already-linked',
      'contactPhone: given-twice',
      'newEmail: own-domain',
      'newEmailInAce: already-ace-user',
      'note: not-text',
      'certified: not-ticked',
      'zzz: unknown-field',
      'iban: unknown-field',
      'locale: not-an-option',
      'submissionId: not-a-submission-id',
    ]);
  });

  it('says what to do instead when a 5106 update would not help', async () => {
    const response = await postJson('email-update', { ...emailUpdate, errorSeen: 'already-linked' });
    const [error, ...others] = await errorsIn(response);
    expect(others).toEqual([]);
    expect(error?.message).toMatch(/A 5106 update would not help\. Write to ACE\.Support@cbp\.dhs\.gov/);
  });

  it.each(requestTypeNames)('%s: lists every field that holds the wrong type, each once and in order', async (type) => {
    const names = Object.keys(requestTypes[type].fields);
    const wrong = Object.fromEntries([...names].reverse().map((name) => [name, { nested: [name] }]));
    expect((await errorsIn(await postJson(type, wrong))).map(({ field }) => field)).toEqual(names);
  });

  it('repeats no value in its messages', async () => {
    const marked = Object.fromEntries(Object.keys(requestTypes['email-update'].fields).map((name) => [name, 'MARK @']));
    const told = await (await postJson('email-update', { ...marked, locale: 'MARK', submissionId: 'MARK' })).text();
    expect(told).not.toContain('MARK');
  });
});

describe('422 as a page, for a plain form post', () => {
  it('lists every problem in words, and says how to go on', async () => {
    const response = await postForm('name-query', { ...nameQuery, companyName: '', contactEmail: 'rosa' });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(page).toContain('<title>Error: ');
    expect(page).toContain('2 answers need a change');
    expect(page).toContain('<li>Company name: this is empty. Please fill it in, for example Acme Imports LLC.</li>');
    expect(page).toMatch(/<li>Your email: this does not look like an email address\.[^<]*<\/li>/);
    expect(page).toContain('Press Back');
    expect(page).toContain('href="/en/ask/name-query/"');
    expect(page).not.toMatch(/<script|<form|onerror/);
  });

  it.each(requestTypeNames)('%s: shows as many problems as JSON does, and echoes no value', async (type) => {
    const marked = Object.fromEntries(
      Object.keys(requestTypes[type].fields).map((name) => [name, '\u0001<b>MARK</b>"\'&lt;']),
    );
    const errors = await errorsIn(await postJson(type, marked));
    const page = await (await postForm(type, marked)).text();
    expect(page.match(/<li>/g)?.length).toBe(errors.length);
    expect(page).not.toContain('MARK');
  });

  it('shows the name of an unknown field as text, never as markup', async () => {
    const page = await (await postForm('name-query', { ...nameQuery, '<img src=x onerror=alert(1)>': 'x' })).text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img src=x');
  });

  it('refuses a field that came twice', async () => {
    const body = `${new URLSearchParams(nameQuery).toString()}&companyName=Other`;
    expect(await (await post('name-query', asForm(body))).text()).toContain(
      '<li>Company name: this came twice. Please give one answer.</li>',
    );
  });

  it('refuses percent signs that hide broken UTF-8', async () => {
    const body = new URLSearchParams(nameQuery).toString().replace('Rosa', '%C3%28Rosa');
    expect(await (await post('name-query', asForm(body))).text()).toContain(
      '<li>Your name: some characters were damaged on the way.',
    );
  });

  it('reads a body full of field names in no time', () => {
    const names = Array.from({ length: 16_000 }, (_, n) => n.toString(36)).join('&');
    const asked = { headers: { 'content-type': FORM_TYPE }, body: Buffer.from(names) };
    const once = () => {
      const began = performance.now();
      expect(readBody(asked)).toHaveProperty('given');
      return performance.now() - began;
    };
    // Some 10 ms; more than a second when each name is looked for in the whole form. The best of a few, as others work too.
    expect(Math.min(once(), once(), once(), once(), once())).toBeLessThan(500);
  });
});
