import { spoken } from './content.ts';
import type { Block, Content, Row, Words } from './content.ts';

/** A line of a mail holds 998 octets (RFC 5322); what is longer is broken at a space. */
const LONGEST = 900;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** The head of a line that is too long, and its rest. */
function broken(line: string, longest: number): readonly [string, string] {
  let [end, size] = [0, 0];
  for (const char of line) {
    size += octets(char);
    if (size > longest) break;
    end += char.length;
  }
  const space = line.lastIndexOf(' ', end);
  return space > end / 2 ? [line.slice(0, space), line.slice(space + 1)] : [line.slice(0, end), line.slice(end)];
}

function folded(line: string, longest = LONGEST): string[] {
  const lines: string[] = [];
  let rest = line;
  while (octets(rest) > longest) {
    const [head, tail] = broken(rest, longest);
    lines.push(head);
    rest = tail;
  }
  return [...lines, rest];
}

const MARK = '> ';

/** Each line with a mark of its own, so that nobody takes a quoted line for one of ours. */
const quoted = (words: Words): string[] =>
  spoken(words)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .flatMap((line) => folded(line, LONGEST - MARK.length).map((part) => MARK + part));

const rowLines = (row: Row): string[] =>
  row.look === 'quote' ? [`${row.label}:`, ...quoted(row.value)] : [`${row.label}: ${spoken(row.value)}`];

const pointLines = (points: readonly Words[]): string[] => points.map((point) => `* ${spoken(point)}`);

type Said = Exclude<Block, { readonly block: 'part' }>;

function blockLines(block: Said): string[] {
  switch (block.block) {
    case 'brand':
      return [block.name];
    case 'first':
      return [block.line, ...(block.below === undefined ? [] : [block.below])];
    case 'title':
      return [
        spoken(block.words),
        '='.repeat(Math.min(spoken(block.words).length, 60)),
        ...(block.below === undefined ? [] : [spoken(block.below)]),
      ];
    case 'heading':
      return [block.words, '-'.repeat(block.words.length)];
    case 'paragraph':
    case 'small':
      return [spoken(block.words)];
    case 'warning':
      return [`! ${block.title}`, ...pointLines(block.points)];
    case 'points':
      return pointLines(block.points);
    case 'steps':
      return block.steps.map((step, at) => `${at + 1}. ${spoken(step)}`);
    case 'typed':
      return [`${block.label}:`, '', `    ${block.text}`];
    case 'rows':
      return block.rows.flatMap(rowLines);
    case 'quote':
      return quoted(block.words);
    case 'link':
    case 'button':
      return [block.label, block.href];
  }
}

/** What stands under a heading follows it at once; all else after an empty line. */
const gapAfter = ({ block }: Said): string => (block === 'heading' ? '\n' : '\n\n');

function piece(block: Block): string {
  if (block.block === 'part') return block.blocks.map(piece).join('');
  const lines = blockLines(block).flatMap((line) => folded(line));
  return lines.join('\n') + gapAfter(block);
}

/** A letter as plain text: a line for a thought, an empty line between the pieces. Programs wrap it to the screen. */
export const plainOf = ({ blocks, footer }: Content): string =>
  `${blocks.map(piece).join('')}${'-'.repeat(40)}\n\n${footer.map(piece).join('').trimEnd()}\n`;
