import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { exportCases } from '#casework/exports/export-cases.ts';
import { exportImporters } from '#casework/exports/export-importers.ts';
import type { CaseLists } from '#casework/lists/ports.ts';
import type { Case } from '#domain/case/case.ts';
import type { CsvPage } from '#domain/desk/exports.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { opened } from '#test/fakes/requests.ts';
import { writeCsv } from '../../functions/csv/write-csv.ts';

let n = 0;
const made = (openedAt: string, answers: Record<string, string> = {}, change: Partial<Case> = {}): Case => ({
  ...opened('name-query', {
    submissionId: `00000000-0000-4000-8200-${String((n += 1)).padStart(12, '0')}`,
    ...answers,
  }),
  openedAt,
  ...change,
});
const ein = (nth: number) => ({ importerNumberKind: 'ein', importerNumber: `95-1${String(nth).padStart(6, '0')}` });
const ssn = { importerNumberKind: 'ssn', importerNumber: '1234', companyName: 'Jo Public' };

async function world(...all: Case[]) {
  const cases = memoryCaseStore();
  for (const one of all) await cases.put(one);
  const reads: string[] = [];
  const snapshot = cases.all();
  const lists = memoryCaseLists({ all: () => snapshot });
  const counted: Pick<CaseLists, 'some'> = {
    some: (list, asked) => {
      reads.push(list.by);
      return lists.some(list, asked);
    },
  };
  return { cases, lists: counted, csv: writeCsv, now: () => new Date('2026-11-16T15:00:00.000Z'), reads };
}

/** The whole file, part after part, and the rows of each. */
async function whole(part: (cursor?: string) => Promise<CsvPage | 'refused'>) {
  const parts: CsvPage[] = [];
  let cursor: string | undefined;
  do {
    const page = await part(cursor);
    if (page === 'refused') throw new Error('refused');
    parts.push(page);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { file: parts.map(({ csv }) => csv).join(''), rows: parts.map(({ rows }) => rows) };
}

const sum = (rows: readonly number[]) => rows.reduce((all, one) => all + one, 0);
const linesOf = (file: string) => file.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('the list of cases as CSV', () => {
  it('names its columns once, and holds a case a row as it stands now', async () => {
    const one = made('2026-11-15T10:00:00.000Z', { ...ein(1), companyName: 'Acme, "Imports"' });
    const { file } = await whole(async () => exportCases(await world(one), { from: '2026-11-15', to: '2026-11-15' }));
    const [head, row] = linesOf(file);
    expect(file.startsWith('\uFEFFReference,')).toBe(true);
    expect(head?.split(',')).toHaveLength(14);
    expect(row).toContain(`${one.reference},`);
    expect(row).toContain('"Acme, ""Imports"""');
    expect(row).toContain('EIN ending 0001');
    expect(file).not.toContain('95-1000001');
  });

  it('reads no day that has not come', async () => {
    const ports = await world(made('2026-11-15T10:00:00.000Z'));
    const { rows } = await whole((cursor) => exportCases(ports, { from: '2026-11-15', to: '9999-12-31', cursor }));
    expect(sum(rows)).toBe(1);
    expect(ports.reads.length).toBeLessThan(5);
    expect(await exportCases(ports, { from: '2027-01-01', to: '2027-02-01' })).toMatchObject({ rows: 0 });
  });

  it.each(['=HYPERLINK("http://x.example")', '+1+1', '-2+3', '@SUM(A1)', '=1+1'])(
    'makes %s plain text',
    async (companyName) => {
      const ports = await world(made('2026-11-15T10:00:00.000Z', { companyName }));
      const { file } = await whole(() => exportCases(ports, { from: '2026-11-15', to: '2026-11-15' }));
      expect(file).toMatch(/,"?'[=+@-]/);
      expect(file).not.toMatch(/(^|,)"?[=+@-]/m);
    },
  );

  it('takes both days, and no other', async () => {
    const at = [
      '2026-11-09T23:59:59.999Z',
      '2026-11-10T00:00:00.000Z',
      '2026-11-12T23:59:59.999Z',
      '2026-11-13T00:00:00.000Z',
    ];
    const all = at.map((openedAt) => made(openedAt));
    const ports = await world(...all);
    const { file } = await whole(() => exportCases(ports, { from: '2026-11-10', to: '2026-11-12' }));
    expect(all.map(({ reference }) => file.includes(reference))).toEqual([false, true, true, false]);
  });

  it('leaves out what is past its time', async () => {
    const gone = made('2026-11-10T10:00:00.000Z', {}, { expiresAt: '2026-11-16T14:00:00.000Z' });
    const { rows } = await whole(async () => exportCases(await world(gone), { from: '2026-11-10', to: '2026-11-10' }));
    expect(rows).toEqual([0]);
  });

  it('comes in parts of at most 500 rows that hold every case once', async () => {
    const all = Array.from({ length: 1234 }, (_, nth) =>
      made(`2026-11-1${String(nth % 3)}T10:00:00.${String(nth % 1000).padStart(3, '0')}Z`),
    );
    const ports = await world(...all);
    const { file, rows } = await whole((cursor) =>
      exportCases(ports, { from: '2026-11-01', to: '2026-11-16', cursor }),
    );
    expect(rows).toEqual([500, 500, 234]);
    const references = linesOf(file)
      .slice(1)
      .map((line) => line.slice(0, 11));
    expect(references.sort()).toEqual(all.map(({ reference }) => reference).sort());
  });

  it('reads at most a hundred times a part, however long the way', async () => {
    const ports = await world(made('2026-11-15T10:00:00.000Z'));
    const asked = { from: '2020-01-01', to: '2026-11-16' };
    const first = await exportCases(ports, asked);
    expect(first).toMatchObject({ rows: 0 });
    expect(first).toHaveProperty('cursor');
    expect(ports.reads).toHaveLength(100);
    expect((await whole((cursor) => exportCases(ports, { ...asked, cursor }))).rows.at(-1)).toBe(1);
  });

  const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    ['hello'],
    [''],
    [text({ day: '2026-10-31' })],
    [text({ day: '2026-11-17' })],
    [text({ day: '2026-02-31' })],
    [text({ day: '2026-11-10', after: { order: '' } })],
  ])('refuses the cursor %s', async (cursor) => {
    expect(await exportCases(await world(), { from: '2026-11-01', to: '2026-11-16', cursor })).toBe('refused');
  });
});

describe('the list of importers held, for the notice of a breach', () => {
  const window = { from: '2026-11-10T00:00:00Z', to: '2026-11-12T12:00:00Z' };

  it('says what held means, for which broker and which window', async () => {
    const ports = await world();
    const { file } = await whole((cursor) => exportImporters(ports, broker, { ...window, cursor }));
    expect(file).toContain(broker.name);
    expect(file).toContain(broker.licenceNumber);
    expect(file).toMatch(
      /opened before 2026-11-12T12:00:00.000Z, and its record was not deleted before 2026-11-10T00:00/,
    );
    expect(file).not.toMatch(/\{\w+\}/);
  });

  it('has one row an importer, with the number in full', async () => {
    const all = [
      made('2026-11-01T10:00:00.000Z', { ...ein(7), companyName: 'First Name LLC' }),
      made('2026-11-11T10:00:00.000Z', { ...ein(7), companyName: 'Second Name LLC' }),
      made('2026-11-11T10:00:00.000Z', { importerNumberKind: 'cbp', importerNumber: '252704-12345' }),
    ];
    const ports = await world(...all);
    const { file, rows } = await whole((cursor) => exportImporters(ports, broker, { ...window, cursor }));
    expect(sum(rows)).toBe(2);
    expect(linesOf(file).filter((line) => line.startsWith('95-1000007,'))).toEqual([
      '95-1000007,EIN,First Name LLC,2026-11-01T10:00:00.000Z,',
    ]);
    expect(file).toContain('\r\n252704-12345,CBP-assigned number,');
  });

  it('names every further number that a case holds, whoever’s it is', async () => {
    const more = { importerNumber2: '252704-12345', importerNumber3Kind: 'ssn', importerNumber3: '5678' };
    const ports = await world(made('2026-11-11T10:00:00.000Z', { ...ein(8), ...more, companyName: 'Group LLC' }));
    const { file, rows } = await whole((cursor) => exportImporters(ports, broker, { ...window, cursor }));
    expect(sum(rows)).toBe(3);
    expect(file).toContain('\r\n252704-12345,CBP-assigned number,Group LLC,');
    expect(file).toContain('"SSN ending 5678, Group LLC: complete from your file"');
  });

  it('tells the broker to complete a Social Security number from the client file', async () => {
    const ports = await world(made('2026-11-01T10:00:00.000Z', ssn), made('2026-11-02T10:00:00.000Z', ssn));
    const { file, rows } = await whole((cursor) => exportImporters(ports, broker, { ...window, cursor }));
    expect(sum(rows)).toBe(1);
    expect(file).toContain('"SSN ending 1234, Jo Public: complete from your file",Social Security number,Jo Public,');
  });

  it.each([
    ['opened long before, and still here', '2026-01-05T10:00:00.000Z', {}, true],
    ['opened within', '2026-11-12T11:59:59.999Z', {}, true],
    ['opened at the end', '2026-11-12T12:00:00.000Z', {}, false],
    ['opened later that day', '2026-11-12T18:00:00.000Z', {}, false],
    // It could still be read, so it counts.
    ['past its time, and not deleted yet', '2026-11-01T10:00:00.000Z', { expiresAt: '2026-11-09T10:00:00.000Z' }, true],
  ] as const)('an importer %s', async (_, openedAt, change, held) => {
    const ports = await world(made(openedAt, ein(9), change));
    const { file } = await whole((cursor) => exportImporters(ports, broker, { ...window, cursor }));
    expect(file.includes('95-1000009')).toBe(held);
  });

  it('keeps one row an importer over many parts', async () => {
    const all = Array.from({ length: 1300 }, (_, nth) =>
      made(`2026-1${String(nth % 2)}-0${String(1 + (nth % 9))}T10:00:00.000Z`, ein(nth % 700)),
    );
    const ports = await world(...all);
    const { file, rows } = await whole((cursor) => exportImporters(ports, broker, { ...window, cursor }));
    expect(rows.length).toBeGreaterThan(2);
    const numbers = linesOf(file).flatMap((line) => /^95-1\d{6}/.exec(line)?.[0] ?? []);
    expect(numbers).toHaveLength(700);
    expect(new Set(numbers).size).toBe(700);
  });

  it('refuses a cursor that is none of its own', async () => {
    expect(await exportImporters(await world(), broker, { ...window, cursor: 'hello' })).toBe('refused');
  });
});
