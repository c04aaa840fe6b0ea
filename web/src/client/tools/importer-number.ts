import { formatWhileTyping } from '#domain/importer-number/format-while-typing.ts';
import type { ImporterKind, ImporterNumber } from '#domain/importer-number/importer-number.ts';
import type { Reading } from '#domain/importer-number/reading.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';
import { lastFourOnly } from '#domain/importer-number/without-ssn.ts';
import { boxes, choices, watch } from './boxes.ts';
import { listed, pairs, paragraph, showAndSay, showNothing } from './result.ts';
import { word } from './words.ts';

const [box] = boxes;
const [choice] = choices;
const isKind = (kind: unknown): kind is ImporterKind => kind === 'ein' || kind === 'cbp' || kind === 'ssn';
let lastKind: ImporterKind | undefined;

const chosen = (): ImporterKind | undefined => (isKind(choice?.value) ? choice.value : undefined);

const kindWords = (kind: ImporterKind): string =>
  [...(choice?.options ?? [])].find(({ value }) => value === kind)?.text ?? '';

/** What may become a number with the next key. */
const unfinished = ['too-short', 'wrong-length', 'separators', 'suffix-one-character', 'ssn-digit-missing'];

function factsOf(number: ImporterNumber): (readonly [string, string | readonly string[]])[] {
  const kind = [word('kind'), kindWords(number.kind)] as const;
  if (number.kind === 'ssn') return [kind, [word('ending'), number.lastFour]];
  const { canonical, shown } = number;
  const both = [kind, [word('canonical'), canonical]] as const;
  if (number.kind === 'ein') {
    const isShort = shown !== canonical;
    const suffix = isShort ? word('suffix.none') : canonical.slice(10);
    return [...both, [word('shown'), isShort ? shown : []], [word('suffix'), suffix]];
  }
  const year = Number(canonical.slice(0, 2));
  return [...both, [word('year'), String(year + (year < 80 ? 2000 : 1900))], [word('port'), canonical.slice(2, 6)]];
}

function showReading(reading: Reading, typing: boolean, before: readonly HTMLElement[]): void {
  if (reading.outcome === 'ask-kind') {
    showAndSay('warn', word('ask'), [paragraph(word('number-ask-kind'))]);
  } else if (reading.outcome === 'refused' && reading.code === 'missing') {
    showNothing();
  } else if (reading.outcome === 'refused') {
    if (typing && unfinished.includes(reading.code)) showAndSay('wait', word('wait'));
    else showAndSay('wrong', word('wrong'), [...before, paragraph(word(`number-${reading.code}`))]);
  } else {
    const { number, warnings } = reading;
    const digits = 'canonical' in number ? number.canonical : '';
    const values = { start: digits.slice(0, 2), district: digits.slice(2, 4) };
    const odd = listed(warnings.map((warning) => word(warning, values)));
    const isGood = warnings.length === 0;
    showAndSay(isGood ? 'good' : 'warn', word(isGood ? 'good' : 'warn'), [...before, ...odd, pairs(factsOf(number))]);
  }
}

/**
 * A full Social Security number is read once, to explain one that cannot be right, and gone from the box before anything
 * else happens. What is wrong with it as such leaves an empty box.
 */
function cutNumber(input: HTMLInputElement, lastFour: string, year: number): Reading {
  const whole = readImporterNumber({ kind: 'ssn', text: input.value, year });
  const isWrong = whole.outcome === 'refused' && /^(ssn|itin)/.test(whole.code);
  if (choice) choice.value = 'ssn';
  lastKind = 'ssn';
  input.value = isWrong ? '' : lastFour;
  return isWrong ? whole : readImporterNumber({ kind: 'ssn', text: lastFour, year });
}

function check(typing: boolean): void {
  if (!box) return;
  const year = new Date().getFullYear();
  const kind = chosen();
  // Digits of a Social Security number are never taken over into another kind of number.
  if (lastKind === 'ssn' && kind !== 'ssn') box.value = '';
  lastKind = kind;
  // An EIN's suffix may hold letters, and a digit keyboard has none.
  box.inputMode = kind === 'cbp' || kind === 'ssn' ? 'numeric' : 'text';
  const lastFour = lastFourOnly(kind, box.value);
  if (lastFour !== undefined) {
    showReading(cutNumber(box, lastFour, year), false, [paragraph(word('cut'))]);
    return;
  }
  const { value, selectionStart } = box;
  // In the middle of a text the cursor would jump.
  if (selectionStart === value.length) box.value = formatWhileTyping(kind, value);
  showReading(readImporterNumber({ kind, text: value, year }), typing, []);
}

watch(check);
