import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { brokerLine } from '#domain/broker/words.ts';
import { locales } from '#domain/requests/locale.ts';
import { buildSite } from '../../infra/local/build-site.ts';
import { pageBudget } from '../bench/budgets.ts';
import { unescaped } from './html.ts';
import { pageBytesOf } from '../bench/page-bytes.ts';

const dist = buildSite();
const files = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.html'));
const pages = files.map((file) => ({ file, html: readFileSync(join(dist, file), 'utf8') }));

/** A page without its data for search engines, which is no script: nothing runs it, and its policy names none for it. */
const code = (html: string) => html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');

describe('every page', () => {
  it.each(pages)('$file says what it is, in which language, and what it may load', ({ file, html }) => {
    const language = locales.find((locale) => file.replace(/^embed\//, '').startsWith(`${locale}/`)) ?? 'en';
    expect(html).toMatch(new RegExp(`<html lang="${language}"[ >]`));
    expect(html).toMatch(/<title>[^<]{10,}<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{15,}">/);
    expect(unescaped(html)).toContain(brokerLine(language, broker));
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it.each(pages)('$file runs and styles nothing that its policy does not name', ({ file, html }) => {
    const policy = unescaped(/http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '');
    expect(policy).toContain("default-src 'none'");
    const mayConnect = !file.includes('/tools/routing-number/');
    expect(policy, 'Lighthouse reads robots.txt under it').toContain(`connect-src ${mayConnect ? "'self'" : "'none'"}`);
    expect(policy).toContain(`form-action ${file.includes('/tools/') ? "'none'" : "'self'"}`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<style'));
    for (const [, style = ''] of html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)) {
      expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
    }
    expect(code(html)).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
    expect(code(html).includes('<script')).toBe(policy.includes('script-src'));
  });

  it.each(pages)('$file is valid HTML', async ({ html }) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Matters of taste, or of one line that the build makes.
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'no-inline-style': 'error',
        'void-style': 'off',
        'no-raw-characters': 'off',
        // A number is shown as the broker writes it, and the link dials it.
        'tel-non-breaking': 'off',
      },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });
});

describe('bytes', () => {
  const weights = pageBytesOf(dist);
  console.table(Object.fromEntries(weights.map(({ page, opened, later }) => [page, { opened, later }])));

  it.each(weights)('$page: $opened when opened, $later when its reader begins', ({ page, opened, later }) => {
    expect(opened).toBeLessThanOrEqual(pageBudget(page).opened);
    expect(later).toBeLessThanOrEqual(pageBudget(page).later);
  });
});
