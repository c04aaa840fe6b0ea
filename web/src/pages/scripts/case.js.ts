import { transformSync } from 'esbuild';
import source from '../../client/case-page.ts?raw';

/** The script of the pages that the importer's door renders, at a fixed address. */
const { code } = transformSync(source, {
  loader: 'ts',
  minify: true,
  target: ['chrome107', 'safari15'],
  format: 'iife',
});

export const GET = () => new Response(code, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
