import { describe, expect, test } from 'vitest';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { countryOf } from '#domain/abi/worksheet/country.ts';
import { worksheetFields } from '#domain/abi/worksheet/fields.ts';
import type { WorksheetField } from '#domain/abi/worksheet/fields.ts';
import { worksheet } from '#domain/abi/worksheet/worksheet.ts';
import type { WorksheetMissing } from '#domain/abi/worksheet/worksheet.ts';
import { abiWords } from '#domain/abi/words.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';
import { samples } from '#domain/requests/email-update/samples.ts';

type Answers = Readonly<Record<string, string>>;

const numberOf = (text: string) => {
  const reading = readImporterNumber({ kind: undefined, text, year: 2026 });
  if (reading.outcome !== 'read') throw new Error(`${text} is no number`);
  return reading.number;
};

const answers: Answers = {
  companyName: 'Acme Imports LLC',
  companyType: 'corporation',
  companyPhone: '+1 305 555 0100 ext. 12',
  recordChanged: 'no',
  newEmail: 'Rosa@acme-imports.example',
  certifierFirst: 'Rosa',
  certifierMiddle: 'María',
  certifierLast: 'Alvarez',
  certifierTitle: 'President',
};

const acme: OnFile = {
  result: '1',
  abbreviatedName: 'ACME IMPORTS LLC',
  legalName: 'ACME IMPORTS LLC',
  secondName: { qualifier: 'DBA', name: 'BEST TOYS' },
  mailing: { lines: ['1200 HARBOR STREET', 'SUITE 4'], city: 'MIAMI', state: 'FL', postal: '331221234' },
  center: 'CONSUMER PRODUCTS',
};

const made = (given: { number?: string; answers?: Answers; onFile?: OnFile | undefined } = {}) => {
  const onFile = 'onFile' in given ? given.onFile : acme;
  return worksheet({
    request: { importerNumber: numberOf(given.number ?? '95-1234567'), answers: { ...answers, ...given.answers } },
    ...(onFile && { onFile }),
    filerCode: 'XYZ',
  });
};

const row = (field: WorksheetField, given: Parameters<typeof made>[0] = {}) =>
  made(given).rows.find((found) => found.field === field);

describe('the rows', () => {
  test('stand in the order of the screen, every one each time', () => {
    const fields = worksheetFields.map(({ field }) => field);
    expect(fields.slice(0, 8)).toEqual([
      'companyType',
      'importerNumber',
      'action',
      'fullName',
      'qualifier',
      'qualifierName',
      'mailingLine1',
      'mailingLine2',
    ]);
    expect(fields.indexOf('phone')).toBeLessThan(fields.indexOf('email'));
    expect(fields.indexOf('email')).toBeLessThan(fields.indexOf('certifier'));
    for (const given of [{}, { onFile: undefined }, { number: '212-34-5678' }])
      expect(made(given).rows.map(({ field }) => field)).toEqual(fields);
  });

  test.each<[WorksheetField, string, string | undefined, string]>([
    ['companyType', '1G', 'CORPORATION', 'request'],
    ['importerNumber', '1B', '95-123456700', 'request'],
    ['action', '', 'U', 'fixed'],
    ['fullName', '1A', 'ACME IMPORTS LLC', 'kr'],
    ['qualifier', '1C', 'DBA', 'kr'],
    ['qualifierName', '1D', 'BEST TOYS', 'kr'],
    ['mailingLine1', '2A', '1200 HARBOR STREET', 'kr'],
    ['mailingLine2', '2A', 'SUITE 4', 'kr'],
    ['mailingCity', '2A', 'MIAMI', 'kr'],
    ['mailingState', '2A', 'FL', 'kr'],
    ['mailingPostal', '2A', '331221234', 'kr'],
    ['mailingCountry', '2A', 'US', 'kr'],
    ['mailingType', '2A', undefined, 'client-file'],
    ['physicalLine1', '2B', undefined, 'kr'],
    ['physicalCountry', '2B', undefined, 'kr'],
    ['phone', '2C', '3055550100', 'request'],
    ['phoneExtension', '2C', '12', 'request'],
    ['email', '2E', 'Rosa@acme-imports.example', 'request'],
    ['naics', '3B', undefined, 'client-file'],
    ['officers', '3J', undefined, 'client-file'],
    ['certifier', '4', 'ALVAREZ,ROSA,MARIA', 'request'],
    ['certifierTitle', '4', 'PRESIDENT', 'request'],
    ['certifierPhone', '4', undefined, 'client-file'],
    ['filerCode', '', 'XYZ', 'fixed'],
  ])('%s in block %s is %s, from %s', (field, block, value, source) => {
    const found = row(field);
    expect({ block: found?.block, value: found?.value, source: found?.source }).toEqual({ block, value, source });
  });

  test('of the client file have no value, whatever was asked', () => {
    const rows = made({ answers: { ...samples[0], naics: '123456', addressType: 'residence' } }).rows;
    for (const found of rows.filter(({ source }) => source === 'client-file'))
      expect(found).not.toHaveProperty('value');
  });

  test('no value is longer than its field', () => {
    const long = 'Ñandú & Söhne '.repeat(20);
    const asked = {
      certifierLast: long,
      certifierTitle: long,
      companyPhone: '9'.repeat(15),
      newEmail: `${'a'.repeat(120)}@x.example`,
    };
    const filed: OnFile = {
      result: '2',
      abbreviatedName: long,
      legalName: long,
      secondName: { qualifier: 'AKA', name: long },
      mailing: { lines: [long, long], city: long, state: long, postal: long },
      physical: { lines: [long], city: long, state: long, postal: long },
    };
    for (const { field, value = '', max = 1000 } of made({ answers: asked, onFile: filed }).rows)
      expect([field, value.length <= max]).toEqual([field, true]);
  });

  test('say what was changed on the way', () => {
    expect(row('certifier')?.changed).toEqual([{ code: 'capitals' }, { code: 'accents' }]);
    expect(row('certifierTitle', { answers: { certifierTitle: 'Executive Vice President, Imports' } })).toMatchObject({
      value: 'EXECUTIVE VICE PRESIDE',
      changed: [{ code: 'capitals' }, { code: 'cut', max: 22, lost: 'NT, IMPORTS' }],
    });
  });

  test.each(worksheetFields)('$field has a label', ({ field }) => {
    expect(abiWords[`worksheet.field.${field}`]).not.toBe('');
  });
});

describe('name and addresses', () => {
  test('come from CBP’s answer alone', () => {
    const asked = {
      companyName: 'Other Name Inc',
      dba: 'Other',
      recordChanged: 'yes',
      addressLine1: '9 Elsewhere',
      city: 'Reno',
    };
    const rows = made({ answers: asked, onFile: { result: '1' } }).rows.filter(({ source }) => source === 'kr');
    expect(rows.map(({ value }) => value).filter((value) => value !== undefined)).toEqual([]);
    expect(JSON.stringify(made({ answers: asked }).rows)).not.toMatch(/other|elsewhere|reno/i);
  });

  test.each<[string, Partial<OnFile>, string, unknown]>([
    ['one short name', {}, 'ACME IMPORTS LLC', undefined],
    ['no K7', { legalName: '' }, '', undefined],
    [
      'a legal name that differs',
      { legalName: 'ACME IMPORTS LIMITED LIABILITY CO' },
      'ACME IMPORTS LIMITED LIABILITY CO',
      [
        { label: 'T1', value: 'ACME IMPORTS LLC' },
        { label: 'T3', value: 'ACME IMPORTS LIMITED LIABILITY' },
        { label: 'TN IN1', value: ' CO' },
      ],
    ],
    [
      'a short one that differs',
      { legalName: 'ACME IMPORTS, L.L.C.' },
      'ACME IMPORTS, L.L.C.',
      [
        { label: 'T1', value: 'ACME IMPORTS LLC' },
        { label: 'T3', value: 'ACME IMPORTS, L.L.C.' },
      ],
    ],
  ])('%s', (_, change, value, parts) => {
    const { legalName, ...rest } = { ...acme, ...change };
    const found = row('fullName', { onFile: legalName ? { ...rest, legalName } : rest });
    expect(found?.value).toBe(value || 'ACME IMPORTS LLC');
    expect(found?.parts).toEqual(parts);
  });

  test.each([
    ['FL', '33122', 'US'],
    ['FL', '33122-1234', 'US'],
    ['ON', 'M5V2T6', 'CA'],
    ['ON', 'M5V 2T6', 'CA'],
    ['ON', '33122', undefined],
    ['FL', 'M5V2T6', undefined],
    ['FN', 'SW1A1AA', undefined],
    ['PR', '00901', undefined],
    ['', '', undefined],
  ])('state %j and postal code %j are in %s', (state, postal, country) => {
    expect(countryOf({ lines: [], city: '', state, postal })).toBe(country);
  });

  test('a foreign address keeps its FN, and its country is in the client file', () => {
    const onFile = { ...acme, mailing: { lines: ['1 HIGH STREET'], city: 'LONDON', state: 'FN', postal: 'SW1A1AA' } };
    expect(row('mailingState', { onFile })?.value).toBe('FN');
    expect(row('mailingCountry', { onFile })).toMatchObject({ source: 'client-file' });
    expect(row('mailingCountry', { onFile })).not.toHaveProperty('value');
  });

  test('what is blank on file is said to be blank', () => {
    const onFile: OnFile = {
      result: '2',
      abbreviatedName: 'ACME',
      mailing: { lines: ['1 DOCK RD'], city: 'MIAMI', state: 'FL', postal: '33122' },
    };
    for (const field of ['qualifier', 'qualifierName', 'mailingLine2', 'physicalLine1', 'physicalType'] as const)
      expect(row(field, { onFile })).toMatchObject({ source: 'kr', note: 'blank-on-file' });
  });
});

describe('the request’s own', () => {
  test.each([
    ['corporation', 'CORPORATION', 'C'],
    ['partnership', 'PARTNERSHIP', 'P'],
    ['individual', 'INDIVIDUAL', 'I'],
    ['sole-proprietor', 'SOLE PROPRIETORSHIP', 'S'],
    ['llc', 'LLC', undefined],
    ['foreign-government', 'FOREIGN GOVERNMENT', undefined],
    ['not-sure', undefined, undefined],
    ['toString', undefined, undefined],
  ])('type %s', (companyType, value, letter) => {
    const found = row('companyType', { answers: { companyType } });
    expect([found?.value, found?.parts?.[0]?.value]).toEqual([value, letter]);
    expect(found?.source).toBe(value === undefined ? 'client-file' : 'request');
    expect(found?.note).toBe(value !== undefined && letter === undefined ? 'type-by-name' : undefined);
  });

  test.each([
    ['95-1234567AB', '1B', '95-1234567AB', 'request'],
    ['252704-12345', '1F', '252704-12345', 'request'],
    ['212-34-5678', '1B', undefined, 'client-file'],
  ])('number %s', (number, block, value, source) => {
    const found = row('importerNumber', { number });
    expect([found?.block, found?.value, found?.source]).toEqual([block, value, source]);
    expect(JSON.stringify(made({ number }))).not.toContain('5678');
  });

  test.each([
    ['305 555 0100', '3055550100', 'phone-digits'],
    ['3055550100', '3055550100', undefined],
    ['+44 20 7946 0018', '442079460018', 'phone-digits'],
    ['(305) 555-0100 x7', '3055550100', 'phone-digits'],
  ])('phone %s', (companyPhone, value, note) => {
    const found = row('phone', { answers: { companyPhone } });
    expect([found?.value, found?.note]).toEqual([value, note]);
  });

  test('an extension of its own goes before one in the number', () => {
    expect(row('phoneExtension', { answers: { companyPhoneExtension: '204' } })?.value).toBe('204');
  });

  test.each([
    ['a@b.example', undefined],
    [`${'a'.repeat(20)}@b.example`, undefined],
    [
      `${'a'.repeat(21)}@b.example`,
      [
        { label: 'TF', value: `${'a'.repeat(21)}@b.exampl` },
        { label: 'TN CE1', value: 'e' },
      ],
    ],
  ])('email %s in its parts', (newEmail, parts) => {
    const found = row('email', { answers: { newEmail } });
    expect(found).toMatchObject({ value: newEmail, note: 'email-as-written', changed: [] });
    expect(found?.parts).toEqual(parts);
  });

  test('a long certifier goes on in TN IN2', () => {
    const found = row('certifier', { answers: { certifierLast: 'Wolfeschlegelsteinhausen' } });
    expect(found?.parts).toEqual([
      { label: 'TL', value: 'WOLFESCHLEGELSTEINHAUSEN,ROSA,' },
      { label: 'TN IN2', value: 'MARIA' },
    ]);
  });
});

describe('differences', () => {
  const found = (changed: Answers, onFile: OnFile = acme) =>
    made({ answers: changed, onFile }).differences.map(({ field, settle }) => `${field}: ${settle}`);

  test.each<[string, string[]]>([
    ['ACME IMPORTS LLC', []],
    ['Acme Imports, L.L.C.', []],
    ['Acme  Imports', []],
    ['Best Toys', []],
    ['Acme Imports LLC (DBA Best Toys)', ['fullName: bond-rider']],
    ['Acme Imports Inc', ['fullName: bond-rider']],
    ['АCME IMPORTS LLC', ['fullName: bond-rider']],
    ['Acme America LLC', ['fullName: bond-rider']],
  ])('a company that calls itself %s', (companyName, expected) => {
    expect(found({ companyName })).toEqual(expected);
  });

  test('a name cut at 32 characters is the same name', () => {
    const onFile: OnFile = { result: '1', abbreviatedName: 'THE VERY LONG NAME OF AN IMPORTE' };
    expect(found({ companyName: 'The Very Long Name of an Importer, LLC' }, onFile)).toEqual([]);
  });

  test.each([
    ['Best Toys', []],
    ['Other Toys', ['qualifierName: look']],
    ['Acme Imports', []],
  ])('a trade name %s', (dba, expected) => {
    expect(found({ dba })).toEqual(expected);
  });

  const now = {
    recordChanged: 'yes',
    addressLine1: '1200 Harbor St.',
    addressLine2: 'Ste 4',
    city: 'Miami',
    state: 'Florida',
    postalCode: '33122',
    country: 'US',
  };
  test.each<[string, Answers, OnFile, string[]]>([
    ['the same, written otherwise', now, acme, []],
    ['the same in one line', { ...now, addressLine1: '1200 Harbor Street Suite 4', addressLine2: '' }, acme, []],
    ['another street', { ...now, addressLine1: '1300 Harbor St' }, acme, ['mailingAddress: bond-rider']],
    ['another city', { ...now, city: 'Tampa' }, acme, ['mailingAddress: bond-rider']],
    ['another ZIP', { ...now, postalCode: '33123' }, acme, ['mailingAddress: bond-rider']],
    [
      'not sure, and another',
      { ...now, recordChanged: 'not-sure', city: 'Tampa' },
      acme,
      ['mailingAddress: bond-rider'],
    ],
    ['nothing changed, leftovers', { ...now, recordChanged: 'no', city: 'Tampa' }, acme, []],
    [
      'the physical one',
      { ...now, addressLine1: '77 Dock Road', addressLine2: '', city: 'Tampa', postalCode: '33602' },
      { ...acme, physical: { lines: ['77 DOCK RD'], city: 'TAMPA', state: 'FL', postal: '33602' } },
      [],
    ],
    ['no address on file', now, { result: '1', abbreviatedName: 'ACME IMPORTS LLC' }, []],
  ])('an address: %s', (_, changed, onFile, expected) => {
    expect(found(changed, onFile)).toEqual(expected);
  });

  test('show both sides', () => {
    expect(made({ answers: { ...now, addressLine1: '9 Elm St', addressLine2: '' } }).differences).toEqual([
      {
        field: 'mailingAddress',
        requested: '9 Elm St, Miami, Florida 33122, US',
        onFile: '1200 HARBOR STREET, SUITE 4, MIAMI, FL 331221234',
        settle: 'bond-rider',
      },
    ]);
  });

  test('none without an answer from CBP', () => {
    expect(made({ onFile: undefined, answers: { companyName: 'Other' } }).differences).toEqual([]);
  });
});

describe('ready', () => {
  test('when nothing is missing and nothing differs', () => {
    expect(made()).toMatchObject({ ready: true, missing: [], differences: [] });
  });

  test('for a Social Security number too: it is in the client file', () => {
    expect(made({ number: '212-34-5678' }).ready).toBe(true);
  });

  test('not with a bond rider’s matter, but with a trade name to look at', () => {
    expect(made({ answers: { companyName: 'Other Inc' } }).ready).toBe(false);
    expect(made({ answers: { dba: 'Other Toys' } }).ready).toBe(true);
  });

  test.each<[string, Parameters<typeof made>[0], WorksheetMissing[]]>([
    ['no answer from CBP', { onFile: undefined }, ['record']],
    ['nothing on file', { onFile: { result: '0' } }, ['not-on-file']],
    ['voided', { onFile: { ...acme, result: '3' } }, ['voided']],
    ['inactive', { onFile: { ...acme, result: '4' } }, ['inactive']],
    ['a picked result, nothing pasted', { onFile: { result: '2' } }, ['name', 'mailing-address']],
    ['asked without addresses', { onFile: { result: '2', abbreviatedName: 'ACME' } }, ['mailing-address']],
    [
      'a full K1 without K7',
      {
        onFile: {
          result: '1',
          abbreviatedName: 'A'.repeat(32),
          mailing: { lines: ['1 RD'], city: 'RENO', state: 'NV', postal: '89501' },
        },
      },
      ['legal-name'],
    ],
    [
      'half an address',
      { onFile: { ...acme, mailing: { lines: ['1 RD'], city: '', state: '', postal: '' } } },
      ['mailing-address'],
    ],
    [
      'no answers',
      { answers: { companyPhone: '', newEmail: '', certifierLast: '', certifierTitle: ' ' } },
      ['phone', 'email', 'certifier', 'certifier-title'],
    ],
    ['a sign without ASCII form', { answers: { certifierLast: '王' } }, ['characters']],
  ])('not with %s', (_, given, expected) => {
    const { missing, ready } = made(given);
    expect(missing).toEqual(expected);
    expect(ready).toBe(false);
  });
});

test.each(samples)('the sample of $companyName has a worksheet', (sample) => {
  const { rows } = made({ number: sample['importerNumber'] ?? '', answers: sample });
  expect(rows.find(({ field }) => field === 'email')?.value).toBe(sample['newEmail']);
});
