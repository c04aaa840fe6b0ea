import { abiLengths, fitLine, fitName } from '../fitted.ts';
import type { FiledAddress, OnFile } from '../kr/on-file.ts';
import { countryOf } from './country.ts';
import { fitted } from './row.ts';
import type { Filling, Fillings } from './row.ts';

const blank: Filling = { note: 'blank-on-file' };
const orBlank = (text: string | undefined, max: number): Filling => (text?.trim() ? fitted(text, max) : blank);

/**
 * The name as it is on file, unchanged: an email update that changes the name would drag in a bond rider. The
 * 32 characters are CBP's own, not ours cut anew; T3 and TN `IN1` hold the legal name when it differs.
 */
function nameOf({ abbreviatedName, legalName }: OnFile): Filling {
  const name = legalName ?? abbreviatedName;
  if (!name) return {};
  const { legalName: first, legalNameOverflow } = abiLengths;
  const { line: legal, changed } = fitLine(name, first + legalNameOverflow);
  const abbreviated = abbreviatedName ?? fitName(name).abbreviated;
  if (legal === abbreviated) return { value: legal, changed };
  const parts = [
    { label: 'T1', value: abbreviated },
    { label: 'T3', value: legal.slice(0, first) },
    { label: 'TN IN1', value: legal.slice(first) },
  ];
  return { value: legal, changed, parts: parts.filter(({ value }) => value !== '') };
}

function countryFilling(address: FiledAddress): Filling {
  const country = countryOf(address);
  return country ? { value: country, note: 'country-worked-out' } : { source: 'client-file' };
}

function addressFillings(kind: 'mailing' | 'physical', address: FiledAddress): Fillings {
  const filling = {
    Line1: orBlank(address.lines[0], abiLengths.addressLine),
    Line2: orBlank(address.lines[1], abiLengths.addressLine),
    City: orBlank(address.city, abiLengths.city),
    State: orBlank(address.state, 2),
    Postal: orBlank(address.postal, 9),
    Country: countryFilling(address),
  };
  return Object.fromEntries(Object.entries(filling).map(([part, found]) => [`${kind}${part}`, found]));
}

const nowhere: FiledAddress = { lines: [], city: '', state: '', postal: '' };
/** No physical address on file: it is the mailing address, or none. Its country is blank like the rest. */
const noPhysical: Fillings = {
  ...addressFillings('physical', nowhere),
  physicalCountry: blank,
  physicalType: { ...blank, source: 'kr' },
};

/** The rows that only CBP's answer may fill. A mailing address that was not asked for (code 1) stays open. */
export function fromKr(onFile: OnFile): Fillings {
  const { secondName, mailing, physical } = onFile;
  return {
    fullName: nameOf(onFile),
    qualifier: orBlank(secondName?.qualifier, 3),
    qualifierName: orBlank(secondName?.name, abiLengths.abbreviatedName),
    ...(mailing && addressFillings('mailing', mailing)),
    ...(physical ? addressFillings('physical', physical) : mailing ? noPhysical : {}),
  };
}
