import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { toolNames } from '../../web/src/tools/tools.ts';
import { buildSite } from '../../infra/local/build-site.ts';
import { unescaped } from './html.ts';

const dist = buildSite();
const pages = toolNames.map((tool) => {
  const html = readFileSync(join(dist, `en/tools/${tool}/index.html`), 'utf8');
  const [, script = ''] = /<script[^>]* src="\/([^"]+)"/.exec(html) ?? [];
  return { tool, html, script, code: readFileSync(join(dist, script), 'utf8') };
});

/** The sources that a tool's script is made of. */
const sourcesOf = (tool: string): string[] =>
  Object.keys(
    buildSync({ entryPoints: [`web/src/client/tools/${tool}.ts`], bundle: true, write: false, metafile: true }).metafile
      .inputs,
  ).filter((file) => file.startsWith('web/src/client/'));

/** Keys of words that a script puts together from what the domain answers. */
const answers = [
  /^(number-|point\.|refused\.|warning\.|well-|zero-|implausible-|prefix-)/,
  /^(same(-ignoring-case)?|spaces|punctuation|accent|ampersand|form-(spelling|missing)|abbreviated|order)(\.title)?$/,
  /^(trade-name|entity-form|homoglyph|slip|different)(\.title)?$/,
  /^(only-typed|only-on-file|replaced|good|warn|wrong)$/,
];

describe.each(pages)('the tool $tool', ({ tool, html, script, code }) => {
  const said = [...html.matchAll(/<p data-say="([^"]+)">([^<]+)<\/p>/g)].map(([, key = '', text = '']) => ({
    key,
    text: unescaped(text),
  }));
  const keys = said.map(({ key }) => key);

  it('has one script of its own, by a name that holds its hash', () => {
    expect(script).toMatch(new RegExp(`^scripts/tools/${tool}-[0-9a-f]{8}\\.js$`));
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('holds nothing that could send or keep what is typed', () => {
    expect(code).not.toMatch(
      /\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTC\w+|localStorage|sessionStorage|indexedDB|caches|cookie|postMessage|BroadcastChannel|pushState|replaceState|console|import)\b/,
    );
    expect(code).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
    expect(html).not.toMatch(/<form|<input[^>]*\bname=/);
  });

  it('finds every word that it says on its page, and no other', () => {
    const source = sourcesOf(tool)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const asked = [...source.matchAll(/\bword\('([\w.-]+)'/g)].map(([, key = '']) => key);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
    const isSaid = (key: string) => source.includes(`'${key}'`) || answers.some((known) => known.test(key));
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('says what it checks without script, where that comes from and when it was read', () => {
    const words = unescaped(html.replace(/<template>[^]*<\/template>/, '').replace(/<[^>]+>/g, ' '));
    expect(words).toMatch(/([Rr]ead|reported) in (July|November) 2026|tell them, July 2026/);
    expect(html).toContain('<noscript>');
    for (const [box] of html.matchAll(/<(?:input|select|button)\b[^>]*>/g))
      expect(box, 'shut until it works').toMatch(/ disabled/);
    for (const [box] of html.matchAll(/<(?:input type="text"|input[^>]*type="text"|select)[^>]*>/g))
      expect(box).toContain('autocomplete="off"');
  });
});
