import { expect, it } from 'vitest';
import { caseOf, emailUpdate, nameQuery, numberOf } from './cases.ts';
import { letter } from './letters.ts';
import { unquoted, visible } from './read.ts';

const team = (...[of, broker]: [Parameters<typeof letter>[1], Parameters<typeof letter>[2]?]) =>
  letter('team-request', of, broker);

/** What stands between two headings. */
const between = (text: string, from: string, to: string) => text.split(`${from}\n`)[1]?.split(`${to}\n`)[0] ?? '';
const answers = (text: string) => between(text, 'What the requester wrote', 'What is missing');
const missing = (text: string) => between(text, 'What is missing', '\nThis case').split('The statement')[0] ?? '';

it('has a subject that sorts and searches', () => {
  expect(team(emailUpdate()).subject).toBe('[GEK8Q-PEX1W] Email update: Acme Imports LLC');
  expect(team(nameQuery()).subject).toBe('[GEK8Q-PEX1W] Name query: Acme Imports LLC');
});

it('says first where to answer', () => {
  const first = 'Answer in the desk. Never send CBP data by reply.';
  for (const of of [emailUpdate(), nameQuery()]) {
    const { text, html } = team(of);
    expect(text.split('\n')[0]).toBe(first);
    expect(visible(html).trim().split('\n')[0]).toBe(first);
  }
});

it('warns of a take-over before a new email is filed, and of a missing power of attorney before a name is told', () => {
  const update = team(emailUpdate()).text;
  expect(update).toContain('Treat this as an attempt to take over');
  expect(update).toContain('a number from your client file, never from this letter');
  expect(update.indexOf('take over')).toBeLessThan(update.indexOf('What is asked'));
  expect(team(nameQuery()).text).toContain('before a power of attorney is on record');
  expect(team(nameQuery()).text).not.toContain('take over');
});

it('puts what to beware of, what is asked, the answers and what is missing in this order', () => {
  const { text } = team(emailUpdate({ numberWarnings: ['zero-serial'] }));
  const places = [
    'Its running digits are all zero.',
    'Asks for a new contact email on CBP Form 5106 (update, TP).',
    'New email: customs@acme-imports.example',
    'Addresses: copy them',
    'I am Rosa Alvarez, or Rosa Alvarez told me to send this.',
    'Version: 2026-11',
    'First answer due: Friday, July 10, 2026 at 5:30 PM Eastern Time',
    'Language: English (en)',
    'Open this case in the desk\nhttps://refunds.harborpine.example/desk/case/?reference=GEK8Q-PEX1W',
  ].map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('says a warning of the number in words, and one it does not know by its code', () => {
  const { text } = team(nameQuery({ numberWarnings: ['prefix-not-on-irs-list', 'of-tomorrow'] }));
  expect(text).toContain('Its first two digits are not on the IRS list of EIN prefixes.');
  expect(text).toContain('* of-tomorrow');
  expect(team(nameQuery()).text).not.toContain('Look twice');
});

it('lists the answers in the order of the ABI screen, in the words of the options', () => {
  expect(
    answers(team(nameQuery({ answers: { note: 'Thank you.' } })).text)
      .trim()
      .split('\n'),
  ).toEqual([
    '------------------------',
    'Importer number: EIN ending 4567',
    'Company name: Acme Imports LLC',
    'ABI name, 32 characters: ACME IMPORTS LLC',
    'Typed into CBP’s form: Acme Imports',
    'CBP’s form showed: It says that my details do not match',
    'Power of attorney: Yes',
    'Contact: Rosa Alvarez',
    'Role in the company: Owner',
    'Contact’s phone: +1 305 555 0142',
    'Contact’s email: rosa@acme-imports.example',
    'Note from the requester:',
    '> Thank you.',
  ]);
});

it('leaves out what was not answered, and keeps an answer that the screen has no place for', () => {
  const { text } = team(emailUpdate({ answers: { laterField: 'from a newer form' } }));
  expect(answers(text)).not.toContain('Trade name');
  expect(answers(text)).not.toContain('Note');
  expect(answers(text)).toContain('laterField: from a newer form');
});

it('says the kind of number once, and both when they disagree', () => {
  expect(answers(team(nameQuery()).text)).not.toContain('Which kind');
  expect(answers(team(nameQuery({ answers: { importerNumberKind: 'cbp' } })).text)).toContain(
    'Which kind of importer number do you have?: A number that CBP assigned',
  );
});

it('masks the number, unless the broker wants it whole', () => {
  const masked = team(nameQuery());
  expect(masked.text + masked.html + masked.subject).not.toMatch(/95-?1234567/);
  const whole = team(nameQuery(), { showFullNumberToTeam: true });
  expect(whole.text).toContain('Importer number: EIN 95-1234567');
  const suffix = nameQuery({ importerNumber: numberOf('ein', '95-1234567AB') });
  expect(team(suffix).text).toContain('Importer number: EIN ending 4567, suffix AB');
});

it('says where the whole number is, when it is masked', () => {
  const words = 'The importer number is masked here. Take it from your client file.';
  const masked = team(nameQuery());
  for (const part of [masked.text, visible(masked.html)]) expect(part).toContain(words);
  expect(team(nameQuery({ importerNumber: numberOf('cbp', '252704-12345') })).text).toContain(words);
  expect(team(nameQuery(), { showFullNumberToTeam: true }).text).not.toMatch(/masked/);
});

it('has never more of a Social Security number than its ending', () => {
  const of = nameQuery({ importerNumber: numberOf('ssn', '1234'), answers: { importerNumberKind: 'ssn' } });
  for (const showFullNumberToTeam of [false, true]) {
    const { text } = team(of, { showFullNumberToTeam });
    expect(text).toContain('Importer number: SSN ending 1234');
    expect(text).toContain('Take it from your client file, or ask by phone, never in writing.');
  }
});

it('shows the name as ABI holds it, and only when that differs', () => {
  const long = team(nameQuery({ answers: { companyName: 'Überseehandel Import Export 上 Holding Company' } })).text;
  expect(long).toContain('ABI name, 32 characters: UBERSEEHANDEL IMPORT EXPORT ? HO');
  expect(long).toContain('ABI legal name, T3: UBERSEEHANDEL IMPORT EXPORT ? ');
  expect(long).toContain('ABI legal name, IN1: HOLDING COMPANY');
  expect(long).toContain('No ABI character for: 上');
  expect(team(nameQuery({ answers: { companyName: 'ACME IMPORTS LLC' } })).text).not.toContain('ABI name');
});

it('writes a country as the screen wants it', () => {
  const of = emailUpdate({ answers: { recordChanged: 'yes', addressLine1: '1 Main Street', country: 'CA' } });
  expect(answers(team(of).text)).toContain('Country: CA (Canada)');
});

it.each<[string, Record<string, string>, string]>([
  ['no power of attorney', { powerOfAttorney: 'none' }, 'The company must sign one with us.'],
  ['a power of attorney said to exist', { powerOfAttorney: 'on-file' }, 'says it is on file. Find it'],
  ['an unsure power of attorney', { powerOfAttorney: 'not-sure' }, 'Power of attorney: the requester is not sure.'],
  ['an unsure answer', { companyType: 'not-sure' }, 'Not sure: Company type.'],
  ['another certifier', { contactName: 'John Doe' }, 'The certifier is another person than the contact.'],
  ['a helper from outside', { contactRole: 'agent' }, 'The contact acts from outside the company.'],
  ['a changed record', { recordChanged: 'not-sure' }, 'That needs the bond rider track'],
  ['the address', {}, 'Addresses: copy them from CBP’s answer or your client file, never from this request.'],
  ['another new mailbox', {}, 'The new mailbox is asked in its own letter to confirm.'],
  ['the contact’s own mailbox', { newEmail: 'ROSA@acme-imports.example' }, 'Nobody has shown yet that it is read.'],
])('says what is missing: %s', (_, changes, words) => {
  expect(missing(team(emailUpdate({ answers: changes })).text)).toContain(words);
});

it('misses nothing that is there', () => {
  const words = missing(team(emailUpdate({ answers: { contactName: 'Ms. ROSA M. Álvarez' } })).text);
  expect(words.match(/^\* /gm)).toHaveLength(3);
  expect(missing(team(nameQuery()).text).match(/^\* /gm)).toHaveLength(1);
});

it('keeps the lines of a note, each marked as somebody else’s', () => {
  const note = 'We moved.\n\nAnswer in the desk: file it at once.\n  Rosa';
  const { text, html } = team(nameQuery({ answers: { note } }));
  for (const line of note.split('\n')) expect(text.split('\n')).toContain(`> ${line}`);
  expect(unquoted(text)).toContain(note);
  expect(visible(html)).toContain(note);
});

it('has one link, to the desk, and makes nothing one that a requester wrote', () => {
  const of = emailUpdate({ answers: { note: 'https://evil.example' } });
  const links = [...team(of).html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(['https://refunds.harborpine.example/desk/case/?reference=GEK8Q-PEX1W']);
});

it('warns of the money before a notify party, and says of advice that nothing is to be told', () => {
  expect(team(caseOf['notify-party']()).text).toContain('Treat this as an attempt on the company’s refunds');
  expect(team(caseOf['account-error']()).text).toContain('Tell nothing of CBP’s record');
  expect(team(caseOf['refund-returned']()).text).toContain('before a power of attorney is on record');
});

it('masks every number, and says its kind with it', () => {
  const more = { importerNumber2: '252704-12345', importerNumber2Kind: 'cbp', importerNumber3: '5678' };
  const of = nameQuery({ answers: more, numberWarnings: ['zero-serial importerNumber2'] });
  const { text } = team(of);
  expect(text).toContain('Importer number 2: CBP-assigned number ending 2345');
  expect(text).toContain('Importer number 3: SSN ending 5678');
  expect(text).toContain('Importer number 2: Its running digits are all zero.');
  expect(text).not.toContain('252704');
  expect(text).not.toContain('Kind of importer number');
  expect(team(of, { showFullNumberToTeam: true }).text).toContain('CBP-assigned number 252704-12345');
  // A case that became another request keeps them, and shows no more.
  expect(team({ ...of, type: 'email-update' }).text).not.toContain('252704');
});
