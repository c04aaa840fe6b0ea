import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { openCase } from '#casework/open-case.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { checked } from '#test/fakes/requests.ts';

const submissionId = '7b1f7c1e-2a44-4a6a-9d0e-3f6f1f0c2b11';
const desk = (at = '2026-11-16T15:00:00.000Z') => {
  const cases = memoryCaseStore();
  return { cases, ports: { cases, now: () => new Date(at) } };
};

describe('opening a case', () => {
  it('stores the request with what it owes, and gives a reference', async () => {
    const { cases, ports } = desk();
    const { outcome, reference } = await openCase(ports, broker, checked('name-query', { submissionId }));
    expect(outcome).toBe('opened');
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(cases.all()).toMatchObject([
      {
        reference,
        type: 'name-query',
        rev: 1,
        version: 1,
        openedAt: '2026-11-16T15:00:00.000Z',
        answers: { companyName: 'Acme Imports LLC', typedName: 'ACME IMPORT LLC' },
        importerNumber: { kind: 'ein', canonical: '95-123456700' },
        letters: [
          { kind: 'team-request', to: 'team', state: 'owed', attempts: 0 },
          { kind: 'contact-received', to: 'contact', state: 'owed', attempts: 0 },
        ],
      },
    ]);
  });

  it('promises an answer in office hours', async () => {
    const { cases, ports } = desk('2026-11-20T21:30:00.000Z');
    await openCase(ports, broker, checked('name-query', { submissionId }));
    // Friday 16:30 in New York with 9 hours to go: one hour on Friday, eight on Monday from 8:30.
    expect(cases.all()[0]?.dueAt).toBe('2026-11-23T21:30:00.000Z');
  });

  it('keeps the record 90 days unless somebody confirms it or works on it', async () => {
    const { cases, ports } = desk('2026-11-20T21:30:00.000Z');
    await openCase(ports, broker, checked('name-query', { submissionId }));
    expect(cases.all()[0]?.expiresAt).toBe('2027-02-18T21:30:00.000Z');
  });

  it('gives the same reference for the same submission, now and days later, and keeps one case', async () => {
    const { cases } = desk();
    const request = checked('email-update', { submissionId });
    const at = (iso: string) => openCase({ cases, now: () => new Date(iso) }, broker, request);
    const first = await at('2026-11-16T15:00:00.000Z');
    const again = await Promise.all([at('2026-11-16T15:00:00.001Z'), at('2026-11-19T08:00:00.000Z')]);
    expect(again.map(({ outcome }) => outcome)).toEqual(['already-open', 'already-open']);
    expect(new Set([first, ...again].map(({ reference }) => reference)).size).toBe(1);
    expect(cases.all()).toHaveLength(1);
  });

  it('takes EIN and EIN00 of one submission for the same request', async () => {
    const { cases, ports } = desk();
    await openCase(ports, broker, checked('name-query', { submissionId, importerNumber: '95-1234567' }));
    await openCase(ports, broker, checked('name-query', { submissionId, importerNumber: '951234567 00' }));
    expect(cases.all()).toHaveLength(1);
  });

  it('makes another case of an edited resend', async () => {
    const { cases, ports } = desk();
    const first = await openCase(ports, broker, checked('name-query', { submissionId }));
    const edited = await openCase(ports, broker, checked('name-query', { submissionId, note: 'One more thing.' }));
    expect(edited.reference).not.toBe(first.reference);
    expect(cases.all()).toHaveLength(2);
  });

  it('knows a double click without an id by its content, within the hour', async () => {
    const { cases } = desk();
    const at = (iso: string) => openCase({ cases, now: () => new Date(iso) }, broker, checked('name-query'));
    const [first, second] = [await at('2026-11-16T15:00:00.000Z'), await at('2026-11-16T15:59:59.000Z')];
    const nextDay = await at('2026-11-17T15:00:00.000Z');
    expect(second.reference).toBe(first.reference);
    expect(nextDay.reference).not.toBe(first.reference);
  });

  it('owes a letter to the new mailbox only when it is another one', async () => {
    const { cases, ports } = desk();
    const kinds = () => cases.all().map(({ letters }) => letters.map(({ kind }) => kind));
    await openCase(ports, broker, checked('email-update', { newEmail: 'PRIYA@bluebird-toys.example' }));
    expect(kinds()).toEqual([['team-request', 'contact-received']]);
    await openCase(ports, broker, checked('email-update'));
    expect(kinds()[1]).toEqual(['team-request', 'contact-received', 'mailbox-named']);
  });

  it('keeps the very words that were ticked, and when', async () => {
    const { cases, ports } = desk();
    await openCase(ports, broker, checked('email-update', { certifierFirst: '$& {broker}' }));
    const statement = cases.all()[0]?.statement;
    expect(statement).toMatchObject({ version: '2026-11', at: '2026-11-16T15:00:00.000Z' });
    expect(statement?.text).toMatch(
      /^I am \$& \{broker\} Shah, or \$& \{broker\} Shah told me.*Harbor & Pine Customs Brokers may send it to CBP\./,
    );
  });

  it('never holds more of a Social Security number than its end', async () => {
    const { cases, ports } = desk();
    const request = checked('name-query', { importerNumberKind: 'ssn', importerNumber: '212-34-5678' });
    await openCase(ports, broker, request);
    expect(JSON.stringify(cases.all())).not.toMatch(/212.?34/);
    expect(cases.all()[0]?.importerNumber).toEqual({ kind: 'ssn', lastFour: '5678' });
  });

  it('says nothing was stored when the store fails', async () => {
    const broken = { put: () => Promise.reject(new Error('down')) };
    await expect(openCase({ cases: broken, now: () => new Date() }, broker, checked('name-query'))).rejects.toThrow();
  });
});
