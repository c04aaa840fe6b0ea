import type { CsvPage } from '#domain/desk/exports.ts';
import { call } from '../api/call.ts';
import type { Called } from '../api/call.ts';

/** All parts of a list, one after the other, each small enough for the door. Tells how many rows there are so far. */
export async function wholeList(
  name: 'export-cases' | 'export-importers',
  asked: Readonly<Record<string, string>>,
  onRows: (rows: number) => void,
): Promise<Called<{ readonly csv: string; readonly rows: number }>> {
  const parts: string[] = [];
  let rows = 0;
  let cursor: string | undefined;
  do {
    const called: Called<CsvPage> = await call(name, { body: { ...asked, ...(cursor !== undefined && { cursor }) } });
    if ('problem' in called) return called;
    parts.push(called.ok.csv);
    rows += called.ok.rows;
    cursor = called.ok.cursor;
    onRows(rows);
  } while (cursor !== undefined);
  return { ok: { csv: parts.join(''), rows } };
}

/** Gives a text to the browser as a file. */
export function saveAs(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
