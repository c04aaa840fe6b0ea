import { afterAll, describe, expect, it } from 'vitest';
import type { CaseStore } from '#casework/ports.ts';
import { samples } from '#test/fakes/requests.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { asForm, asJson, embeddedTable, publicDoor, referenceIn } from './desk.ts';

const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;
const sample = samples['name-query'][0] ?? {};

let n = 0;
const newId = () => `00000000-0000-4000-a000-${String((n += 1)).padStart(12, '0')}`;

const embedded = await embeddedTable('http');
afterAll(() => embedded.close());

const stores: readonly [string, () => CaseStore][] = [
  ['memory', memoryCaseStore],
  ['embedded DynamoDB', () => embedded.cases],
];

describe.each(stores)('a request to the public door, on %s', (_, makeStore) => {
  const cases = makeStore();
  const counting = { stored: 0, put: 0 };
  const counted: Pick<CaseStore, 'put'> = {
    put: async (one) => {
      counting.put += 1;
      const outcome = await cases.put(one);
      if (outcome === 'stored') counting.stored += 1;
      return outcome;
    },
  };
  const fresh = () => {
    Object.assign(counting, { stored: 0, put: 0 });
    return publicDoor(counted);
  };

  it.each(['name-query', 'email-update'] as const)(
    '%s as JSON: 201, a reference, and where to read on',
    async (type) => {
      const response = await fresh().postJson(type, { ...samples[type][0], submissionId: newId() });
      expect(response.status).toBe(201);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const reference = await referenceIn(response);
      expect(reference).toMatch(REFERENCE);
      expect(response.headers.get('location')).toBe(`/api/requests/sent/${reference}?lang=en`);
      expect(counting).toEqual({ stored: 1, put: 1 });
    },
  );

  it.each(['name-query', 'email-update'] as const)(
    '%s as a plain form: 303 to a page that can be read',
    async (type) => {
      const door = fresh();
      const response = await door.postForm(type, { ...samples[type][1], submissionId: newId() });
      expect(response.status).toBe(303);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const page = await door.ask('GET', response.headers.get('location') ?? '');
      expect(page.status).toBe(200);
      expect(counting.stored).toBe(1);
    },
  );

  it('a repeat, and five at once, and one after a restart: one case, one reference', async () => {
    const request = { ...sample, submissionId: newId() };
    const door = fresh();
    const atOnce = await Promise.all(Array.from({ length: 5 }, () => door.postJson('name-query', request)));
    const later = await door.postJson('name-query', request);
    const restarted = await publicDoor(counted).postJson('name-query', request);
    const answers = [...atOnce, later, restarted];
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(201));
    expect(new Set(await Promise.all(answers.map(referenceIn))).size).toBe(1);
    expect(counting).toEqual({ stored: 1, put: 7 });
  });

  it('five form posts at once: the same page for all', async () => {
    const door = fresh();
    const form = { ...sample, submissionId: newId() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => door.postForm('name-query', form)));
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.get('location') ?? ''}`)).size).toBe(1);
    expect(counting.stored).toBe(1);
  });

  it('the same answers by form and by JSON are the same submission', async () => {
    const door = fresh();
    const request = { ...sample, submissionId: newId() };
    const form = await door.post('name-query', asForm(request));
    const json = await door.post('name-query', asJson(request));
    expect(form.headers.get('location')).toBe(json.headers.get('location'));
    expect(counting.stored).toBe(1);
  });

  it('an edited resend is another case, and both are kept', async () => {
    const door = fresh();
    const submissionId = newId();
    const first = await referenceIn(await door.postJson('name-query', { ...sample, submissionId }));
    const edited = await door.postJson('name-query', { ...sample, submissionId, note: 'I forgot something.' });
    expect(await referenceIn(edited)).not.toBe(first);
    expect(counting.stored).toBe(2);
  });

  it('Idempotency-Key beats submissionId, in whatever form it comes', async () => {
    const door = fresh();
    const send = (key: string, submissionId: string = newId()) =>
      door.postJson('name-query', { ...sample, submissionId }, key === '' ? {} : { 'idempotency-key': key });
    const key = `order 66/${newId()}`;
    const first = await referenceIn(await send(key));
    expect(await referenceIn(await send(key))).toBe(first);
    const id = newId();
    const other = await referenceIn(await send(`${key}-b`, id));
    expect(await referenceIn(await send(`${key}-c`, id))).not.toBe(other);
    // An empty header names nothing: then the field counts.
    expect(await referenceIn(await send(' ', id))).toBe(await referenceIn(await send('', id)));
    expect(counting.stored).toBe(4);
  });

  it('a submission id counts in any case of its letters', async () => {
    const door = fresh();
    const submissionId = 'ABCDEF00-0000-4000-A000-00000000000F';
    const first = await referenceIn(await door.postJson('name-query', { ...sample, submissionId }));
    const again = await door.postJson('name-query', { ...sample, submissionId: ` ${submissionId.toLowerCase()} ` });
    expect(await referenceIn(again)).toBe(first);
  });
});

describe('what the store is asked', () => {
  it('is one put, and nothing at all when the request is refused', async () => {
    const cases = memoryCaseStore();
    const { postJson } = publicDoor(cases);
    await postJson('name-query', { ...sample, contactEmail: 'nobody' });
    expect(cases.all()).toEqual([]);
  });

  it('holds the answers exactly as they were meant: trimmed, new lines plain', async () => {
    const cases = memoryCaseStore();
    const note = '  first line\r\nsecond\rthird\t“quoted” 🚢  ';
    await publicDoor(cases).postForm('name-query', { ...sample, companyName: '  Søn & Co. “Ltd”  ', note });
    expect(cases.all()[0]?.answers).toMatchObject({
      companyName: 'Søn & Co. “Ltd”',
      note: 'first line\nsecond\nthird\t“quoted” 🚢',
    });
  });

  it('is never told more of a Social Security number than its end, whatever was sent', async () => {
    const cases = memoryCaseStore();
    const { postJson, logged } = publicDoor(cases);
    const full = { ...sample, submissionId: newId(), importerNumberKind: 'ssn', importerNumber: '212-34-5678' };
    const reference = await referenceIn(await postJson('name-query', full));
    const told = JSON.stringify([cases.all(), logged]);
    expect(told).toContain('5678');
    expect(told).not.toMatch(/212-?34/);
    // The last four alone, with the same id, are the same request: nothing of the rest went into the digest.
    const ending = { ...full, importerNumber: '5678' };
    expect(await referenceIn(await postJson('name-query', ending))).toBe(reference);
  });

  it('and the log holds event names and references, no answer', async () => {
    const { postJson, logged } = publicDoor(memoryCaseStore());
    const reference = await referenceIn(await postJson('name-query', sample));
    await postJson('name-query', { ...sample, contactPhone: 'secret words' });
    expect(logged).toEqual([
      { event: 'case-opened', details: { reference, type: 'name-query' } },
      { event: 'request-refused', details: { type: 'name-query', problems: 1 } },
    ]);
  });
});
