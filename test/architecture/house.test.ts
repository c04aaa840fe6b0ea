import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MOST_BODY_BYTES } from '../../functions/http/body.ts';
import { limits } from '../../infra/limits.ts';
import { filesOf, read, root } from './files.ts';
import { MOST_LINES, isKebabCase, longFiles, machinePath, namedOtherwise, registry, topLevel } from './house.ts';

const files = filesOf();
const textual = files.filter((file) => /\.(tsx?|mjs|js|json|astro|css|md|yml|svg)$|^\.|\/\.|\.ci\//.test(file));
const versions = z.optional(z.record(z.string(), z.string()));
const manifest = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
});
/** `npm start`, `npm test`, `npm run …`, as a reader would type them. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run (?<named>[\w:-]+)|(?<short>start|test))\b/g)].map(
    ({ groups }) => groups?.['named'] ?? groups?.['short'] ?? '',
  );
const linesOf = (file: string): number => read(file).trimEnd().split('\n').length;
const finding = (pattern: RegExp, among: readonly string[]): string[] =>
  among.flatMap((file) => {
    const [found] = pattern.exec(read(file)) ?? [];
    return found === undefined ? [] : [`${file}: ${found}`];
  });

describe('the house', () => {
  it('has at its top only what the plan names', () => {
    const others = readdirSync(root).filter((name) => !name.startsWith('.') && !topLevel.includes(name));
    expect(others).toEqual([]);
  });

  it('names files in kebab case', () => {
    const named = files.filter((file) => !file.split('/').some((part) => part.startsWith('.')));
    const odd = named.filter((file) => !namedOtherwise.test(file) && !file.split('/').slice(1).every(isKebabCase));
    expect(odd).toEqual([]);
  });

  it('keeps files of code short, or says why one is long', () => {
    const code = files.filter((file) => /^(functions|web|infra)\/.*\.(tsx?|astro|mjs)$/.test(file));
    const long = code.filter((file) => linesOf(file) > MOST_LINES);
    expect(long.sort()).toEqual(Object.keys(longFiles).sort());
  });

  it('holds no path of one machine and no address of a private registry', () => {
    const mine = /^test\/architecture\/house(\.test)?\.ts$/;
    const others = textual.filter((file) => !mine.test(file));
    expect(finding(machinePath, others)).toEqual([]);
    expect(finding(registry, others)).toEqual([]);
  });

  it('logs by events alone: no console in functions', () => {
    const functions = files.filter((file) => /^functions\/.*\.ts$/.test(file));
    expect(functions.length).toBeGreaterThan(50);
    expect(finding(/\bconsole\./, functions)).toEqual([]);
  });

  it('has one limit for a body, at the firewall and at the door', () => {
    expect(MOST_BODY_BYTES).toBe(limits.bodyBytes);
  });
});

describe('its documents', () => {
  const notes = filesOf('docs/decisions').filter((file) => file.endsWith('.md'));

  it.each(notes)('%s has a number, context, decision and consequences', (note) => {
    expect(note).toMatch(/^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/);
    const text = read(note);
    const number = /(\d{4})-/.exec(note)?.[1] ?? '';
    expect(text).toMatch(new RegExp(`^# ${number} .`));
    for (const heading of ['Context', 'Decision', 'Consequences'])
      expect(text).toMatch(new RegExp(`^(\\*\\*${heading}\\.\\*\\*|## ${heading}$)`, 'm'));
  });

  it('give every decision a number of its own', () => {
    const numbers = notes.map((note) => /(\d{4})-/.exec(note)?.[1]);
    expect(new Set(numbers).size).toBe(notes.length);
  });

  it('give every dependency a reason, and none that is gone', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest.parse(JSON.parse(read('package.json')));
    const table = read('docs/decisions/0007-dependencies.md');
    const rows = [...table.matchAll(/^\| (?!package|---)([^|]+) \|/gm)].flatMap(([, cell = '']) =>
      cell.replace(/\([^)]*\)/g, '').split(','),
    );
    // `@aws-sdk/client-dynamodb, client-ses` stands for two of one scope.
    const reasons = rows.map((name) => name.trim().split('/').at(-1) ?? '').filter((name) => name !== '…');
    const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
      .filter((name) => !name.startsWith('@types/'))
      .map((name) => name.split('/').at(-1) ?? '');
    expect(reasons.sort()).toEqual(used.sort());
  });

  it.runIf(existsSync(`${root}README.md`))('name only commands that exist', () => {
    const { scripts } = manifest.parse(JSON.parse(read('package.json')));
    const named = ['README.md', 'docs/deploy.md'].flatMap((file) => commandsIn(read(file)));
    expect(named).toContain('start');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('what a check would find', () => {
  it('finds the commands in a text', () => {
    expect(commandsIn('Run `npm start`, then npm test or npm run bench:all. npm ci is not one.')).toEqual([
      'start',
      'test',
      'bench:all',
    ]);
  });

  it('tells names apart', () => {
    expect(['read-field.ts', 'fields.en.json', '[type].astro', '404.astro'].every(isKebabCase)).toBe(true);
    expect(['readField.ts', 'Read.ts', 'read_field.ts', '-read.ts'].some(isKebabCase)).toBe(false);
  });

  it('knows paths and registries when it sees them', () => {
    const at = (...parts: string[]) => ['', ...parts].join('/');
    expect([at('home', 'ana', 'x'), ` ${at('Users', 'ana')}`].every((path) => machinePath.test(path))).toBe(true);
    const others = [`web${at('root', 'x')}`, '/en/ask/', '/usr/bin/chromium', `~${at('work', 'x')}`];
    expect(others.some((path) => machinePath.test(path))).toBe(false);
    expect(registry.test('https://registry.corp.example/npm/')).toBe(true);
    expect(registry.test('https://registry.npmjs.org/')).toBe(false);
  });
});
