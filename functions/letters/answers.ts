import { abiLengths, fitName } from '#domain/abi/fitted.ts';
import type { Broker } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { numberFromAnswer } from '#domain/importer-number/record.ts';
import { maskImporterNumber } from '#domain/importer-number/show.ts';
import type { Field } from '#domain/requests/field.ts';
import { isNumberName } from '#domain/requests/numbers.ts';
import { fieldOf, namesInScreenOrder, optionInWords } from '#domain/requests/team-answers.ts';
import { filled } from './content.ts';
import type { Row } from './content.ts';
import { labelOf, teamWords, typeOf } from './team-words.ts';

type Shows = Pick<Broker, 'showFullNumberToTeam'>;

/** In full only where the broker wants it. Of a Social Security number nobody has more than its ending. */
export const isMasked = ({ importerNumber: number }: Case, broker: Shows): boolean =>
  number.kind === 'ssn' || !broker.showFullNumberToTeam;

export function numberForTeam(number: ImporterNumber, { showFullNumberToTeam: inFull }: Shows): string {
  if (number.kind === 'ssn' || !inFull) return maskImporterNumber(number);
  return filled(teamWords[`full.${number.kind}`], { number: number.shown });
}

/** Every answer, in the order of the broker's ABI screen; what that order does not name comes after it. Nothing given is left out. */
export function answerRows(of: Case, broker: Broker): Row[] {
  return namesInScreenOrder(of.type, of.answers, of.importerNumber.kind).flatMap((name): Row[] => {
    if (name === 'importerNumber') return [numberRow(of, name, of.importerNumber, broker)];
    const given = Object.hasOwn(of.answers, name) ? of.answers[name] : undefined;
    if (given === undefined) return [];
    const number = isNumberName(name) ? numberFromAnswer(given) : undefined;
    if (number) return [numberRow(of, name, number, broker)];
    return [answerRow(of, name, given), ...(name === 'companyName' ? fittedRows(given) : [])];
  });
}

const numberRow = (of: Case, name: string, number: ImporterNumber, broker: Broker): Row => ({
  label: labelOf(of, name),
  value: numberForTeam(number, broker),
  look: 'code',
});

function answerRow(of: Case, name: string, given: string): Row {
  return {
    label: labelOf(of, name),
    // An option in the words that the requester saw; all else to the letter, as somebody else's words.
    value: optionInWords(of.type, name, given) ?? [{ said: given }],
    ...lookOf(of, name, fieldOf(of.type, name), given),
  };
}

function lookOf(of: Case, name: string, field: Field | undefined, given: string): Pick<Row, 'look'> {
  // A line that breaks where none may could pass for a line of ours.
  if (field?.kind === 'long-text' || /[\r\n\u2028\u2029]/.test(given)) return { look: 'quote' };
  if (name === 'companyName' || name === typeOf(of).otherMailbox) return { look: 'key' };
  return field?.kind === 'email' || field?.kind === 'phone' ? { look: 'code' } : {};
}

/** The name as ABI records hold it, when that is another than the one given, with what has no place in them. */
function fittedRows(given: string): Row[] {
  const { abbreviated, legalParts, changed } = fitName(given);
  if (abbreviated === given) return [];
  const rows: Row[] = [{ label: teamWords['fitted.abbreviated'], value: [{ said: abbreviated }], look: 'code' }];
  if (legalParts) rows.push({ label: teamWords['fitted.t3'], value: [{ said: legalParts.t3 }], look: 'code' });
  if (legalParts?.in1) rows.push({ label: teamWords['fitted.in1'], value: [{ said: legalParts.in1 }], look: 'code' });
  for (const change of changed) {
    if (change.code === 'unfit')
      rows.push({ label: teamWords['fitted.unfit'], value: [{ said: change.characters.join(' ') }] });
    // What the short name loses, the legal name below it holds.
    if (change.code === 'cut' && change.max > abiLengths.abbreviatedName)
      rows.push({
        label: filled(teamWords['fitted.lost'], { max: String(change.max) }),
        value: [{ said: change.lost }],
        look: 'code',
      });
  }
  return rows;
}
