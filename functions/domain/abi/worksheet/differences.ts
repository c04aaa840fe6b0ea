import { compareCompanyNames } from '../../company-name/compare.ts';
import type { NameComparison } from '../../company-name/compare.ts';
import { fold } from '../fold.ts';
import type { FiledAddress, OnFile } from '../kr/on-file.ts';

type Answers = Readonly<Record<string, string | undefined>>;

/** What the importer wrote and CBP has otherwise. The worksheet keeps to CBP's; a person settles the rest. */
export interface WorksheetDifference {
  readonly field: 'fullName' | 'qualifierName' | 'mailingAddress';
  readonly requested: string;
  /** Empty when nothing is on file. */
  readonly onFile: string;
  /** `bond-rider`: a change of name or address, another track, before any email update. `look`: worth a question. */
  readonly settle: 'bond-rider' | 'look';
}

/** Another company, or one that was renamed. Milder ones are the same name written otherwise. */
const otherName: readonly NameComparison[] = ['different', 'entity-form', 'homoglyph'];
const isAmong = (names: readonly string[], typed: string) =>
  names.some((name) => !otherName.includes(compareCompanyNames(name, typed)));

function nameDifferences(onFile: OnFile, { companyName = '', dba = '' }: Answers): WorksheetDifference[] {
  const { legalName, abbreviatedName, secondName } = onFile;
  const names = [legalName, abbreviatedName, secondName?.name].filter((name) => name !== undefined);
  const main = legalName ?? abbreviatedName ?? '';
  const found: WorksheetDifference[] = [];
  if (companyName && main && !isAmong(names, companyName))
    found.push({ field: 'fullName', requested: companyName, onFile: main, settle: 'bond-rider' });
  if (dba && main && !isAmong(names, dba))
    found.push({ field: 'qualifierName', requested: dba, onFile: secondName?.name ?? '', settle: 'look' });
  return found;
}

/** Words that people and the post write either way (USPS Publication 28, appendix C1 and C2, the most frequent). */
const postal: Readonly<Record<string, string>> = {
  ...{ STREET: 'ST', AVENUE: 'AVE', AV: 'AVE', BOULEVARD: 'BLVD', ROAD: 'RD', DRIVE: 'DR', LANE: 'LN', COURT: 'CT' },
  ...{ PLACE: 'PL', PARKWAY: 'PKWY', HIGHWAY: 'HWY', CIRCLE: 'CIR', SQUARE: 'SQ', TERRACE: 'TER', SUITE: 'STE' },
  ...{ FLOOR: 'FL', BUILDING: 'BLDG', APARTMENT: 'APT', ROOM: 'RM', UNIT: 'UNIT' },
  ...{ NORTH: 'N', SOUTH: 'S', EAST: 'E', WEST: 'W' },
};

/** Lines as one, in capitals, without signs, with the post's short words. */
const plain = (parts: readonly string[]): string =>
  (fold(parts.join(' ')).text.match(/[A-Z\d?]+/g) ?? []).map((word) => postal[word] ?? word).join(' ');

/** ZIP+4 and ZIP are the same place for a comparison; other postal codes count in full. */
const postalPlain = (code: string) =>
  plain([code])
    .replaceAll(' ', '')
    .replace(/^(\d{5})\d{4}$/, '$1');

/** The state says nothing that town and postal code do not, and people write it out; so it is not compared. */
const sameAddress = (asked: FiledAddress, filed: FiledAddress): boolean =>
  plain(asked.lines) === plain(filed.lines) &&
  plain([asked.city]) === plain([filed.city]) &&
  postalPlain(asked.postal) === postalPlain(filed.postal);

const written = ({ lines, city, state, postal: code }: FiledAddress, country = ''): string =>
  [...lines, city, [state, code].filter(Boolean).join(' '), country].filter((part) => part !== '').join(', ');

function addressDifferences({ mailing, physical }: OnFile, answers: Answers): WorksheetDifference[] {
  const {
    recordChanged,
    addressLine1 = '',
    addressLine2 = '',
    city = '',
    state = '',
    postalCode = '',
    country,
  } = answers;
  // The page asks for addresses only then; what is left from an answer taken back does not count.
  if (recordChanged !== 'yes' && recordChanged !== 'not-sure') return [];
  const asked = { lines: [addressLine1, addressLine2].filter(Boolean), city, state, postal: postalCode };
  const filed = [mailing, physical].filter((address) => address !== undefined);
  if (!mailing || asked.lines.length === 0 || filed.some((address) => sameAddress(asked, address))) return [];
  return [
    { field: 'mailingAddress', requested: written(asked, country), onFile: written(mailing), settle: 'bond-rider' },
  ];
}

/** All that the request says otherwise than the record. An address counts as the same when either one on file is it. */
export const differencesOf = (onFile: OnFile, answers: Answers): WorksheetDifference[] => [
  ...nameDifferences(onFile, answers),
  ...addressDifferences(onFile, answers),
];
