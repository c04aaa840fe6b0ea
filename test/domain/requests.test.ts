import { describe, expect, it } from 'vitest';
import { readRequest } from '#domain/requests/read-request.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { samples, world } from '#test/fakes/requests.ts';

/** One change of a good request, and what becomes of it: the code at that field, `ok`, or the text that is kept. */
const read = (type: RequestTypeName, change: Readonly<Record<string, unknown>>, nth = 0) =>
  readRequest(type, { ...samples[type][nth], ...change }, world);

const codes = (type: RequestTypeName, change: Readonly<Record<string, unknown>>, nth = 0): string[] => {
  const reading = read(type, change, nth);
  return 'problems' in reading ? reading.problems.map(({ field, code }) => `${field}: ${code}`) : [];
};

const answersOf = (type: RequestTypeName, change: Readonly<Record<string, unknown>>, nth = 0) => {
  const reading = read(type, change, nth);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.request.answers;
};

const x = (length: number) => 'x'.repeat(length);

type Row = readonly [field: string, value: unknown, code: string];

/** Every rule of every field, at its edges. The first sample's record has not changed, so addresses are not needed there. */
const rules: Readonly<Record<RequestTypeName, readonly Row[]>> = {
  'name-query': [
    ['importerNumberKind', '', 'missing-choice'],
    ['importerNumberKind', 'itin', 'not-an-option'],
    ['importerNumberKind', 'EIN', 'not-an-option'],
    ['importerNumberKind', ['ein', 'ein'], 'given-twice'],
    ['importerNumberKind', x(201), 'not-an-option'],
    ['importerNumberKind', ' ein ', 'ok'],
    ['importerNumber', '', 'missing'],
    ['importerNumber', '  ', 'missing'],
    ['importerNumber', null, 'missing'],
    ['importerNumber', 951234567, 'not-text'],
    ['importerNumber', { read: {} }, 'not-text'],
    ['importerNumber', ['95-1234567'], 'given-twice'],
    ['importerNumber', '95-123456', 'number-too-short'],
    ['importerNumber', '00-1234567', 'number-ein-prefix'],
    ['importerNumber', '252704-12345', 'number-is-cbp'],
    ['importerNumber', '212-34-5678', 'number-is-ssn'],
    ['importerNumber', 'DE123456789', 'number-foreign-number'],
    ['importerNumber', '95–1234567', 'ok'],
    ['importerNumber', '951234567', 'ok'],
    ['importerNumber', '95-123456700', 'ok'],
    ['importerNumber', '07-1234567', 'ok'],
    ['companyName', null, 'missing'],
    ['companyName', 'A', 'too-short'],
    ['companyName', ' A ', 'too-short'],
    ['companyName', 'A1', 'ok'],
    ['companyName', '--', 'no-letters'],
    ['companyName', '上海', 'ok'],
    ['companyName', x(100), 'ok'],
    ['companyName', ` ${x(100)} `, 'ok'],
    ['companyName', x(101), 'too-long'],
    ['companyName', 'a\nb', 'control-characters'],
    ['companyName', 'a\u0000b', 'control-characters'],
    ['companyName', 'a\u202eb', 'control-characters'],
    ['companyName', 'a\ud800b', 'broken-text'],
    ['companyName', 'a\ufffdb', 'broken-text'],
    ['companyName', true, 'not-text'],
    ['typedName', '', 'ok'],
    ['typedName', 'x', 'ok'],
    ['typedName', x(200), 'ok'],
    ['typedName', x(201), 'too-long'],
    ['errorSeen', '', 'ok'],
    ['errorSeen', 'already-linked', 'ok'],
    ['errorSeen', 'nothing', 'not-an-option'],
    ['contactName', 'R', 'too-short'],
    ['contactName', x(101), 'too-long'],
    ['contactRole', 'ceo', 'not-an-option'],
    ['contactRole', undefined, 'missing-choice'],
    ['contactEmail', '', 'missing'],
    ['contactEmail', 'rosa', 'not-an-email'],
    ['contactEmail', 'rosa@acme', 'not-an-email'],
    ['contactEmail', '@acme.example', 'not-an-email'],
    ['contactEmail', 'rosa@@acme.example', 'not-an-email'],
    ['contactEmail', 'ro sa@acme.example', 'not-an-email'],
    ['contactEmail', '.rosa@acme.example', 'not-an-email'],
    ['contactEmail', 'rosa..a@acme.example', 'not-an-email'],
    ['contactEmail', 'rosa@-acme.example', 'not-an-email'],
    ['contactEmail', 'rosa@acme.example.', 'not-an-email'],
    ['contactEmail', 'rosa@[192.0.2.1]', 'not-an-email'],
    ['contactEmail', 'Rosa <rosa@acme.example>', 'not-an-email'],
    ['contactEmail', 'røsa@acme.example', 'not-an-email'],
    ['contactEmail', 'rosa@acme.example,tom@acme.example', 'several-emails'],
    ['contactEmail', 'rosa@acme.example; tom@acme.example', 'several-emails'],
    ['contactEmail', 'rosa@acme.example tom@acme.example', 'several-emails'],
    ['contactEmail', 'rosa@acme.example\nBcc: x@y.example', 'control-characters'],
    ['contactEmail', `${x(64)}@acme.example`, 'ok'],
    ['contactEmail', `${x(65)}@acme.example`, 'not-an-email'],
    ['contactEmail', `rosa@${`${x(60)}.`.repeat(3)}${x(50)}.example`, 'ok'],
    ['contactEmail', `rosa@${`${x(60)}.`.repeat(4)}example`, 'too-long'],
    ['contactEmail', 'rosa+cbp@mail.acme-imports.co.uk', 'ok'],
    ['contactEmail', 'rosa@xn--80ak6aa92e.xn--p1ai', 'ok'],
    ['contactEmail', "o'brien_99@acme.example", 'ok'],
    ['contactPhone', '', 'missing'],
    ['contactPhone', '123456', 'not-a-phone'],
    ['contactPhone', '1234567', 'ok'],
    ['contactPhone', '123456789012345', 'ok'],
    ['contactPhone', '1234567890123456', 'not-a-phone'],
    ['contactPhone', '+44 20 7946 0018', 'ok'],
    ['contactPhone', '(0)30/901820', 'ok'],
    ['contactPhone', '+49 (0) 30-9018 20', 'ok'],
    ['contactPhone', '+86·10·6552·9988', 'ok'],
    ['contactPhone', '305‑555‑0142', 'ok'],
    ['contactPhone', '305.555.0142 x12', 'ok'],
    ['contactPhone', '305 555 0142, ext. 1234', 'ok'],
    ['contactPhone', '305 555 0142 Extension: 9', 'ok'],
    ['contactPhone', '305 555 0142#9', 'ok'],
    ['contactPhone', '305 555 0142 ext', 'not-a-phone'],
    ['contactPhone', '305 555 0142 ext. 123456789', 'not-a-phone'],
    ['contactPhone', 'call me', 'not-a-phone'],
    ['contactPhone', '1-800-FLOWERS', 'not-a-phone'],
    ['contactPhone', '+1 305 555 0142 / +1 305 555 0143', 'not-a-phone'],
    ['contactPhone', '١٢٣٤٥٦٧٨', 'not-a-phone'],
    ['contactPhone', '1'.repeat(41), 'too-long'],
    ['powerOfAttorney', '', 'missing-choice'],
    ['powerOfAttorney', 'yes', 'not-an-option'],
    ['note', '', 'ok'],
    ['note', '---', 'ok'],
    ['note', 'one\ntwo\tthree', 'ok'],
    ['note', 'a\u0007b', 'control-characters'],
    ['note', 'a\u2029b', 'control-characters'],
    ['note', x(1000), 'ok'],
    ['note', x(1001), 'too-long'],
    // A browser counts a new line as one character, and sends two.
    ['note', `${x(499)}\r\n${x(500)}`, 'ok'],
    ['locale', 'en', 'ok'],
    ['locale', '', 'ok'],
    ['locale', null, 'ok'],
    ['locale', 'de', 'not-an-option'],
    ['locale', ['en'], 'not-an-option'],
    ['submissionId', '7b1f7c1e-2a44-4a6a-9d0e-3f6f1f0c2b11', 'ok'],
    ['submissionId', '7B1F7C1E-2A44-4A6A-9D0E-3F6F1F0C2B11', 'ok'],
    ['submissionId', '', 'ok'],
    ['submissionId', '7b1f7c1e2a444a6a9d0e3f6f1f0c2b11', 'not-a-submission-id'],
    ['submissionId', 7, 'not-a-submission-id'],
    ['submissionId', ['7b1f7c1e-2a44-4a6a-9d0e-3f6f1f0c2b11'], 'not-a-submission-id'],
    ['newEmail', 'a@b.example', 'unknown-field'],
    ['newEmail', null, 'unknown-field'],
    ['companyname', 'Acme', 'unknown-field'],
    ['', '', 'unknown-field'],
  ],
  'email-update': [
    ['dba', '', 'ok'],
    ['dba', x(100), 'ok'],
    ['dba', x(101), 'too-long'],
    ['companyType', '', 'missing-choice'],
    ['companyType', 'inc', 'not-an-option'],
    ['companyPhone', '', 'missing'],
    ['companyPhone', '123', 'not-a-phone'],
    ['companyPhoneExtension', '', 'ok'],
    ['companyPhoneExtension', '12345678', 'ok'],
    ['companyPhoneExtension', '123456789', 'too-long'],
    ['companyPhoneExtension', 'x204', 'not-an-extension'],
    ['recordChanged', '', 'missing-choice'],
    ['recordChanged', 'maybe', 'not-an-option'],
    ['errorSeen', 'already-linked', 'already-linked'],
    ['errorSeen', 'already-user', 'ok'],
    ['errorSeen', '', 'ok'],
    ['newEmail', '', 'missing'],
    ['newEmail', `${x(64)}@${x(27)}.example`, 'ok'],
    ['newEmail', `${x(64)}@${x(28)}.example`, 'too-long'],
    ['newEmail', 'a@b.example, c@d.example', 'several-emails'],
    ['newEmail', 'ops@harborpine.example', 'own-domain'],
    ['newEmail', ' Ops@HarborPine.Example ', 'own-domain'],
    ['newEmail', 'ops@mail.harborpine.example', 'own-domain'],
    ['newEmail', 'ops@a.b.refunds.harborpine.example', 'own-domain'],
    ['newEmail', 'ops@notharborpine.example', 'ok'],
    ['newEmail', 'ops@harborpine.example.acme.example', 'ok'],
    ['newEmail', 'harborpine.example@acme.example', 'ok'],
    // Somebody of the broker may ask for an importer; only the mailbox on the record must be the importer's.
    ['contactEmail', 'ada@harborpine.example', 'ok'],
    ['oldEmail', 'ada@harborpine.example', 'ok'],
    ['oldEmail', '', 'ok'],
    ['oldEmail', 'gone', 'not-an-email'],
    ['newEmailInAce', 'yes', 'already-ace-user'],
    ['newEmailInAce', 'not-sure', 'ok'],
    ['newEmailInAce', '', 'missing-choice'],
    ['newEmailInAce', 'maybe', 'not-an-option'],
    ['certifierFirst', '', 'missing'],
    ['certifierFirst', 'P', 'ok'],
    ['certifierFirst', x(51), 'too-long'],
    ['certifierMiddle', 'Q', 'ok'],
    ['certifierMiddle', x(51), 'too-long'],
    ['certifierLast', '.', 'no-letters'],
    ['certifierTitle', x(60), 'ok'],
    ['certifierTitle', x(61), 'too-long'],
    ['certified', '', 'not-ticked'],
    ['certified', 'on', 'not-an-option'],
    ['certified', true, 'not-text'],
    ['typedName', 'Acme', 'unknown-field'],
  ],
  'account-error': [
    ['errorSeen', '', 'missing-choice'],
    ['errorSeen', 'already-linked', 'ok'],
    ['errorSeen', 'already-user', 'ok'],
    ['errorSeen', 'no', 'not-an-option'],
    ['wordsShown', '', 'ok'],
    ['wordsShown', x(500), 'ok'],
    ['wordsShown', x(501), 'too-long'],
    ['typedName', 'Acme', 'ok'],
    ['tried', '', 'missing'],
    ['tried', 'x', 'too-short'],
    ['tried', 'We tried\nthree times', 'ok'],
    ['tried', x(1001), 'too-long'],
    ['since', '', 'ok'],
    ['since', 'yesterday', 'not-an-option'],
    ['newEmail', 'a@b.example', 'unknown-field'],
  ],
  'refund-returned': [
    ['reportShows', '', 'missing-choice'],
    ['reportShows', 'rejected', 'ok'],
    ['reportShows', 'REV-603', 'not-an-option'],
    ['refundDate', '', 'ok'],
    ['refundDate', x(41), 'too-long'],
    ['entryNumbers', '', 'ok'],
    ['entryNumbers', 'XYZ-1234567-8', 'ok'],
    ['entryNumbers', 'xyz12345678', 'ok'],
    ['entryNumbers', 'XYZ 1234567 8\n123-1234567-8', 'ok'],
    ['entryNumbers', 'XYZ–1234567–8; A1B-1234567-8,', 'ok'],
    ['entryNumbers', 'XYZ-123456-8', 'not-an-entry-number'],
    ['entryNumbers', 'XYZ-1234567-X', 'not-an-entry-number'],
    ['entryNumbers', 'XYZ-1234567-8, all of May', 'not-an-entry-number'],
    ['bankChanged', '', 'missing-choice'],
    ['bankChanged', 'maybe', 'not-an-option'],
    ['bankAccount', '12345678', 'unknown-field'],
  ],
  'notify-party': [
    ['whyReceiver', '', 'missing-choice'],
    ['receiverKind', '', 'missing-choice'],
    ['receiverKind', 'other-broker', 'receiverName: missing'],
    ['receiverName', 'Acme Holding Inc', 'ok'],
    ['receiverNumberKind', 'ein', 'ok'],
    ['receiverNumber', '94-7654321', 'ok'],
    ['receiverNumber', '947654321', 'number-ask-kind'],
    ['receiverNumber', '94-76543', 'number-too-short'],
    ['receiverNumber', '252704-12345', 'own-number'],
    ['form4811', '', 'missing-choice'],
    ['box28', 'maybe', 'not-an-option'],
    ['certifierTitle', '', 'missing'],
    ['agreed', '', 'not-ticked'],
    ['agreed', 'on', 'not-an-option'],
    ['certified', 'yes', 'unknown-field'],
  ],
};

describe.each(requestTypeNames)('%s', (type) => {
  it.each([0, 1])('takes sample %i, and keeps each of its answers', (nth) => {
    const given = Object.entries(samples[type][nth] ?? {});
    const kept = given.filter(([name]) => name !== 'importerNumber' && name !== 'locale');
    expect(answersOf(type, {}, nth)).toEqual(Object.fromEntries(kept));
  });

  it.each(
    rules[type].map(
      ([field, value, code]) => [field, typeof value === 'string' ? value.slice(0, 50) : value, code, value] as const,
    ),
  )('%s = %j: %s', (field, _, code, value) => {
    expect(codes(type, { [field]: value })).toEqual(
      code === 'ok' ? [] : [code.includes(': ') ? code : `${field}: ${code}`],
    );
  });
});

describe('the importer number', () => {
  it('is never guessed: without its kind, bare digits ask for it', () => {
    expect(codes('name-query', { importerNumberKind: '', importerNumber: '951234567' })).toEqual([
      'importerNumberKind: missing-choice',
      'importerNumber: number-ask-kind',
    ]);
  });

  it('keeps of a Social Security number its end, however it came', () => {
    for (const importerNumber of ['212-34-5678', '212345678', '5678']) {
      const reading = read('name-query', { importerNumberKind: 'ssn', importerNumber });
      expect(reading).toMatchObject({ request: { importerNumber: { kind: 'ssn', lastFour: '5678' } } });
      expect(JSON.stringify(reading)).not.toMatch(/212.?34|21234/);
    }
  });

  it('brings its warnings along, and they block nothing', () => {
    expect(read('name-query', { importerNumber: '07-1234567' })).toMatchObject({
      request: { numberWarnings: ['prefix-not-on-irs-list'] },
    });
  });
});

describe('address questions of an email update', () => {
  const address = ['addressLine1', 'city', 'country', 'addressType'];
  const none = Object.fromEntries(
    [...address, 'addressLine2', 'state', 'postalCode', 'addressTypeOther'].map((name) => [name, '']),
  );

  it.each(['yes', 'not-sure'])('are needed when the record changed: %s', (recordChanged) => {
    expect(codes('email-update', { ...none, recordChanged })).toEqual(
      address.map((name) => `${name}: ${name === 'country' || name === 'addressType' ? 'missing-choice' : 'missing'}`),
    );
  });

  it('are not needed when it did not', () => {
    expect(codes('email-update', { ...none, recordChanged: 'no' })).toEqual([]);
  });

  it('that were answered all the same are read and kept, and refused when broken', () => {
    expect(answersOf('email-update', { city: 'Miami' })).toMatchObject({ recordChanged: 'no', city: 'Miami' });
    expect(codes('email-update', { city: 'a\u0000b' })).toEqual(['city: control-characters']);
  });

  it.each([
    ['US', '', '', ['state: missing', 'postalCode: missing']],
    ['CA', '', '', ['state: missing', 'postalCode: missing']],
    ['GB', '', '', []],
    ['GB', '', 'SW1A 1AA', []],
    ['US', 'FL', '33122', []],
    ['US', 'FL', '33122-1234', []],
    ['US', 'FL', '331221234', []],
    ['US', 'FL', '3312', ['postalCode: not-a-us-postal-code']],
    ['US', 'FL', 'K1A 0B1', ['postalCode: not-a-us-postal-code']],
    ['CA', 'ON', 'K1A 0B1', []],
    ['CA', 'ON', 'k1a0b1', []],
    ['CA', 'ON', '33122', ['postalCode: not-a-canadian-postal-code']],
    ['DE', '', '10115', []],
    ['XX', '', '', ['country: not-an-option']],
    ['us', 'FL', '33122', ['country: not-an-option']],
  ])('in %s with state %j and postal code %j', (country, state, postalCode, expected) => {
    expect(codes('email-update', { country, state, postalCode }, 1)).toEqual(expected);
  });

  it('ask what it is when it is something else', () => {
    expect(codes('email-update', { addressTypeOther: '' }, 1)).toEqual(['addressTypeOther: missing']);
    expect(codes('email-update', { addressType: 'po-box', addressTypeOther: '' }, 1)).toEqual([]);
    expect(codes('email-update', { addressTypeOther: x(15) }, 1)).toEqual([]);
    expect(codes('email-update', { addressTypeOther: x(16) }, 1)).toEqual(['addressTypeOther: too-long']);
  });
});

describe('what is kept', () => {
  it('is trimmed, with plain new lines, without what was left empty', () => {
    const answers = answersOf('name-query', {
      companyName: '\u00a0 Søn & Co. \t',
      typedName: '  ',
      note: 'a\r\nb\rc\n',
    });
    expect(answers).toMatchObject({ companyName: 'Søn & Co.', note: 'a\nb\nc' });
    expect(answers).not.toHaveProperty('typedName');
  });

  it('holds nothing of the envelope, and no importer number beside the read one', () => {
    const answers = answersOf('email-update', { submissionId: '7b1f7c1e-2a44-4a6a-9d0e-3f6f1f0c2b11' });
    for (const name of ['locale', 'submissionId', 'importerNumber']) expect(answers).not.toHaveProperty(name);
  });

  it('is nothing at all when one answer is wrong', () => {
    expect(read('name-query', { note: 1 })).toEqual({ problems: [{ field: 'note', code: 'not-text' }] });
  });
});

it('names at most a hundred unknown fields, whatever is sent', () => {
  const nonsense = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`nobody-asked-${String(n)}`, 'x']));
  const reading = read('name-query', nonsense);
  expect('problems' in reading && reading.problems.length).toBe(100);
});
