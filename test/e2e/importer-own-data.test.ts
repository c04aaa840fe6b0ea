import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { states } from '#test/fakes/importer-cases.ts';
import { importerWords } from '../../functions/http/pages/importer/words.ts';
import { expectAccessible } from './axe.ts';
import { button, heading } from './form.ts';
import { useImporterStage } from './importer-stage.ts';

const stage = useImporterStage();
const words = importerWords('en');

describe.each([true, false])('what we have about somebody, with script: %s', (javaScriptEnabled) => {
  const visitor = { device: 'phone', javaScriptEnabled } as const;

  it('is taken along as a file, in one press', async () => {
    const { page, stored } = await stage.open(states.asked(), visitor);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words['data.take'] }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`request-${stored().reference}.json`);
    const said: unknown = JSON.parse(readFileSync(await file.path(), 'utf8'));
    const { reference } = stored();
    expect(said).toMatchObject({ request: { reference, state: 'waiting' } });
  });

  it('is asked to be deleted: the team is told, and the page says what follows', async () => {
    const { page, stored } = await stage.open(states.open(), visitor);
    await button(page, words['erasure.button']).click();
    await page.getByText(words['done.erasure']).waitFor();
    await heading(page, words['erasure.asked.title']).waitFor();
    expect(await button(page, words['erasure.button']).count()).toBe(0);
    expect(stored().letters.at(-1)).toMatchObject({ kind: 'team-alert', about: 'erasure' });
    if (javaScriptEnabled) await expectAccessible(page, 'asked');
  });
});
