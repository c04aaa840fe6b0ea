/**
 * The rows of a 5106 update in the order of a broker's screen (type, number, action, name, qualifier, mailing address and
 * on; a software house's help page, read July 2026), each with its block on the form (edition 06/25) and, where ABI
 * limits it, its length (Importer/Consignee Create/Update, 13 March 2019, v12 draft).
 * `from` says where a value can come from at all. No row for a bank or an officer's number: never from a web form.
 */
export const worksheetFields = [
  { field: 'companyType', block: '1G', from: 'request' },
  { field: 'importerNumber', block: '1B', from: 'request', max: 12 },
  { field: 'action', block: '', from: 'fixed', max: 1 },
  { field: 'fullName', block: '1A', from: 'kr', max: 100 },
  { field: 'qualifier', block: '1C', from: 'kr', max: 3 },
  { field: 'qualifierName', block: '1D', from: 'kr', max: 32 },
  { field: 'mailingLine1', block: '2A', from: 'kr', max: 32 },
  { field: 'mailingLine2', block: '2A', from: 'kr', max: 32 },
  { field: 'mailingCity', block: '2A', from: 'kr', max: 21 },
  { field: 'mailingState', block: '2A', from: 'kr', max: 2 },
  { field: 'mailingPostal', block: '2A', from: 'kr', max: 9 },
  { field: 'mailingCountry', block: '2A', from: 'kr', max: 2 },
  { field: 'mailingType', block: '2A', from: 'client-file', max: 1 },
  { field: 'physicalLine1', block: '2B', from: 'kr', max: 32 },
  { field: 'physicalLine2', block: '2B', from: 'kr', max: 32 },
  { field: 'physicalCity', block: '2B', from: 'kr', max: 21 },
  { field: 'physicalState', block: '2B', from: 'kr', max: 2 },
  { field: 'physicalPostal', block: '2B', from: 'kr', max: 9 },
  { field: 'physicalCountry', block: '2B', from: 'kr', max: 2 },
  { field: 'physicalType', block: '2B', from: 'client-file', max: 1 },
  { field: 'phone', block: '2C', from: 'request', max: 15 },
  { field: 'phoneExtension', block: '2C', from: 'request', max: 6 },
  { field: 'fax', block: '2D', from: 'client-file', max: 15 },
  { field: 'email', block: '2E', from: 'request', max: 100 },
  { field: 'website', block: '2F', from: 'client-file', max: 100 },
  { field: 'entriesPerYear', block: '1H', from: 'client-file', max: 1 },
  { field: 'use', block: '1I', from: 'client-file' },
  { field: 'programCodes', block: '1J-1M', from: 'client-file', max: 5 },
  { field: 'business', block: '3A', from: 'client-file', max: 40 },
  { field: 'naics', block: '3B', from: 'client-file', max: 6 },
  { field: 'duns', block: '3C', from: 'client-file', max: 9 },
  { field: 'ownFilerCode', block: '3D', from: 'client-file', max: 3 },
  { field: 'yearEstablished', block: '3E', from: 'client-file', max: 4 },
  { field: 'relatedBusinesses', block: '3F', from: 'client-file' },
  { field: 'incorporation', block: '3H-3I', from: 'client-file' },
  { field: 'officers', block: '3J', from: 'client-file' },
  { field: 'certifier', block: '4', from: 'request', max: 100 },
  { field: 'certifierTitle', block: '4', from: 'request', max: 22 },
  { field: 'certifierPhone', block: '4', from: 'client-file', max: 15 },
  { field: 'filerCode', block: '', from: 'fixed', max: 3 },
] as const satisfies readonly WorksheetFieldShape[];

interface WorksheetFieldShape {
  readonly field: string;
  readonly block: string;
  readonly from: WorksheetSource;
  readonly max?: number;
}

/**
 * `kr`: what CBP answered. `request`: what the importer asked. `fixed`: the same for every email update of this broker.
 * `client-file`: we cannot know it; copy it from the client file. A blank may erase what CBP has: nowhere stated.
 */
export type WorksheetSource = 'kr' | 'request' | 'client-file' | 'fixed';
export type WorksheetField = (typeof worksheetFields)[number]['field'];
