import { caniemail } from 'caniemail';
import { describe, expect, it } from 'vitest';
import { emailUpdate, nameQuery } from './cases.ts';
import { kinds, letter } from './letters.ts';

/** The programs that importers and brokers read mail with; caniemail.com keeps a table of what each of them shows. */
const clients = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'aol.*', 'samsung-email.*'] as const;

/**
 * What some of these programs do not know, and what their readers see instead. Anything else that one of them does not know
 * fails here: find another way, or say why it does no harm.
 */
const withoutHarm: Readonly<Record<string, string>> = {
  'color-scheme CSS property': 'the letter is light',
  'color-scheme meta tag': 'the letter is light',
  '@media': 'the letter is light and as wide as on a desk; its table bends by itself',
  '<style> element': 'styles stand in the elements, too',
  'Class selector': 'styles stand in the elements, too',
  '<body> element': 'the frame inside has the same colours',
  '<bdi> element': 'marks that turn the direction were taken out before (clean.ts)',
  'overflow-wrap': 'word-break stands beside it',
  'word-break': 'overflow-wrap stands beside it',
  'border-radius': 'corners are square',
  'border-spacing': 'the button has one cell',
  'system-ui, ui-serif, ui-sans-serif, ui-rounded, ui-monospace': 'the next font of the list',
  'white-space': 'a telephone number may break over two lines',
  overflow: 'what the checker takes overflow-wrap for',
  'role attribute': 'tables are said to be tables; they read from left to right all the same',
};

/** Each feature that a program does not know at all, with the programs. */
function unknownIn(html: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [client, issues] of caniemail({ clients: [...clients], html }).issues.errors)
    for (const { title } of issues) found.set(title, (found.get(title) ?? new Set()).add(client));
  return found;
}

describe('what mail programs do not know', () => {
  it.each(kinds)('does no harm to %s', (kind) => {
    const { html } = letter(kind, kind === 'outcome' ? nameQuery() : emailUpdate());
    const harm = [...unknownIn(html)].filter(([title]) => !(title in withoutHarm));
    expect(harm.map(([title, where]) => `${title}: ${[...where].join(', ')}`)).toEqual([]);
  });

  it('is looked for: a letter with a grid in it would be refused', () => {
    expect([...unknownIn('<div style="display:grid;gap:4px">x</div>').keys()]).toContain('display:grid');
  });

  it('bites in two more ways that the table calls partial', () => {
    const { html } = letter('outcome', nameQuery());
    expect(html, 'Outlook on Windows overlooks the word without a space before it').not.toMatch(/[^ ]!important/);
    expect(html, 'Gmail and Yahoo take nothing negative').not.toMatch(/(text-indent|margin|padding)[a-z-]*:[^;"]*-\d/);
  });
});
