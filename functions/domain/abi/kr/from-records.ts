import { endingOf } from '../../importer-number/show.ts';
import { textAt } from '../pasted-lines.ts';
import { krNumber } from './importer.ts';
import type { KrBond, KrImporter } from './importer.ts';
import type { FiledAddress } from './on-file.ts';
import { krPlaces, resultCodes, secondNameQualifiers } from './places.ts';
import { fieldIn, nameIn } from './seen.ts';
import type { Seen } from './seen.ts';

const { K1, K2, K3, K4, K7, K8 } = krPlaces;

/** Whether K7's 30 columns are cut off: K1 shows that the name goes on, and the K8 that would tell how is not there. */
export function isLegalNameCut(seen: Seen): boolean {
  const [abbreviated, legal] = [nameIn(seen, 'K1'), nameIn(seen, 'K7')];
  return legal !== '' && !seen.has('K8 IN1') && abbreviated.length > 30 && abbreviated.startsWith(legal);
}

/** K7 with K8 `IN1` right behind its 30 columns: the space between two words may stand at K7's end. */
function legalNameFrom(seen: Seen): string | undefined {
  const k7 = seen.get('K7');
  if (!k7 || nameIn(seen, 'K7') === '' || isLegalNameCut(seen)) return undefined;
  const overflow = textAt(seen.get('K8 IN1')?.columns ?? [], K8.text);
  return `${textAt(k7.columns, K7.legalName)}${overflow}`.trim() || undefined;
}

/** The second name of K2; undefined without one, or without a qualifier that says what it is. */
function secondNameFrom(seen: Seen): KrImporter['secondName'] {
  const [given, name] = [fieldIn(seen, 'K2', K2.qualifier), nameIn(seen, 'K2')];
  const qualifier = secondNameQualifiers.find((known) => known === given);
  return qualifier && name ? { qualifier, name } : undefined;
}

/** K3 and K5 hold the lines, K4 and K6 the town, in the same columns. */
function addressFrom(seen: Seen, first: 'K3' | 'K5', second: 'K4' | 'K6'): FiledAddress | undefined {
  const lines = [K3.line1, K3.line2].map((place) => fieldIn(seen, first, place)).filter((line) => line !== '');
  const city = fieldIn(seen, second, K4.city);
  const state = fieldIn(seen, second, K4.state);
  const postal = fieldIn(seen, second, K4.postal);
  return [...lines, city, state, postal].some((part) => part !== '') ? { lines, city, state, postal } : undefined;
}

function bondFrom(seen: Seen): KrBond | undefined {
  const { number, result, name, ...ofK1 } = K1;
  const { qualifier, secondName, ...ofK2 } = K2;
  const fields = [
    ...Object.entries(ofK1).map(([field, place]) => [field, fieldIn(seen, 'K1', place)] as const),
    ...Object.entries(ofK2).map(([field, place]) => [field, fieldIn(seen, 'K2', place)] as const),
  ].filter(([, text]) => text !== '');
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

function centerFrom(seen: Seen): KrImporter['center'] {
  const overflow = textAt(seen.get('K8 IN2')?.columns ?? [], K8.text);
  const name = `${textAt(seen.get('K7')?.columns ?? [], K7.centerName)}${overflow}`.trim();
  const id = fieldIn(seen, 'K7', K7.centerId);
  return id || name ? { id, name } : undefined;
}

/** An importer from its records; undefined without a result code, from which alone anything follows. */
export function importerFrom(seen: Seen): KrImporter | undefined {
  const code = fieldIn(seen, 'K1', K1.result);
  const result = resultCodes.find((known) => known === code);
  if (!result) return undefined;
  const number = fieldIn(seen, 'K1', K1.number);
  const told = krNumber(number);
  const [secondName, legalName] = [secondNameFrom(seen), legalNameFrom(seen)];
  const [mailing, physical] = [addressFrom(seen, 'K3', 'K4'), addressFrom(seen, 'K5', 'K6')];
  const [bond, center] = [bondFrom(seen), centerFrom(seen)];
  return {
    number,
    numberEnding: told ? endingOf(told).lastFour : '',
    result,
    abbreviatedName: nameIn(seen, 'K1'),
    ...(secondName && { secondName }),
    ...(legalName && { legalName }),
    ...(mailing && { mailing }),
    ...(physical && { physical }),
    ...(bond && { bond }),
    ...(center && { center }),
    inKr: [...seen.keys()],
  };
}
