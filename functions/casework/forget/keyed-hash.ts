import { createHmac } from 'node:crypto';
import type { Case, CaseKey } from '#domain/case/case.ts';
import type { TraceHashes } from '#domain/case/trace.ts';
import { importerKey } from '#domain/importer-number/record.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import type { KeyedHash } from './ports.ts';

/** An importer number has too few digits for a plain hash: whoever had the table could try them all. So the hash wants a key. */
export const keyedHash =
  (key: string): KeyedHash =>
  (text) =>
    createHmac('sha256', key).update(text).digest('hex');

export const importerHash = (keyed: KeyedHash, number: ImporterNumber, companyName?: string): string =>
  keyed(`importer ${importerKey(number, companyName)}`);

export const caseHash = (keyed: KeyedHash, { reference, digest }: CaseKey): string =>
  keyed(`case ${reference} ${digest}`);

export const hashesOf = (keyed: KeyedHash, of: Case): TraceHashes => ({
  caseHash: caseHash(keyed, of),
  importerHash: importerHash(keyed, of.importerNumber, of.answers['companyName']),
});
