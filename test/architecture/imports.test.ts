import { describe, expect, it } from 'vitest';
import { bundle } from '#test/bench/bundle.ts';
import { filesOf } from './files.ts';
import { broken, reached } from './graph.ts';
import { readGraph, sources } from './read-graph.ts';
import { rules } from './rules.ts';

const graph = await readGraph();

describe('imports run one way', () => {
  it.each(rules)('$says', (rule) => {
    expect(broken(rule, graph)).toEqual([]);
  });

  it('reads every file, as the bundler and as it is written', () => {
    const seen = (how: string) => new Set(graph.filter((edge) => edge.how === how).map(({ from }) => from));
    expect(seen('runs')).toContain('functions/intake.ts');
    expect(seen('types')).toContain('functions/casework/ports.ts');
    expect(sources().filter((file) => file.endsWith('.astro')).length).toBeGreaterThan(4);
    expect(graph).toContainEqual({
      from: 'web/src/components/AskForm.astro',
      to: 'functions/domain/requests/registry.ts',
      how: 'runs',
    });
    const scripts = graph.filter(({ from, to }) => from.endsWith('.astro') && to.startsWith('web/src/client/'));
    expect(scripts.length).toBeGreaterThan(0);
  });
});

describe('each rule', () => {
  it.each(rules)('finds what it forbids: $says', (rule) => {
    const [from, to] = rule.forbids;
    for (const how of ['runs', 'types'] as const)
      expect(broken(rule, [{ from, to, how }])).toEqual([`${from} → ${to}`]);
  });

  it.each(rules)('is about files that exist: $says', ({ of }) => {
    expect(graph.some(({ from }) => of.test(from))).toBe(true);
  });
});

describe('what a bundle brings along', () => {
  const inputsOf = async (...entries: readonly string[]): Promise<string[]> => {
    const bundles = await Promise.all(entries.map(bundle));
    return [...new Set(bundles.flatMap(({ inputs }) => Object.keys(inputs)))];
  };
  const packagesOf = (inputs: readonly string[]) =>
    new Set(inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
  const matching = (inputs: readonly string[], pattern: RegExp) => inputs.filter((file) => pattern.test(file));

  it('the whole domain: its own files and zod, in one flavour', async () => {
    const inputs = await inputsOf(...filesOf('functions/domain').filter((file) => file.endsWith('.ts')));
    expect([...packagesOf(inputs)]).toEqual(['zod']);
    expect(matching(inputs, /^(?!functions\/domain\/|node_modules\/zod\/)|\/zod\/(v\d\/classic|v3)/)).toEqual([]);
  });

  it('the public door: no mail, no writer of letters, no reader of cases', async () => {
    const inputs = await inputsOf('functions/intake.ts');
    expect(packagesOf(inputs)).toContain('@aws-sdk/client-dynamodb');
    expect(matching(inputs, /\/(client-ses|nodemailer)\//)).toEqual([]);
    expect(
      matching(
        inputs,
        /^functions\/(letters\/(?!markup\.ts$)|casework\/(mail-of|pay-owed)|aws\/(read-case|case-store))/,
      ),
    ).toEqual([]);
  });

  it.each(['functions/intake.ts', 'functions/pay-owed.ts'])('%s: no full zod', async (door) => {
    const inputs = await inputsOf(door);
    expect(packagesOf(inputs)).toContain('zod');
    expect(matching(inputs, /node_modules\/zod\/(v\d\/classic|v3)/)).toEqual([]);
  });

  it("the page's script: the rules of fields, without the schema library and without Node", () => {
    const scripts = filesOf('web/src/client').filter((file) => /(?<!\.d)\.ts$/.test(file));
    const all = scripts.flatMap((script) => [...reached(script, graph)]);
    expect(all).toContain('functions/domain/requests/check.ts');
    expect(all.filter((name) => /^(package|node):/.test(name))).toEqual([]);
  });

  it.each(filesOf('web/src/desk').filter((file) => file.endsWith('/start.tsx')))(
    '%s: the domain without its schema library, and without Node',
    (start) => {
      const all = [...reached(start, graph)];
      expect(all).toContain('web/src/desk/api/call.ts');
      expect(all.filter((name) => /^node:|^package:(?!preact|@simplewebauthn\/browser)/.test(name))).toEqual([]);
    },
  );
});
