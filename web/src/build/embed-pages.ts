import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { transformSync } from 'esbuild';
import { broker } from '../../../broker.config.ts';
import { isLocale } from '#domain/requests/locale.ts';
import { wordsOf } from '../text/words.ts';
import { embedScript } from './embed-script.ts';
import { framedPage, hasTwin, twinOf } from './framed-page.ts';

const addressOf = (file: string) => `/${file}`.replace(/\/index\.html$/, '/');

async function writeTwin(dir: URL, file: string, css: string): Promise<void> {
  const path = addressOf(file);
  const [, locale = ''] = path.split('/');
  if (!isLocale(locale) || !hasTwin(path)) return;
  const words = wordsOf(locale);
  const html = await readFile(new URL(file, dir), 'utf8');
  const twin = framedPage(html, path, css, { menu: words.menu, privacy: words.privacy, open: words['embed.open'] });
  const folder = new URL(`.${twinOf(path)}`, dir);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL('index.html', folder), twin);
}

/**
 * Pages for the broker's own websites to show in a frame, each made of the page that is built anyway, and the script that
 * shows them. They stand apart, below /embed/, so that one rule says who may frame what (docs/decisions/0070); where no
 * website is named there are none. Before the policies are written, since each of these needs one of its own.
 */
export const embedPages = {
  name: 'embed-pages',
  hooks: {
    'astro:build:done': async ({ dir }: { readonly dir: URL }) => {
      if (!broker.embedOn?.length) return;
      const source = await readFile(new URL('../styles/framed.css', import.meta.url), 'utf8');
      const css = transformSync(source, { loader: 'css', minify: true }).code.trim();
      const files = (await readdir(dir, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
      for (const file of files.filter((name) => name.endsWith('/index.html'))) await writeTwin(dir, file, css);
      await writeFile(new URL('embed.js', dir), embedScript());
    },
  },
};
