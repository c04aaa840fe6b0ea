import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterByLetter } from '#domain/company-name/letter-by-letter.ts';
import type { Piece } from '#domain/company-name/letter-by-letter.ts';
import { spelled } from '#domain/company-name/spelled.ts';

/** Pieces as one line: `=same`, `-only typed`, `+only on file`, `~typed/on file` where only the case differs. */
const line = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, typed, onFile }) => {
    if (kind === 'same') return `=${typed}`;
    if (kind === 'case') return `~${typed}/${onFile}`;
    return kind === 'only-typed' ? `-${typed}` : `+${onFile}`;
  });

describe('beside each other', () => {
  test.each<[string, string, string[]]>([
    ['ACME IMPORTS LLC', 'ACME IMPORTS LLC', ['=ACME IMPORTS LLC']],
    ['ACME IMPORT LLC', 'ACME IMPORTS LLC', ['=ACME IMPORT', '+S', '= LLC']],
    ['ACME IMPORTS LLC', 'ACME IMPORTS, LLC', ['=ACME IMPORTS', '+,', '= LLC']],
    ['ACME  IMPORTS LLC', 'ACME IMPORTS LLC', ['=ACME ', '- ', '=IMPORTS LLC']],
    ['ACMEIMPORTS LLC', 'ACME IMPORTS LLC', ['=ACME', '+ ', '=IMPORTS LLC']],
    ['ACME LLC ', 'ACME LLC', ['=ACME LLC', '- ']],
    ['ACME INC', 'ACME LLC', ['=ACME ', '-INC', '+LLC']],
    ['ACME L.L.C.', 'ACME LLC', ['=ACME L', '-.', '=L', '-.', '=C', '-.']],
    ['Acme Imports LLC', 'ACME IMPORTS LLC', ['~Acme/ACME', '= ', '~Imports/IMPORTS', '= LLC']],
    ['Acme Import', 'ACME IMPORTS', ['~Acme/ACME', '= I', '~mport/MPORT', '+S']],
    ['CAFÉ RIO', 'CAFE RIO', ['=CAF', '-É', '+E', '= RIO']],
    ['АCME', 'ACME', ['-А', '+A', '=CME']],
    ['ACME AND SONS', 'ACME & SONS', ['=ACME ', '-AND', '+&', '= SONS']],
    ['ACME BIG RED TOYS', 'ACME OLD BLUE TOYS', ['=ACME ', '-BIG RED', '+OLD BLUE', '= TOYS']],
    ['ACME IMPORT CO LLC', 'ACME IMPORTS LLC', ['=ACME IMPORT', '+S', '= ', '-CO ', '=LLC']],
    ['JOHN A SMITH', 'SMITH, JOHN A', ['-JOHN A ', '=SMITH', '+, JOHN A']],
    ['BEST TOYS', 'ACME HOLDINGS INC', ['-BEST TOYS', '+ACME HOLDINGS INC']],
    ['ACME 🙂', 'ACME', ['=ACME', '- 🙂']],
    ['', 'ACME', ['+ACME']],
    ['ACME', '', ['-ACME']],
    ['', '', []],
  ])('%j and %j', (typed, onFile, expected) => {
    expect(line(letterByLetter(typed, onFile))).toEqual(expected);
  });

  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.string({ unit: fc.constantFrom(...Array.from('ABab .,&É🙂')), maxLength: 100 }),
  );

  test('whatever the names: both are there in full, each piece is what it says, no two neighbours of one kind', () => {
    fc.assert(
      fc.property(name, name, (typed, onFile) => {
        const pieces = letterByLetter(typed, onFile);
        expect(pieces.map((piece) => piece.typed).join('')).toBe(typed);
        expect(pieces.map((piece) => piece.onFile).join('')).toBe(onFile);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.kind).not.toBe(pieces[index + 1]?.kind);
          if (piece.kind === 'same') expect(piece.typed).toBe(piece.onFile);
          if (piece.kind === 'case') expect(piece.typed.toUpperCase()).toBe(piece.onFile.toUpperCase());
          if (piece.kind === 'only-typed') expect([piece.typed !== '', piece.onFile]).toEqual([true, '']);
          if (piece.kind === 'only-on-file') expect([piece.typed, piece.onFile !== '']).toEqual(['', true]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a name beside itself is one piece', () => {
    fc.assert(
      fc.property(name, (same) => {
        expect(letterByLetter(same, same)).toEqual(same === '' ? [] : [{ kind: 'same', typed: same, onFile: same }]);
      }),
    );
  });
});

describe('spelled', () => {
  const words = (text: string) => spelled(text).map(({ word }) => word);

  test.each([
    ['ACME', ['Alfa', 'Charlie', 'Mike', 'Echo']],
    ['A&B, 1', ['Alfa', 'ampersand', 'Bravo', 'comma', 'space', 'one']],
    [
      "O'BRIEN-X.",
      ['Oscar', 'apostrophe', 'Bravo', 'Romeo', 'India', 'Echo', 'November', 'hyphen', 'X-ray', 'full stop'],
    ],
    ['Ab', ['Alfa', 'small Bravo']],
    ['É🙂', ['another sign', 'another sign']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('every printable sign has a word of its own', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const all = words(printable.join(''));
    expect(new Set(all).size).toBe(95);
    expect(all).not.toContain('another sign');
    for (const word of all) expect(word).toMatch(/^[a-z]+[a-z -]*$|^(small )?[A-Z][a-z-]+$/);
  });
});
