import { buildSync } from 'esbuild';
import { broker } from '../../../broker.config.ts';
import { fill, languagePaths, wordsOf } from '../text/words.ts';

const titles = Object.fromEntries(
  languagePaths(broker.languages).map(({ props: { locale } }) => [
    locale,
    fill(wordsOf(locale)['embed.title'], { broker: broker.name }),
  ]),
);

/** The script that runs in other websites, whose readers may have older browsers than ours must. */
export function embedScript(): string {
  const { outputFiles } = buildSync({
    // From the project's root, where the site is built.
    entryPoints: ['web/src/client/embed/embed.ts'],
    bundle: true,
    write: false,
    minify: true,
    target: 'es2017',
    format: 'iife',
    define: { TITLES: JSON.stringify(titles) },
  });
  return outputFiles[0]?.text ?? '';
}
