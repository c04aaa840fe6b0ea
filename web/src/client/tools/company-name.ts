import { checkName } from '#domain/company-name/check-name.ts';
import type { CheckedName, NamePoint } from '#domain/company-name/check-name.ts';
import { boxes, watch } from './boxes.ts';
import { comparisonOf } from './compared.ts';
import { listed, pairs, paragraph, showAndSay, showNothing } from './result.ts';
import { word } from './words.ts';

const [typedBox, papersBox] = boxes;
const grave: readonly NamePoint['code'][] = ['mixed-scripts', 'too-long', 'unfit'];

/** Longer ones are no names, and comparing them would take long. */
const LONGEST = 200;

const pointWords = (point: NamePoint): string =>
  word(`point.${point.code}`, { signs: point.code === 'unfit' ? point.characters.slice(0, 8).join(' ') : '' });

/** What CBP's records make of the typed name. */
function recordOf({ length, plain, abbreviated, points }: CheckedName): HTMLElement[] {
  const isCut = abbreviated !== plain;
  return [
    ...listed(points.map(pointWords)),
    pairs([
      [word('length'), word('length.of', { n: length })],
      [word('plain'), plain.slice(0, LONGEST)],
      [word('short'), isCut ? [abbreviated, word('short.note')] : []],
    ]),
  ];
}

function check(): void {
  const [typed, papers] = [typedBox?.value.trim() ?? '', papersBox?.value.trim() ?? ''];
  const checked = checkName(typed);
  if (!checked) showNothing();
  else if (papers === '') {
    const { points } = checked;
    const tone = points.some(({ code }) => grave.includes(code)) ? 'wrong' : points.length > 0 ? 'warn' : 'good';
    showAndSay(tone, word(tone), recordOf(checked));
  } else if (Math.max(typed.length, papers.length) > LONGEST) {
    showAndSay('wrong', word('too-long.title'), [paragraph(word('too-long'))]);
  } else {
    const { tone, verdict, parts } = comparisonOf(typed, papers);
    showAndSay(tone, word(`${verdict}.title`), parts);
  }
}

watch(check);
