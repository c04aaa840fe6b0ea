import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesOf, read, root } from './files.ts';

/** What docs/security.md promises: it must point at what is there. */
const text = read('docs/security.md');
const section = (heading: string): string => text.split(`\n## ${heading}`)[1]?.split('\n## ')[0] ?? '';

/** A table's rows as cells, without its head. */
const rowsOf = (said: string): string[][] =>
  said
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );

const requirements = rowsOf(section('OWASP ASVS 5.0.0'));

describe('the table of the ASVS', () => {
  it('has a row for every chapter that applies', () => {
    const chapters = new Set(requirements.map(([first = '']) => first.split('.')[0]));
    expect([...chapters].map(Number).sort((a, b) => a - b)).toEqual([...Array(16).keys()].map((nth) => nth + 1));
    expect(requirements.length).toBeGreaterThan(100);
  });

  it.each(requirements.map((row) => [row[0] ?? '', row] as const))(
    '%s: says how, and which test or why none',
    (_, row) => {
      expect(row).toHaveLength(3);
      const [requirement = '', how = '', test = ''] = row;
      expect(requirement).toMatch(/^\d+\.\d+\.\d+(( to|,) \d+\.\d+\.\d+)* \S/);
      expect(how.length).toBeGreaterThan(3);
      expect(test).toMatch(/^(none: \S.*|`test\/[\w./-]+`(, `test\/[\w./-]+`)*)$/);
    },
  );

  it('names no requirement twice', () => {
    const numbers = requirements.flatMap(([first = '']) => first.match(/\d+\.\d+\.\d+/g) ?? []);
    expect(numbers.filter((one, nth) => numbers.indexOf(one) !== nth)).toEqual([]);
  });

  it('names only files that exist', () => {
    const named = [...text.matchAll(/`((?:test|functions|infra)\/[\w./-]+)`/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
  });
});

it('gives every role of the stack a row among the doors', () => {
  const roles = [...read('test/infra/rights.ts').matchAll(/^ {2}(\w+Role): \[/gm)].map(([, role = '']) => role);
  expect(rowsOf(section('Doors')).map(([door = '']) => door.replaceAll('`', ''))).toEqual(roles);
});

it('gives every key that operations.md turns a row among the secrets', () => {
  const keys = section('Secrets');
  for (const name of ["the Router's secret", 'OidcClientSecret', 'DKIM'])
    for (const where of [keys, read('docs/operations.md')]) expect(where.toLowerCase()).toContain(name.toLowerCase());
});

describe('the code', () => {
  const functions = filesOf('functions').filter((file) => file.endsWith('.ts'));
  const finding = (pattern: RegExp) => functions.filter((file) => pattern.test(read(file)));

  it('makes nothing secret by Math.random: it spreads pauses, and nothing else', () => {
    expect(finding(/Math\.random/)).toEqual(['functions/pay-owed.ts']);
  });

  it('knows no hash but SHA-256', () => {
    const hashes = functions.flatMap((file) => [...read(file).matchAll(/\b(?:hash|createHash|createHmac)\('(\w+)'/g)]);
    expect(new Set(hashes.map(([, name]) => name))).toEqual(new Set(['sha256']));
  });

  it('builds no code and no command: no eval, no Function, no process', () => {
    expect(finding(/\beval\(|new Function\(|child_process|node:vm|\.innerHTML|dangerouslySetInnerHTML/)).toEqual([]);
  });
});
