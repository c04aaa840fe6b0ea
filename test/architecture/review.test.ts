import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOf } from '../../web/src/help/places.ts';
import { builtAt, dayWords, isOverdue, sinceWords } from '../../web/src/help/review.ts';
import { topics } from '../../web/src/help/topics.ts';
import { resultIds } from '../../web/src/triage/walk.ts';
import { root } from './files.ts';

describe('a day to look again', () => {
  const day = new Date('2027-05-31');
  it('is good to its end, and not a moment longer', () => {
    expect(isOverdue(day, new Date('2027-05-31T23:59:59.999Z'))).toBe(false);
    expect(isOverdue(day, new Date('2027-06-01T00:00:00Z'))).toBe(true);
  });

  it('is said in words, as exact as it is known', () => {
    expect(dayWords('en', day)).toBe('May 31, 2027');
    expect(sinceWords('en', '2026-07')).toBe('July 2026');
    expect(sinceWords('en', '2026-05-04')).toBe('May 4, 2026');
  });

  it('is held against now, or against the day that the build is told', () => {
    expect(Math.abs(builtAt().getTime() - Date.now())).toBeLessThan(60_000);
    process.env['SOURCE_DATE_EPOCH'] = '1811808000';
    expect(builtAt().toISOString()).toBe('2027-06-01T00:00:00.000Z');
    delete process.env['SOURCE_DATE_EPOCH'];
  });
});

describe('a site that is built long after', () => {
  const folder = mkdtempSync(join(tmpdir(), 'importer-desk-late-'));
  let said = '';
  let status: number | null = null;

  beforeAll(() => {
    const astro = join(root, 'node_modules/astro/bin/astro.mjs');
    const built = spawnSync(process.execPath, [astro, 'build', '--root', 'web', '--outDir', folder], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', SOURCE_DATE_EPOCH: '1900000000' },
    });
    status = built.status;
    said = built.stderr;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is built all the same', () => {
    expect(status).toBe(0);
  });

  it.each([...topics.map((guide) => ({ guide })), ...resultIds.map((result) => ({ result }))])(
    '%o says that it is past its date, on the page and in the build',
    (place) => {
      const html = readFileSync(join(folder, 'en', pathOf(place), 'index.html'), 'utf8');
      expect(html).toMatch(/<p class="card overdue">We wanted to look at this text again by [A-Z][a-z]+ \d+, 2027\./);
      const name = 'guide' in place ? `guides/en/${place.guide}` : `results/en/${place.result}`;
      expect(said).toMatch(new RegExp(`^past its review date 2027-\\d\\d-\\d\\d: ${name}$`, 'm'));
    },
  );
});
