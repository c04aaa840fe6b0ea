import { fill } from '#domain/broker/words.ts';
import { importerNumberFrom } from '#domain/importer-number/record.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import type { Listed } from '../lists/ports.ts';
import type words from './text/importers.en.json';

/** An importer as the notice names it, by the number that a case goes by. */
export function importerRow({ card, importerKey = '' }: Listed, said: typeof words): string[] {
  const number = numberIn(importerKey);
  if (number === undefined) return [importerKey, '', card.companyName, card.openedAt, ''];
  return numberRow(card, number, said);
}

/** EIN and CBP-assigned number in full; of a Social Security number nobody has more than its end. */
export function numberRow(card: Listed['card'], number: ImporterNumber, said: typeof words): string[] {
  const name = card.companyName;
  const rest = [said[`kind.${number.kind}`], name, card.openedAt];
  return number.kind === 'ssn'
    ? [fill(said['ssn.number'], { ending: number.lastFour, name }), ...rest, said['ssn.note']]
    : [number.shown, ...rest, ''];
}

/** From the key of the index (`importerKey` of the domain): `EIN#95-123456700`, `SSN#1234#NAME`. */
function numberIn(key: string): ImporterNumber | undefined {
  const [kind = '', value = ''] = key.split('#');
  return importerNumberFrom({ kind: kind.toLowerCase(), canonical: value, lastFour: value });
}
