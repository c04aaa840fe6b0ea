import { abiLengths, fitLine } from '#domain/abi/fitted.ts';
import { fill } from '#domain/broker/words.ts';
import type { Case } from '#domain/case/case.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { numberFromAnswer } from '#domain/importer-number/record.ts';
import { maskImporterNumber } from '#domain/importer-number/show.ts';
import { isNumberName } from '#domain/requests/numbers.ts';
import { fieldOf, namesInScreenOrder, optionInWords, teamLabel } from '#domain/requests/team-answers.ts';
import { shownPhone } from './phone.ts';
import words from './text/page.en.json' with { type: 'json' };

type Row = CasePage['answers'][number];

/** How long an answer may be in ABI (`domain/abi/fitted.ts`). The name on the record comes from CBP, never from here. */
const lengths: Readonly<Record<string, number>> = {
  companyName: abiLengths.legalName + abiLengths.legalNameOverflow,
  addressLine1: abiLengths.addressLine,
  addressLine2: abiLengths.addressLine,
  city: abiLengths.city,
  certifierTitle: abiLengths.title,
};

/** Everything that was asked, in the order of the broker's ABI screen. Nothing given is left out. */
export const answerRows = (of: Case): Row[] =>
  namesInScreenOrder(of.type, of.answers, of.importerNumber.kind).flatMap((name): Row[] => {
    const label = teamLabel(of.type, name);
    if (name === 'importerNumber') return [{ name, label, value: inFull(of.importerNumber) }];
    const given = of.answers[name];
    if (given === undefined) return [];
    const value = optionInWords(of.type, name, given) ?? numberOf(name, given) ?? given;
    return [{ name, label, value, ...shown(of, name, given), ...fitted(name, given) }];
  });

/** Of a Social Security number there is no more than its end. */
const inFull = (number: ImporterNumber): string =>
  number.kind === 'ssn' ? maskImporterNumber(number) : fill(words[`full.${number.kind}`], { number: number.shown });

/** A number beside the first: in full, as that one is; of a Social Security number its end. */
function numberOf(name: string, given: string): string | undefined {
  const number = isNumberName(name) ? numberFromAnswer(given) : undefined;
  return number && inFull(number);
}

function shown(of: Case, name: string, given: string): Pick<Row, 'shown'> {
  const phone = fieldOf(of.type, name)?.kind === 'phone' ? shownPhone(given) : undefined;
  return phone === undefined ? {} : { shown: phone };
}

function fitted(name: string, given: string): Pick<Row, 'fitted'> {
  const max = Object.hasOwn(lengths, name) ? lengths[name] : undefined;
  const line = max === undefined ? given : fitLine(given, max).line;
  return line === given ? {} : { fitted: line };
}
